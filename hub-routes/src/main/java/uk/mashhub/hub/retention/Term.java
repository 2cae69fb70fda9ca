package uk.mashhub.hub.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How long something is kept that is of no enquiry, and so goes by a day of its own.
 *
 * @param what is kept
 * @param days from what {@link Kind} says
 * @param basis why so long
 * @param verify whether the basis is still to be checked
 */
public record Term(Kind what, int days, String basis, boolean verify) {
    private static final int LONGEST = 3653;

    /** What has a term: everything that holds or may hold personal content and is of no enquiry, and what repeats are told by. */
    public enum Kind {
        /** A message that could not be read, from when it was mended and taken in. */
        QUARANTINE_SETTLED,
        /** One that nobody has mended, from when it came. */
        QUARANTINE_WAITING,
        /** That something was sent, from then; its body went when it was sent. */
        SENT,
        /** By what the repeat of a message is told, from when it came; no content. */
        RECEIVED,
        /** An export of a search of the log that nobody has fetched, from when it was asked for. */
        LOG_EXPORT,
        /** A request for a person's own account that the named unit has not answered. */
        ACCOUNT_ASKED,
        /** An account that was released and not fetched. */
        ACCOUNT_RELEASED,
        /** What a person was told, to be compared with what they are told next. */
        ACCOUNT_TOLD;

        /** Whether a row says itself when it goes. */
        boolean isDated() {
            return name().startsWith("ACCOUNT_");
        }
    }

    public Term {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(basis, "basis");
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException(what + ": days are from 1 to " + LONGEST);
        }
    }

    /** How long. */
    public Duration length() {
        return Duration.ofDays(days);
    }

    /** What is from before this instant goes. */
    Instant before(Instant now) {
        return what.isDated() ? now : now.minus(length());
    }
}
