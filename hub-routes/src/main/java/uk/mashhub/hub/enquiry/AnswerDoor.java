package uk.mashhub.hub.enquiry;

import java.util.Optional;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealBroken;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.id.Principal;

/** Opens what arrives on {@code hub.answers}: sealed for the hub, from a source that an area knows, to its own question. */
public final class AnswerDoor {
    private final SealKeyPair hub;
    private final Senders senders;
    private final Answers answers;
    private final Quarantine quarantine;

    /** An answer and who sent it. */
    public record SentAnswer(Sender sender, Answer answer) {}

    public AnswerDoor(SealKeyPair hub, Senders senders, Answers answers, Quarantine quarantine) {
        this.hub = hub;
        this.senders = senders;
        this.answers = answers;
        this.quarantine = quarantine;
    }

    /** The answer, or empty if it was quarantined. */
    public Optional<SentAnswer> open(Principal transport, byte[] sealed) {
        Optional<Sender> sender = senders.of(transport);
        if (sender.isEmpty()) {
            quarantine.unopenable(transport, sealed);
            return Optional.empty();
        }
        try {
            byte[] opened = Seal.open(hub, Addresses.ANSWERS, sealed);
            Answer answer = ModelJson.read(opened, Answer.class);
            if (answers.enquiryOf(sender.get(), answer).isEmpty()) {
                quarantine.answer(sender.get(), opened, "NOT_ASKED", "no such question was put to this source");
                return Optional.empty();
            }
            return Optional.of(new SentAnswer(sender.get(), answer));
        } catch (SealBroken | IllegalArgumentException e) {
            quarantine.answer(sender.get(), sealed, "UNOPENABLE", "not an answer sealed for this hub");
            return Optional.empty();
        }
    }
}
