package uk.mashhub.policy;

import java.time.LocalDate;
import java.util.List;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.policy.json.CanonicalJson;
import uk.mashhub.policy.json.Json;

/**
 * What a referrer is told: which kind of help follows, on which day it was decided, whom to ring. Nothing else has a place
 * in it: no name, no place, no reason, no panel. Only {@link PolicyEngine#feedback} makes one.
 */
public final class Feedback {
    private final CanonicalJson written;

    private Feedback(CanonicalJson written) {
        this.written = written;
    }

    static Feedback of(ThresholdOutcome outcome, LocalDate decidedOn, String contact) {
        Kind kind = Kind.of(outcome);
        return new Feedback(CanonicalJson.of(Json.object()
                .put("outcome", kind.name())
                .put("text", kind.text)
                .put("decidedOn", decidedOn.toString())
                .put("contact", contact)
                .line()));
    }

    /** Canonical JSON (RFC 8785), UTF-8: {@code outcome}, {@code text}, {@code decidedOn}, {@code contact}. */
    public byte[] content() {
        return written.bytes();
    }

    /** The canonical bytes to commit to. */
    public List<byte[]> lines() {
        return Seal.lines(written);
    }

    @Override
    public String toString() {
        return "Feedback";
    }

    /** A strategy discussion or the name of a panel says more of a family than whoever referred needs. */
    private enum Kind {
        NO_FURTHER_ACTION("No further action is taken on this referral."),
        ADVICE("Information or advice was given; no service of the council follows."),
        EARLY_HELP("Early help is offered."),
        SOCIAL_WORK("Children's social care has taken this up."),
        PASSED_ON("It was passed to the service that deals with it.");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        static Kind of(ThresholdOutcome outcome) {
            return switch (outcome) {
                case NO_FURTHER_ACTION -> NO_FURTHER_ACTION;
                case INFORMATION_AND_ADVICE, SIGNPOST_UNIVERSAL -> ADVICE;
                case EARLY_HELP -> EARLY_HELP;
                case S17_ASSESSMENT, STRATEGY_DISCUSSION, IMMEDIATE_PROTECTION, PASS_TO_OPEN_CASE -> SOCIAL_WORK;
                case PASS_TO_OTHER_LOCAL_AUTHORITY,
                        ADULT_SOCIAL_CARE,
                        LADO,
                        MARAC,
                        PREVENT_CHANNEL,
                        MISSING_EXPLOITATION_PANEL -> PASSED_ON;
            };
        }
    }
}
