package uk.mashhub.adapter;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.SourceId;

/**
 * A contact on its way to the hub: the body as it arrived, base64 (RFC 4648 section 4), and how to read it. It travels
 * sealed; nothing of it stands in a header.
 *
 * <p>A door that may not keep a body (ruling 26: classified too high, or too large) sends {@link #notKept} instead: no
 * body, and the fault in place of the format, so that the hub can raise the alarm and start the clock.
 *
 * @param messageId the sender's id; with the authenticated principal it makes the message idempotent
 * @param receivedAt when this copy arrived: a copy sent again after a crash has another, so a digest for idempotency is
 *     taken of the body alone
 * @param onBehalfOf the principal whom an HTTP door authenticated; believed only of the hub's own doors, otherwise empty
 */
public record IntakeMessage(
        MessageId messageId, SourceId source, String format, Instant receivedAt, String onBehalfOf, String bodyBase64) {
    private static final String NOT_KEPT = "not-kept/";

    public IntakeMessage {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(onBehalfOf, "onBehalfOf");
        Objects.requireNonNull(bodyBase64, "bodyBase64");
    }

    /** The content-free message about a body that was refused at the door. */
    public static IntakeMessage notKept(
            MessageId messageId, SourceId source, Unreadable.Fault fault, Instant receivedAt) {
        return new IntakeMessage(messageId, source, NOT_KEPT + fault.name(), receivedAt, "", "");
    }

    /** Why the door kept no body; empty for an ordinary message. */
    public Optional<Unreadable.Fault> faultAtTheDoor() {
        return Arrays.stream(Unreadable.Fault.values())
                .filter(fault -> format.equals(NOT_KEPT + fault.name()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "IntakeMessage[" + source + ", " + format + "]";
    }
}
