package uk.mashhub.log;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a log must not go on.
 *
 * @param words numbers and places, never content
 * @param lost what people would accept as lost if they let the log go on; only for {@link Kind#RESTORED}
 */
public record LogFinding(Kind kind, String words, Optional<Lost> lost) {
    /** What was found. */
    public enum Kind {
        /** The store has less than a kept checkpoint proves: an old backup, or a table cut short. */
        RESTORED,
        /** The store has as much or more, and another history. */
        REWRITTEN,
        /** An entry, a tile or a head is not what was signed. */
        EDITED,
        /** The log's key is not the one that signed what is kept. */
        KEY_CHANGED,
        /** The clock stands before the newest entry. */
        CLOCK_BACK
    }

    public LogFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(lost, "lost");
    }

    static Optional<LogFinding> of(Kind kind, String words) {
        return Optional.of(new LogFinding(kind, words, Optional.empty()));
    }
}
