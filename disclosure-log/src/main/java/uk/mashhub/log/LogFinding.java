package uk.mashhub.log;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a log must not go on.
 *
 * @param words numbers and places, never content
 * @param lost what people would accept as lost if they let the log go on; for {@link Kind#RESTORED}, and for {@link Kind#REWRITTEN}
 *     where the other history may be one that was given up already
 */
public record LogFinding(Kind kind, String words, Optional<Lost> lost) {
    /** What was found. */
    public enum Kind {
        /** The store has less than a kept checkpoint proves: an old backup, or a table cut short. */
        RESTORED,
        /** The store has as much or more, and another history. */
        REWRITTEN,
        /** The store is a history that people gave up when they accepted a loss: what was logged since is not in it. */
        GIVEN_UP,
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
