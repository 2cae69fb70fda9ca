package uk.mashhub.hub.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.enquiry.AskedKeys;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.intake.Origin;
import uk.mashhub.hub.intake.PeopleOfMessage;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Says whom an answer is about. A person of the answer is attached to one of the enquiry only where the match is certain;
 * a doubtful one waits for somebody to settle it, and its restrictions apply meanwhile (rulings 10 and 33).
 */
public final class AnswerMatching {
    /** Nothing of an answer that could not be taken in is kept but what protects: it may be classified too high. */
    private static final PersonDetails NOTHING_KNOWN =
            new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());

    private final Matcher matcher;
    private final RandomSource random;

    public AnswerMatching(Matcher matcher, RandomSource random) {
        this.matcher = matcher;
        this.random = random;
    }

    /** The fact of an answer without content: no record, refused, unavailable. */
    public static EnquiryFact.Answered without(QuestionRow question, Answer answer) {
        return new EnquiryFact.Answered(
                question.token(),
                question.agency(),
                question.source(),
                answer.kind(),
                answer.reason(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The fact that an answer is which could not be taken in: people are told to ring, and what protects somebody who was
     * asked about applies all the same; where a statute keeps the record apart, without a sign.
     */
    public EnquiryFact.Answered refused(QuestionRow question, byte[] keys, Answer answer) {
        AskedKeys asked = ModelJson.read(keys, AskedKeys.class);
        AnswerStatutes statutes = new AnswerStatutes(answer);
        List<EnquiryFact.PersonFlags> flags = new ArrayList<>();
        List<EnquiryFact.Outsider> outside = new ArrayList<>();
        for (ContactPerson person : answer.people()) {
            Optional<PersonId> about = asked.person(person.key());
            if (about.isEmpty() || person.flags().isEmpty()) {
                continue;
            }
            Set<StatuteFlag> own = statutes.of(person.key());
            if (AnswerStatutes.keepApart(own)) {
                PersonId apart = PersonId.random(random);
                outside.add(new EnquiryFact.Outsider(apart, Set.of(about.get()), NOTHING_KNOWN, person.flags(), own));
            } else {
                flags.add(new EnquiryFact.PersonFlags(about.get(), person.flags()));
            }
        }
        return new EnquiryFact.Answered(
                question.token(),
                question.agency(),
                question.source(),
                Answer.Kind.UNAVAILABLE,
                "answered, but the answer could not be taken in: ring them",
                List.of(),
                flags,
                outside,
                List.of(),
                outside.stream().map(EnquiryFact.Outsider::id).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The fact that an answer is, or empty if it speaks of people nobody asked about.
     *
     * @param before what the source has told of in the enquiry
     * @param known what the hub knows of a person of the enquiry, from whichever enquiry
     */
    public Optional<EnquiryFact.Answered> match(
            QuestionRow question,
            byte[] keys,
            Answer answer,
            Packet packet,
            Function<PacketPerson, Candidate> known,
            ToldBefore before,
            AgencyId owner,
            Instant at) {
        AskedKeys asked = ModelJson.read(keys, AskedKeys.class);
        Attaching attaching = new Attaching(matcher, random, asked, packet, known, before, answer).all();
        try {
            if (!attaching.answersTheQuestion()) {
                return Optional.empty();
            }
            return Optional.of(attaching.fact(question, new Origin(owner, question.source(), at)));
        } catch (PeopleOfMessage.UnknownPerson e) {
            return Optional.empty();
        }
    }
}
