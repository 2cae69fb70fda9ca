package uk.mashhub.hub.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.enquiry.AskedKeys;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.intake.Origin;
import uk.mashhub.hub.intake.PeopleOfMessage;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.MatchResult;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Says whom an answer is about. A person of the answer is attached to one of the enquiry only where the match is certain;
 * a doubtful one waits for somebody to settle it, and its restrictions apply meanwhile (rulings 10 and 33).
 */
public final class AnswerMatching {
    /** Statutes that keep a person out of the room: not linked, not listed, not asked about. */
    private static final Set<StatuteFlag> APART =
            Set.of(StatuteFlag.ADOPTION, StatuteFlag.GENDER_RECOGNITION, StatuteFlag.WITNESS_PROTECTION);

    private static final List<String> SOURCE_IS_NOT_SURE = List.of("the source says that this may be the person");

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
     * asked about applies all the same.
     */
    public static EnquiryFact.Answered refused(QuestionRow question, byte[] keys, Answer answer) {
        AskedKeys asked = ModelJson.read(keys, AskedKeys.class);
        List<EnquiryFact.PersonFlags> flags = new ArrayList<>();
        for (ContactPerson person : answer.people()) {
            if (!person.flags().isEmpty()) {
                asked.person(person.key()).ifPresent(p -> flags.add(new EnquiryFact.PersonFlags(p, person.flags())));
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
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The fact that an answer is, or empty if it speaks of people nobody asked about.
     *
     * @param statutes what keeps a person of the enquiry apart, from whichever enquiry it is known
     */
    public Optional<EnquiryFact.Answered> match(
            QuestionRow question,
            byte[] keys,
            Answer answer,
            Packet packet,
            Function<PersonId, Set<StatuteFlag>> statutes,
            AgencyId owner,
            Instant at) {
        AskedKeys asked = ModelJson.read(keys, AskedKeys.class);
        Attaching attaching = new Attaching(asked, packet, statutes, answer);
        answer.people().forEach(attaching::attach);
        asked.keys().forEach(k -> attaching.people.nameIfNew(k.key(), k.person()));
        Origin origin = new Origin(owner, question.source(), at);
        try {
            if (!answer.items().stream().allMatch(i -> aboutAsked(i, attaching))) {
                return Optional.empty();
            }
            return Optional.of(new EnquiryFact.Answered(
                    question.token(),
                    question.agency(),
                    question.source(),
                    answer.kind(),
                    answer.reason(),
                    attaching.added,
                    attaching.flags,
                    attaching.outside,
                    attaching.waiting,
                    attaching.apart,
                    attaching.people.households(answer.households()),
                    attaching.people.relationships(answer.relationships()),
                    answer.items().stream()
                            .map(i -> new Roles(packet, attaching.added, attaching.waiting)
                                    .filledIn(attaching.people.item(i, origin)))
                            .toList()));
        } catch (PeopleOfMessage.UnknownPerson e) {
            return Optional.empty();
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static boolean aboutAsked(SourceItem item, Attaching attaching) {
        return item.subjects().stream()
                .map(s -> attaching.people.required(s.person()))
                .anyMatch(attaching.related::contains);
    }

    /** Attaches the people of one answer, one by one. */
    private final class Attaching {
        private final PeopleOfMessage people = new PeopleOfMessage(random);
        private final List<PacketPerson> added = new ArrayList<>();
        private final List<EnquiryFact.PersonFlags> flags = new ArrayList<>();
        private final List<EnquiryFact.Outsider> outside = new ArrayList<>();
        private final List<EnquiryFact.Waiting> waiting = new ArrayList<>();
        private final List<PersonId> apart = new ArrayList<>();
        /** People asked about, and candidates who may be one of them. */
        private final Set<PersonId> related = new HashSet<>();

        private final AskedKeys asked;
        private final Packet packet;
        private final Answer answer;
        private final List<Candidate> candidates;

        Attaching(AskedKeys asked, Packet packet, Function<PersonId, Set<StatuteFlag>> statutes, Answer answer) {
            this.asked = asked;
            this.packet = packet;
            this.answer = answer;
            this.candidates = packet.people().stream()
                    .map(p -> new Candidate(p.id(), p.details(), statutes.apply(p.id())))
                    .toList();
            asked.keys().forEach(k -> related.add(k.person()));
        }

        void attach(ContactPerson person) {
            Optional<PersonId> askedAbout = asked.person(person.key());
            if (askedAbout.isPresent()) {
                attachAsked(person, askedAbout.get());
            } else {
                attachOther(person);
            }
        }

        /** The source says that this is who was asked about; the details must bear it out. */
        private void attachAsked(ContactPerson person, PersonId askedAbout) {
            // Whoever may be asked about may be answered about: only a statute on the answer's own record keeps it
            // apart.
            List<Candidate> one = candidates.stream()
                    .filter(c -> c.id().equals(askedAbout))
                    .map(c -> new Candidate(c.id(), c.details(), Set.of()))
                    .toList();
            MatchResult result = matcher.match(person.details(), statutes(person.key()), one);
            if (!result.restricted().isEmpty()) {
                // What protects a person applies at once, even where the record itself stays apart (ruling 10).
                flag(askedAbout, person);
                isApart(person, Set.of(askedAbout));
            } else if (result.certain().isPresent()
                    || one.stream().anyMatch(c -> NamelessRecord.bearsOut(c.details(), person.details()))) {
                is(person.key(), askedAbout, person);
            } else {
                mayBe(person, Map.of(askedAbout, words(result, askedAbout)));
            }
        }

        /** Of what the source is not sure nobody but a person is, however alike the matcher finds it. */
        private void attachOther(ContactPerson person) {
            List<PersonId> doubted = doubted(person.key());
            Set<StatuteFlag> statutes = statutes(person.key());
            MatchResult result = matcher.match(person.details(), statutes, candidates);
            if (!result.restricted().isEmpty() || statutes.stream().anyMatch(APART::contains)) {
                Set<PersonId> protects = new LinkedHashSet<>(doubted);
                result.restricted().forEach(r -> protects.add(r.id()));
                protects.forEach(id -> flag(id, person));
                isApart(person, protects);
            } else if (doubted.isEmpty() && result.certain().isPresent()) {
                is(person.key(), result.certain().get(), person);
            } else {
                Map<PersonId, List<String>> whom = new LinkedHashMap<>();
                result.all().forEach(l -> whom.put(l.id(), l.why().words()));
                doubted.forEach(p -> whom.merge(p, SOURCE_IS_NOT_SURE, AnswerMatching::both));
                if (whom.isEmpty()) {
                    isNew(person);
                } else {
                    mayBe(person, whom);
                }
            }
        }

        /** Whom the source takes a record for, without being sure. */
        private List<PersonId> doubted(PersonKey record) {
            return answer.candidates().stream()
                    .filter(c -> c.key().equals(record))
                    .flatMap(c -> asked.person(c.of()).stream())
                    .toList();
        }

        private void is(PersonKey key, PersonId id, ContactPerson person) {
            people.name(key, id);
            flag(id, person);
            PacketPerson known = packet.people().stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            added.add(new PacketPerson(id, person.roles(), known.details(), List.of()));
        }

        /**
         * Items wait with the candidate, whose flags apply over each link until somebody undoes it (ruling 10).
         *
         * @param whom the nearest first, and why in words
         */
        private void mayBe(ContactPerson person, Map<PersonId, List<String>> whom) {
            PersonId candidate = PersonId.random(random);
            people.name(person.key(), candidate);
            related.add(candidate);
            outside(candidate, whom.keySet(), person);
            whom.forEach((id, why) -> waiting.add(new EnquiryFact.Waiting(LinkId.random(random), id, candidate, why)));
        }

        /** Somebody nobody asked about: part of what the source tells, not of the enquiry. */
        private void isNew(ContactPerson person) {
            PersonId id = PersonId.random(random);
            people.name(person.key(), id);
            outside(id, Set.of(), person);
        }

        /** A statute keeps the record apart: nobody in the room learns that there is one (Adoption and Children Act 2002). */
        private void isApart(ContactPerson person, Set<PersonId> from) {
            PersonId id = PersonId.random(random);
            people.name(person.key(), id);
            related.add(id);
            apart.add(id);
            outside(id, from, person);
        }

        private void outside(PersonId id, Set<PersonId> perhaps, ContactPerson person) {
            outside.add(
                    new EnquiryFact.Outsider(id, perhaps, person.details(), person.flags(), statutes(person.key())));
        }

        /** What the answer's own items say keeps this person apart. */
        private Set<StatuteFlag> statutes(PersonKey key) {
            return answer.items().stream()
                    .filter(i -> i.subjects().stream().anyMatch(s -> s.person().equals(key)))
                    .flatMap(i -> i.labels().statutes().stream())
                    .collect(Collectors.toSet());
        }

        private void flag(PersonId id, ContactPerson person) {
            if (!person.flags().isEmpty()) {
                flags.add(new EnquiryFact.PersonFlags(id, person.flags()));
            }
        }

        private List<String> words(MatchResult result, PersonId whom) {
            return result.possible().stream()
                    .filter(l -> l.id().equals(whom))
                    .findFirst()
                    .map(l -> l.why().words())
                    .orElse(List.of("the source names this person, the details do not agree"));
        }
    }
}
