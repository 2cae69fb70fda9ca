package uk.mashhub.hub.decide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.PolicyCheck;
import uk.mashhub.policy.proof.Rehearsal;

/**
 * The agreements of a policy as they were written, by the path of each file in its folder. What is published is loaded from
 * these, so that the hub needs no file of its own to decide with what two people signed.
 */
public final class PolicyFiles {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PATH = Pattern.compile("([a-z0-9][a-z0-9_-]*/){0,3}[a-z0-9][a-z0-9_-]*\\.ya?ml");
    private static final int MOST = 500;

    private final TreeMap<String, String> texts;

    private PolicyFiles(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
        if (texts.isEmpty() || texts.size() > MOST || !texts.keySet().stream().allMatch(PATH.asMatchPredicate())) {
            throw new IllegalArgumentException("these are no files of a policy");
        }
    }

    /**
     * Reads the YAML files of a folder and of the folders in it.
     *
     * @throws IOException if one cannot be read as UTF-8 text
     * @throws IllegalArgumentException if there is none, or one has an unheard-of name
     */
    public static PolicyFiles read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.matches("(.*/)?[^./][^/]*\\.ya?ml")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return new PolicyFiles(texts);
    }

    /**
     * Reads the files that the release carries in a folder of the class path.
     *
     * @throws IOException if one cannot be read
     * @throws IllegalArgumentException if there is none
     */
    public static PolicyFiles shipped(String folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:/" + folder + "/**/*.yaml")) {
            String address = file.getURL().toString();
            String name = address.substring(address.lastIndexOf("/" + folder + "/") + folder.length() + 2);
            texts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
        }
        return new PolicyFiles(texts);
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static PolicyFiles of(byte[] bytes) {
        try {
            return new PolicyFiles(JSON.readValue(bytes, new TypeReference<Map<String, String>>() {}));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("these are no files of a policy");
        }
    }

    /** A JSON object in UTF-8: path to text, sorted by path. */
    public byte[] bytes() {
        return JSON.writeValueAsBytes(texts);
    }

    /**
     * The policy.
     *
     * @throws PolicyRefused if anything in them is wrong
     */
    public SharingPolicy load() throws PolicyRefused {
        Loaded loaded = inFolder(folder -> {
            try {
                return new Loaded(List.of(SharingPolicy.load(folder)), List.of());
            } catch (PolicyRefused e) {
                return new Loaded(List.of(), List.of(e));
            }
        });
        if (loaded.policy().isEmpty()) {
            throw loaded.refused().get(0);
        }
        return loaded.policy().get(0);
    }

    private record Loaded(List<SharingPolicy> policy, List<PolicyRefused> refused) {}

    /**
     * What it never does and always does, proved against the invariants among the files.
     *
     * @param today law that is not in force on it, and reviews that are overdue, are warned of
     */
    public CheckReport check(LocalDate today) {
        return inFolder(folder -> PolicyCheck.of(folder, today));
    }

    /**
     * Which decisions would come out otherwise under other files.
     *
     * @param most after so many differences to one question it looks no further
     */
    public Rehearsal.Report rehearse(PolicyFiles after, int most) {
        return inFolder(before -> after.inFolder(now -> Rehearsal.of(before, now, most)));
    }

    /** The library reads folders; this one is there while it does, for this user alone. */
    private <T> T inFolder(Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("mash-policy-");
            try {
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    Path file = folder.resolve(text.getKey());
                    Files.createDirectories(file.resolveSibling("."));
                    Files.writeString(file, text.getValue());
                }
                return work.apply(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder fails", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public String toString() {
        return "PolicyFiles[" + texts.size() + "]";
    }
}
