package uk.mashhub.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.engine.Answers;
import uk.mashhub.policy.fact.AskFacts;
import uk.mashhub.policy.fact.ItemFacts;
import uk.mashhub.policy.json.CanonicalJson;

/**
 * The only door: answers the four questions of ruling 3 and makes the only things that may leave. Pure: the same inputs
 * and policy give the same content, on any number of threads. Whatever cannot be worked out is held back.
 */
public final class PolicyEngine {
    private final SharingPolicy policy;
    private final Seal seal;
    private final Answers answers;
    private final ViewMaker views;

    /**
     * @param sealKey 32 bytes, which nothing else may receive
     */
    public PolicyEngine(SharingPolicy policy, byte[] sealKey) {
        this(policy, sealKey, new ItemFacts());
    }

    PolicyEngine(SharingPolicy policy, byte[] sealKey, ItemFacts facts) {
        this.policy = policy;
        this.seal = new Seal(sealKey);
        this.answers = policy.compiled().answers();
        this.views = new ViewMaker(policy, facts, answers, seal);
    }

    /** Decides every item for one reader and makes its view, without a worksheet of who waits for its releases. */
    public DecidedView view(Packet packet, Readership reader, Artefact artefact, Handles handles) {
        return view(packet, reader, artefact, handles, List.of());
    }

    /**
     * Decides every item for one reader and makes its view.
     *
     * @param reader who reads it, whose packet it is, and for whom the reader's team acts
     * @param others everybody who reads this enquiry. An agency's lead sees which of them wait for a release of its items
     */
    public DecidedView view(
            Packet packet, Readership reader, Artefact artefact, Handles handles, List<Readership> others) {
        return views.make(packet, reader, artefact, handles, others);
    }

    /**
     * Makes the views of several readers, each as {@link #view(Packet, Readership, Artefact, Handles, List)} makes it with all of
     * them as others; what is decided of an item for a reader is decided once.
     *
     * @return one for each reader, in their order
     */
    public List<DecidedView> views(Packet packet, List<Readership> readers, Artefact artefact, Handles handles) {
        return views.make(packet, readers, artefact, handles);
    }

    /** May this agency's source be asked, for the purpose of the enquiry? */
    public Permission mayAsk(Packet packet, AgencyId agency, Sector sector, SourceId source) {
        AskFacts facts = new AskFacts(packet, agency, sector, policy.book().windows());
        Permission permission = Permission.of(answers.to(Gate.MAY_ASK, facts.asking()));
        QuestionMaker maker = new QuestionMaker(answers, facts, sector, source);
        boolean nobody = permission.allowed()
                && maker.people(packet, p -> new PersonKey(p.toString())).isEmpty();
        return nobody
                ? new Permission(
                        Ruling.REFUSE, "HOUSE/nobody-to-ask-about", "There is nobody whom it may be asked about.", "")
                : permission;
    }

    /**
     * Makes the question to one source: names, date of birth, the sector's own identifiers, of the people whom it is
     * proportionate to ask about. Nobody's reason, no other agency's name, no location of anybody who is hidden.
     *
     * @param keys fresh random keys that name the people in this question only
     * @throws IllegalStateException if {@link #mayAsk} does not allow it
     */
    public SealedQuestion question(
            Packet packet,
            AgencyId agency,
            Sector sector,
            SourceId source,
            QuestionId token,
            Instant dueAt,
            Function<PersonId, PersonKey> keys) {
        Permission permission = mayAsk(packet, agency, sector, source);
        if (!permission.allowed()) {
            throw new IllegalStateException("policy does not allow this question: " + permission.ruleId());
        }
        AskFacts facts = new AskFacts(packet, agency, sector, policy.book().windows());
        QuestionMaker maker = new QuestionMaker(answers, facts, sector, source);
        Question question = new Question(token, source, packet.purpose(), dueAt, maker.people(packet, keys));
        CanonicalJson written = CanonicalJson.of(QuestionText.of(question));
        return new SealedQuestion(question, seal.seal("question", written), Seal.lines(written));
    }

    /** May this user open this view? */
    public Permission mayOpen(Opening opening) {
        return Permission.of(answers.to(Gate.MAY_OPEN, opening.facts()));
    }

    /** May this leave, by this channel, for this recipient? */
    public Permission maySend(Sending sending) {
        return Permission.of(answers.to(Gate.MAY_SEND, sending.facts()));
    }

    /**
     * Makes what a referrer is told of an outcome, in a closed form.
     *
     * @param contact whom the referrer rings, from configuration
     * @throws IllegalStateException if {@link #maySend} does not allow it
     */
    public Feedback feedback(Sending sending, ThresholdOutcome outcome, LocalDate decidedOn, String contact) {
        Permission permission = maySend(sending);
        if (sending.artefact() != Artefact.FEEDBACK || !permission.allowed()) {
            throw new IllegalStateException("policy does not allow this feedback: " + permission.ruleId());
        }
        return Feedback.of(outcome, decidedOn, contact);
    }

    /**
     * Makes what a school is told of a domestic-abuse incident, in a closed form. Where somebody hides, the words of the
     * police go with it only once a second person has looked at them.
     *
     * @throws IllegalStateException if {@link #maySend} does not allow it
     */
    public EncompassNotice encompass(Sending sending, EncompassNotice.Incident incident) {
        Permission permission = maySend(sending);
        boolean push = sending.artefact() == Artefact.STATUTORY_PUSH && sending.purpose() == Purpose.ENCOMPASS;
        if (!push || !permission.allowed()) {
            throw new IllegalStateException("policy does not allow this notice: " + permission.ruleId());
        }
        return EncompassNotice.of(incident, !sending.enquiryHidesLocation() || sending.secondPersonReleased());
    }

    /**
     * Opens a stored view.
     *
     * @throws SealBroken if it was changed, or sealed for another key
     */
    public SealedView unseal(byte[] stored, ViewKey key) {
        return seal.unseal(stored, key);
    }

    /** The policy that it decides with. */
    public SharingPolicy policy() {
        return policy;
    }

    /** Orders decisions for the log. */
    static final Comparator<ItemDecision> BY_ITEM =
            Comparator.comparing(d -> d.item().value());
}
