package uk.mashhub.hub.enquiry;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealBroken;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;

/** Opens what arrives on {@code hub.answers}: sealed for the hub, from a source that an area knows, to its own question. */
public final class AnswerDoor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SealKeyPair hub;
    private final Senders senders;
    private final Answers answers;
    private final Quarantine quarantine;

    /**
     * An answer and who sent it.
     *
     * @param token the question that it answers, which the sender was asked
     * @param answer empty if it cannot be read; it is quarantined by then
     */
    public record SentAnswer(Sender sender, QuestionId token, Optional<Answer> answer) {}

    public AnswerDoor(SealKeyPair hub, Senders senders, Answers answers, Quarantine quarantine) {
        this.hub = hub;
        this.senders = senders;
        this.answers = answers;
        this.quarantine = quarantine;
    }

    /** The enquiry of the question that a message says it is to, if it was put to this sender. */
    public Optional<EnquiryId> about(Principal transport, Optional<QuestionId> question) {
        return senders.of(transport)
                .flatMap(sender -> question.flatMap(token -> answers.asked(sender, token)))
                .map(asked -> asked.enquiry());
    }

    /** The same, of a message that does not say outside its seal which question it is to. */
    public Optional<SentAnswer> open(Principal transport, byte[] sealed) {
        return open(transport, sealed, Optional.empty());
    }

    /**
     * The answer, or empty if it was quarantined and nobody can say which question it was to.
     *
     * @param question which question the message says that it is to, outside its seal. It only tells whom to ring where the
     *     seal is broken, and is believed of the sender's own questions alone
     */
    public Optional<SentAnswer> open(Principal transport, byte[] sealed, Optional<QuestionId> question) {
        Optional<Sender> sender = senders.of(transport);
        if (sender.isEmpty()) {
            quarantine.unopenable(transport, sealed);
            return Optional.empty();
        }
        Optional<byte[]> opened = unsealed(sealed);
        if (opened.isEmpty()) {
            quarantine.answer(sender.get(), sealed, "UNOPENABLE", "not an answer sealed for this hub");
            return question.filter(token -> answers.asked(sender.get(), token).isPresent())
                    .map(token -> new SentAnswer(sender.get(), token, Optional.empty()));
        }
        return open(sender.get(), opened.get());
    }

    private Optional<SentAnswer> open(Sender sender, byte[] opened) {
        Optional<Answer> answer = read(opened);
        if (answer.isEmpty()) {
            quarantine.answer(sender, opened, "NOT_VALID", "not an answer as its schema says");
            return token(sender, opened).map(token -> new SentAnswer(sender, token, Optional.empty()));
        }
        if (answers.enquiryOf(sender, answer.get()).isEmpty()) {
            quarantine.answer(sender, opened, "NOT_ASKED", "no such question was put to this source");
            return Optional.empty();
        }
        return Optional.of(new SentAnswer(sender, answer.get().token(), answer));
    }

    /**
     * Sets aside an answer on which the hub itself failed, time and again.
     *
     * @param where the kind and place of the hub's fault, without any value
     * @return the question that waits for it, if it can be told
     */
    public Optional<SentAnswer> setAside(Principal transport, byte[] sealed, String where) {
        Optional<Sender> sender = senders.of(transport);
        if (sender.isEmpty()) {
            quarantine.failing(transport, Addresses.ANSWERS, sealed, where);
            return Optional.empty();
        }
        byte[] opened = unsealed(sealed).orElse(sealed);
        quarantine.answer(sender.get(), opened, Quarantine.HUB_FAULT, where);
        return token(sender.get(), opened).map(token -> new SentAnswer(sender.get(), token, read(opened)));
    }

    /** An answer that waits in quarantine as people read it: JSON if it can be unsealed, or as it came. */
    public byte[] legible(byte[] kept) {
        return unsealed(kept).orElse(kept);
    }

    /** A mended answer to a question that was put to this sender; empty if it is none. */
    public Optional<SentAnswer> mended(Sender sender, byte[] json) {
        return read(json)
                .filter(a -> answers.enquiryOf(sender, a).isPresent())
                .map(a -> new SentAnswer(sender, a.token(), Optional.of(a)));
    }

    private Optional<byte[]> unsealed(byte[] sealed) {
        try {
            return Optional.of(Seal.open(hub, Addresses.ANSWERS, sealed));
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> read(byte[] json) {
        try {
            return Optional.of(ModelJson.read(json, Answer.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Which of the sender's questions an answer is to that is no answer otherwise. */
    private Optional<QuestionId> token(Sender sender, byte[] json) {
        try {
            return Optional.of(JSON.readTree(json).path("token").asString(""))
                    .filter(text -> !text.isEmpty())
                    .map(QuestionId::of)
                    .filter(token -> answers.asked(sender, token).isPresent());
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
