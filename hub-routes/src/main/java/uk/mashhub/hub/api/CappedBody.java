package uk.mashhub.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import uk.mashhub.adapter.Received;

/** Reads the body of a request, never more than a door takes. */
public final class CappedBody {
    private CappedBody() {}

    /** The body; empty if it is larger than {@link Received#LARGEST_MESSAGE}, in which case the rest is not read. */
    public static Optional<byte[]> of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Received.LARGEST_MESSAGE) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(Received.LARGEST_MESSAGE + 1);
        return body.length > Received.LARGEST_MESSAGE ? Optional.empty() : Optional.of(body);
    }
}
