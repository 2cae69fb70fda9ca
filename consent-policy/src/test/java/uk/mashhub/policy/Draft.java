package uk.mashhub.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.mashhub.policy.agreement.Problem;

/** A copy of the shipped agreements that a test may change before it loads. */
final class Draft {
    private final Map<String, String> files = new TreeMap<>();
    private final Path directory;

    Draft(Path directory) {
        this.directory = directory;
        try (Stream<Path> found = Files.walk(Policies.AGREEMENTS)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(Policies.AGREEMENTS.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Draft change(String file, String from, String to) {
        String text = files.get(file);
        if (text == null || !text.contains(from)) {
            throw new AssertionError(file + " does not hold: " + from);
        }
        int at = text.indexOf(from);
        files.put(file, text.substring(0, at) + to + text.substring(at + from.length()));
        return this;
    }

    Draft all(UnaryOperator<String> change) {
        files.replaceAll((name, text) -> change.apply(text));
        return this;
    }

    Draft put(String file, String text) {
        files.put(file, text);
        return this;
    }

    Draft drop(String file) {
        files.remove(file);
        return this;
    }

    /** The partnership's agreements alone. */
    Draft withoutAgencies() {
        files.keySet().removeIf(name -> name.startsWith("agencies/"));
        return this;
    }

    String text(String file) {
        return files.getOrDefault(file, "");
    }

    SharingPolicy load() throws PolicyRefused {
        try (Stream<Path> old = Files.walk(directory)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
            Files.createDirectories(directory.resolve("agencies"));
            for (Map.Entry<String, String> e : files.entrySet()) {
                Files.writeString(directory.resolve(e.getKey()), e.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SharingPolicy.load(directory);
    }

    /** The one problem of a draft that does not load. */
    Problem problem() {
        try {
            load();
        } catch (PolicyRefused e) {
            if (e.problems().size() != 1) {
                throw new AssertionError("more than one problem: " + e.getMessage(), e);
            }
            return e.problems().get(0);
        }
        throw new AssertionError("the draft loads");
    }

    /** Whether it does not load. */
    boolean refused() {
        try {
            load();
            return false;
        } catch (PolicyRefused e) {
            return true;
        }
    }

    /** The first problem that says this. */
    Problem problemContaining(String words) {
        try {
            load();
        } catch (PolicyRefused e) {
            return e.problems().stream()
                    .filter(p -> p.what().contains(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(e.getMessage(), e));
        }
        throw new AssertionError("the draft loads");
    }
}
