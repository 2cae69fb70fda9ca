package uk.mashhub.adapter;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.id.SourceId;

/** Which source a message came through, and when. */
public record Received(SourceId source, Instant at) {
    /** The largest message that any door takes, in bytes: 10 MiB. */
    public static final int LARGEST_MESSAGE = 10 * 1024 * 1024;

    public Received {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(at, "at");
    }
}
