package uk.mashhub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name exists: links, paths, classes, commands. */
class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");
    private static final Pattern CLASS = Pattern.compile("`(uk\\.mashhub\\.[a-z.]+\\.([A-Z]\\w+))`");
    private static final Pattern PATHS = Pattern.compile(
            "`((?:hub-model|adapters|person-match|consent-policy|disclosure-log|hub-routes|benchmarks|config|docs|scripts|docker)/[\\w./-]*)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test(?:\\.\\w+)?)`");
    private static final Pattern COMMAND = Pattern.compile("\\./mash ([a-z]+)");

    @Test
    void linksLeadSomewhere() throws IOException {
        assertThat(broken(LINK, (file, target) -> Files.exists(file.getParent().resolve(target))))
                .isEmpty();
    }

    @Test
    void pathsExist() throws IOException {
        assertThat(broken(PATHS, (file, target) -> Files.exists(ROOT.resolve(target))))
                .isEmpty();
    }

    @Test
    void classesExist() throws IOException {
        assertThat(broken(CLASS, (file, target) -> sourceOf(target))).isEmpty();
    }

    /** A control is worth what its test shows. */
    @Test
    void testsThatAreNamedExist() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(ROOT, 20)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith("Test.java"))::iterator) {
                String name = file.getFileName().toString().replace(".java", "");
                tests.merge(name, Files.readString(file), String::concat);
            }
        }
        assertThat(broken(TEST, (file, target) -> {
                    String[] parts = target.split("\\.", 2);
                    String source = tests.get(parts[0]);
                    return source != null && (parts.length == 1 || source.contains(" " + parts[1] + "("));
                }))
                .isEmpty();
    }

    @Test
    void commandsExist() throws IOException {
        String launcher = Files.readString(ROOT.resolve("mash"));
        assertThat(broken(COMMAND, (file, target) -> launcher.contains("mash " + target)))
                .isEmpty();
    }

    @Test
    void everyRoomHasItsReadme() {
        for (String room : List.of(
                "hub-model",
                "adapters",
                "adapters/adapter-kit",
                "adapters/council",
                "adapters/police",
                "adapters/health",
                "adapters/simulators",
                "person-match",
                "consent-policy",
                "disclosure-log",
                "disclosure-log/verifier",
                "disclosure-log/witness",
                "hub-routes",
                "benchmarks",
                "docker",
                "config",
                "docs")) {
            assertThat(ROOT.resolve(room).resolve("README.md")).isRegularFile();
        }
    }

    private interface Check {
        boolean holds(Path file, String target) throws IOException;
    }

    private static List<String> broken(Pattern pattern, Check check) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : documents()) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!check.holds(file, matcher.group(1))) {
                    broken.add(ROOT.relativize(file) + ": " + matcher.group(1));
                }
            }
        }
        return broken;
    }

    private static boolean sourceOf(String className) throws IOException {
        String path = className.replace('.', '/') + ".java";
        try (Stream<Path> files = Files.walk(ROOT, 20)) {
            return files.anyMatch(f -> f.toString().endsWith(path));
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 8)) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f ->
                            !f.toString().contains("/target/") && !f.toString().contains("/.git/"))
                    .toList();
        }
    }
}
