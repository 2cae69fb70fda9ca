package uk.mashhub.hub.storage;

import java.util.Objects;
import java.util.UUID;

/** What the inbox makes of a message (ruling 19). */
public sealed interface Arrival {

    /** Never seen: take effect, in this transaction. */
    record First() implements Arrival {}

    /** Seen with the same body: do nothing, repeat the receipt. */
    record Repeat(UUID receipt) implements Arrival {
        public Repeat {
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /** The sender used the id for another body: quarantine and raise the alarm. */
    record Conflict() implements Arrival {}
}
