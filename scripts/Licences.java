import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks through a list of parts (CycloneDX JSON): every part has one version, and a licence that was agreed (docs/adr/0003). */
class Licences {
    /** Of a part under several, one is enough. SPDX names, or the name that the part itself gives. */
    private static final Set<String> AGREED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "0BSD",
            "CC0-1.0",
            "LGPL-2.1",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "PostgreSQL",
            "Public Domain",
            "Bouncy Castle Licence",
            "Apache Software License 2.0",
            "Unicode-3.0",
            // Of files that are used as they are: their changes would have to be shown, ours need not.
            "MPL-2.0");

    /**
     * What the part's own list calls by a wrong name, and the licence that lies in its jar: of that version alone.
     * https://github.com/spring-projects/spring-session/issues/3910
     */
    private static final Map<String, String> MISNAMED =
            Map.of("org.springframework.session:spring-session-core:4.1.1", "Apache-2.0");

    public static void main(String[] args) throws Exception {
        JsonNode parts = JsonMapper.shared().readTree(Files.readAllBytes(Path.of(args[0]))).path("components");
        List<String> wrong = new ArrayList<>();
        for (JsonNode part : parts) {
            String name = part.path("group").asString("") + ":" + part.path("name").asString("") + ":"
                    + part.path("version").asString("");
            if (name.startsWith("uk.mashhub:")) {
                continue;
            }
            List<String> licences = new ArrayList<>();
            if (MISNAMED.containsKey(name)) {
                licences.add(MISNAMED.get(name));
            }
            for (JsonNode licence : part.path("licenses")) {
                JsonNode one = licence.path("license");
                licences.add(one.path("id").asString(one.path("name").asString(licence.path("expression").asString("none"))));
            }
            if (licences.stream().noneMatch(AGREED::contains)) {
                wrong.add(name + " is under " + licences);
            }
            if (part.path("version").asString("").matches("|LATEST|RELEASE|.*SNAPSHOT")) {
                wrong.add(name + " has no version that stays");
            }
        }
        if (parts.isEmpty()) {
            wrong.add("there are no parts in it");
        }
        wrong.forEach(System.err::println);
        System.err.println(parts.size() + " parts, " + wrong.size() + " in the way");
        System.exit(wrong.isEmpty() ? 0 : 1);
    }
}
