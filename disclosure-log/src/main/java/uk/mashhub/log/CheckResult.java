package uk.mashhub.log;

import java.util.Objects;
import java.util.Optional;

/**
 * What a check of an export found.
 *
 * @param fault the first thing that is wrong; empty if all is as the log signed it
 * @param entries how many entries were found good before the check ended
 */
public record CheckResult(Optional<Fault> fault, long entries) {
    /**
     * What is wrong.
     *
     * @param where a file, and the line in it from 1
     * @param why in words; repeats nothing of the file
     */
    public record Fault(String where, String why) {
        public Fault {
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public String toString() {
            return where + ": " + why;
        }
    }

    public CheckResult {
        Objects.requireNonNull(fault, "fault");
    }

    /** Whether nothing is wrong. */
    public boolean good() {
        return fault.isEmpty();
    }

    /** The result in a line. */
    public String words() {
        return fault.map(bad -> "BAD: " + bad + " (" + entries + " entries before it are good)")
                .orElseGet(() -> "good: " + entries + " entries, all as the log's key signed them");
    }
}
