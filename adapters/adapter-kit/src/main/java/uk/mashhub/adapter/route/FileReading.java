package uk.mashhub.adapter.route;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.SourceId;

/**
 * Decides what becomes of one file (ruling 26). Readable: forwarded. Unreadable: forwarded whole, so that the hub keeps it
 * in quarantine with its clock running, and the sender is told. Classified too high or too large: nothing of the body goes
 * on; the hub gets a message without content, and the sender is told.
 */
final class FileReading {
    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final int NAME_IN_ID = 60;
    private static final int SALT_BYTES = 8;

    private final SourceId source;
    private final Translator translator;
    private final Clock clock;
    private final RandomSource random;

    FileReading(SourceId source, Translator translator, Clock clock, RandomSource random) {
        this.source = source;
        this.translator = translator;
        this.clock = clock;
        this.random = random;
    }

    /** The outcome of a whole file. */
    FileOutcome read(String name, byte[] body) {
        Instant at = clock.instant();
        Optional<Unreadable> fault = fault(body, at);
        if (fault.map(Unreadable::fault)
                .filter(Unreadable.Fault.CLASSIFIED_TOO_HIGH::equals)
                .isPresent()) {
            return notKept(saltedId(body), fault.get(), at, true);
        }
        IntakeMessage message = new IntakeMessage(
                new MessageId(sayable(name) + "-" + hex(digest(body))),
                source,
                translator.format(),
                at,
                "",
                Base64.getEncoder().encodeToString(body));
        return new FileOutcome(message, fault.map(Rejection::of), false);
    }

    /** The outcome of a file that is too large to be taken. */
    FileOutcome tooLarge(String name, long size) {
        Unreadable fault = new Unreadable(
                Unreadable.Fault.TOO_LARGE, "whole file", "at most " + Received.LARGEST_MESSAGE + " bytes are taken");
        byte[] digest = digest((name + "\n" + size).getBytes(StandardCharsets.UTF_8));
        return notKept("too-large-" + hex(digest), fault, clock.instant(), false);
    }

    private FileOutcome notKept(String id, Unreadable fault, Instant at, boolean destroy) {
        IntakeMessage message = IntakeMessage.notKept(new MessageId(id), source, fault.fault(), at);
        return new FileOutcome(message, Optional.of(Rejection.of(fault)), destroy);
    }

    private Optional<Unreadable> fault(byte[] body, Instant at) {
        try {
            Contact contact = translator.translate(body, new Received(source, at));
            return contact.classification().mayBeHeld() ? Optional.empty() : Optional.of(tooHigh());
        } catch (Unreadable e) {
            return Optional.of(e);
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of the adapter must not hold up the file behind it; the hub quarantines this one.
            LOG.error("The translator of {} failed: {}", source, e.getClass().getName());
            return Optional.of(new Unreadable(Unreadable.Fault.NOT_VALID, "unknown", "the file could not be read"));
        }
    }

    private static Unreadable tooHigh() {
        return new Unreadable(
                Unreadable.Fault.CLASSIFIED_TOO_HIGH, "classification", "marked above OFFICIAL-SENSITIVE");
    }

    /** Sender, size and a salted digest are all that is kept of a body classified too high. */
    private String saltedId(byte[] body) {
        byte[] salt = random.bytes(SALT_BYTES);
        byte[] salted = new byte[salt.length + body.length];
        System.arraycopy(salt, 0, salted, 0, salt.length);
        System.arraycopy(body, 0, salted, salt.length, body.length);
        return "classified-" + hex(salt) + "-" + hex(digest(salted)) + "-" + body.length;
    }

    private static String sayable(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return clean.substring(0, Math.min(NAME_IN_ID, clean.length()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
