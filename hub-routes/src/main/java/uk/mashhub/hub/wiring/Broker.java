package uk.mashhub.hub.wiring;

import java.io.IOException;
import uk.mashhub.model.id.Principal;

/** The broker that is used, in this process or elsewhere: where it is, and how each principal signs in there. */
public interface Broker extends AutoCloseable {
    /** Where connections go: an Artemis address. */
    String address();

    /**
     * The secret of a principal.
     *
     * @throws IllegalArgumentException if the hub has none for it
     */
    String secret(Principal principal);

    /** How many messages a queue of the hub's own holds; -1 if that cannot be said now. */
    long depth(String queue);

    @Override
    void close() throws IOException;
}
