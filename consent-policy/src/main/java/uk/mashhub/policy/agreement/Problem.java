package uk.mashhub.policy.agreement;

import java.util.Objects;

/**
 * Something wrong in an agreement.
 *
 * @param file name of the file, without its directory
 * @param line counted from 1; 0 where the whole file or directory is meant
 * @param suggestion the nearest word that would do; may be empty
 */
public record Problem(String file, int line, String what, String suggestion) {
    public Problem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(suggestion, "suggestion");
    }

    /** For example {@code safety.yaml:12: unknown attribute 'rolle'. Did you mean 'role'?} */
    @Override
    public String toString() {
        String hint = suggestion.isEmpty() ? "" : ". Did you mean '" + suggestion + "'?";
        return file + ":" + line + ": " + what + hint;
    }
}
