package uk.mashhub.log.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a check found.
 *
 * @param found the answer
 * @param words the answer in a line; repeats nothing of what was checked but names of files, logs and witnesses
 * @param more what was found beside it, and what the reader must still see to as it was not checked
 */
public record Report(Found found, String words, List<String> more) {
    /** The answer, and the code that the command exits with. */
    public enum Found {
        GOOD(0),
        BAD(1),
        NOT_CHECKED(3);

        private final int exitCode;

        Found(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    public Report {
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(words, "words");
        more = List.copyOf(more);
    }

    static Report good(String words) {
        return new Report(Found.GOOD, "good: " + words, List.of());
    }

    /** This, and something more that was not checked. */
    Report butNot(String what) {
        return and("not checked: " + what);
    }

    /** This, and something that was found beside it. */
    Report and(String line) {
        List<String> lines = new ArrayList<>(more);
        lines.add(line);
        return new Report(found, words, lines);
    }

    /** The lines for the reader. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(words);
        lines.addAll(more);
        return lines;
    }
}
