package uk.mashhub.log.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a check found.
 *
 * @param found the answer
 * @param words the answer in a line; repeats nothing of what was checked but names of files, logs and witnesses
 * @param notChecked what the reader must still see to
 */
public record Report(Found found, String words, List<String> notChecked) {
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
        notChecked = List.copyOf(notChecked);
    }

    static Report good(String words) {
        return new Report(Found.GOOD, "good: " + words, List.of());
    }

    /** This, and something more that was not checked. */
    Report butNot(String what) {
        List<String> more = new ArrayList<>(notChecked);
        more.add("not checked: " + what);
        return new Report(found, words, more);
    }

    /** The lines for the reader. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(words);
        lines.addAll(notChecked);
        return lines;
    }
}
