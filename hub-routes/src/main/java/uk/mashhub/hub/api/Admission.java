package uk.mashhub.hub.api;

import java.util.Objects;
import java.util.UUID;
import uk.mashhub.adapter.Unreadable;

/** What a door says to a message. */
public sealed interface Admission {

    /** It is durable in the hub's hands. The same message gets the same receipt, however often it is sent. */
    record Accepted(UUID receipt) implements Admission {
        public Accepted {
            Objects.requireNonNull(receipt, "receipt");
        }
    }

    /** It cannot be read; the hub has it whole, in quarantine, unless the fault forbids to keep it. */
    record Faulty(Unreadable fault) implements Admission {
        public Faulty {
            Objects.requireNonNull(fault, "fault");
        }
    }

    /** Another body came under this id before (ruling 19). */
    record Conflicting() implements Admission {}

    /** The principal may not send this format here. */
    record NotYours() implements Admission {}

    /** The hub cannot take anything now: send it again later. */
    record Closed() implements Admission {}
}
