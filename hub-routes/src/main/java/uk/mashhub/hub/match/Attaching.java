package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.mashhub.hub.enquiry.AskedKeys;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.intake.Origin;
import uk.mashhub.hub.intake.PeopleOfMessage;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Likeness;
import uk.mashhub.match.MatchResult;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.Weight;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Attaches the people of one answer, one by one, and gathers what the answer's fact says of them. */
final class Attaching {
    private static final Doubt SOURCE_IS_NOT_SURE =
            new Doubt(List.of("the source says that this may be the person"), Optional.empty());
    private static final Doubt DETAILS_DO_NOT_AGREE =
            new Doubt(List.of("the source names this person, the details do not agree"), Optional.empty());

    /** Why a record may be somebody's, in words, and by how much. */
    private record Doubt(List<String> words, Optional<Weight> weight) {
        static Doubt of(Likeness likeness) {
            return new Doubt(likeness.why().words(), likeness.weight());
        }

        Doubt and(Doubt more) {
            return new Doubt(Stream.concat(words.stream(), more.words.stream()).toList(), weight.or(more::weight));
        }
    }

    private final PeopleOfMessage people;
    private final List<PacketPerson> added = new ArrayList<>();
    private final List<EnquiryFact.PersonFlags> flags = new ArrayList<>();
    private final List<EnquiryFact.Outsider> outside = new ArrayList<>();
    private final List<EnquiryFact.Waiting> waiting = new ArrayList<>();
    private final List<PersonId> apart = new ArrayList<>();
    /** People asked about, and candidates who may be one of them. */
    private final Set<PersonId> related = new HashSet<>();

    private final Matcher matcher;
    private final RandomSource random;
    private final AskedKeys asked;
    private final Packet packet;
    private final Answer answer;
    private final AnswerStatutes statutes;
    private final List<Candidate> candidates;
    private final ToldBefore before;

    Attaching(
            Matcher matcher,
            RandomSource random,
            AskedKeys asked,
            Packet packet,
            Function<PacketPerson, Candidate> known,
            ToldBefore before,
            Answer answer) {
        this.matcher = matcher;
        this.random = random;
        this.people = new PeopleOfMessage(random);
        this.asked = asked;
        this.statutes = new AnswerStatutes(answer);
        this.packet = packet;
        this.before = before;
        this.answer = answer;
        this.candidates = packet.people().stream().map(known).toList();
        asked.keys().forEach(k -> related.add(k.person()));
    }

    /** Everybody of whom the answer speaks. */
    Attaching all() {
        answer.people().forEach(this::attach);
        asked.keys().forEach(k -> people.nameIfNew(k.key(), k.person()));
        return this;
    }

    /**
     * The answer as a fact.
     *
     * @throws PeopleOfMessage.UnknownPerson if an item is about somebody whom the answer does not name
     */
    EnquiryFact.Answered fact(QuestionRow question, Origin origin) {
        Roles roles = new Roles(packet, added, waiting);
        return new EnquiryFact.Answered(
                question.token(),
                question.agency(),
                question.source(),
                answer.kind(),
                answer.reason(),
                added,
                flags,
                outside,
                waiting,
                apart,
                people.households(answer.households()),
                people.relationships(answer.relationships()),
                answer.items().stream()
                        .map(i -> roles.filledIn(people.item(i, origin)))
                        .toList());
    }

    /** Whether every item is about somebody who was asked about, among others. */
    boolean answersTheQuestion() {
        return answer.items().stream()
                .allMatch(i -> i.subjects().stream()
                        .map(s -> people.required(s.person()))
                        .anyMatch(related::contains));
    }

    private void attach(ContactPerson person) {
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
        MatchResult result = matcher.match(person.details(), statutes.of(person.key()), one);
        if (!result.restricted().isEmpty()) {
            isApart(person, Set.of(askedAbout));
        } else if (result.certain().isPresent()
                || one.stream().anyMatch(c -> NamelessRecord.bearsOut(c.details(), person.details()))) {
            is(person.key(), askedAbout, person);
        } else {
            mayBe(person, Map.of(askedAbout, doubt(result, askedAbout)));
        }
    }

    /** Of what the source is not sure nobody but a person is, however alike the matcher finds it. */
    private void attachOther(ContactPerson person) {
        List<PersonId> doubted = doubted(person.key());
        Set<StatuteFlag> own = statutes.of(person.key());
        MatchResult result = matcher.match(person.details(), own, candidates);
        if (!result.restricted().isEmpty() || AnswerStatutes.keepApart(own)) {
            Set<PersonId> protects = new LinkedHashSet<>(doubted);
            result.restricted().forEach(r -> protects.add(r.id()));
            isApart(person, protects);
        } else if (doubted.isEmpty() && result.certain().isPresent()) {
            is(person.key(), result.certain().get(), person);
        } else {
            Map<PersonId, Doubt> whom = new LinkedHashMap<>();
            result.all().forEach(l -> whom.put(l.id(), Doubt.of(l)));
            doubted.forEach(p -> whom.merge(p, SOURCE_IS_NOT_SURE, Doubt::and));
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
        PersonDetails known = candidates.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow()
                .details();
        PersonDetails now = Renumbered.of(known, person.details()).orElse(known);
        added.add(new PacketPerson(id, person.roles(), now, List.of()));
    }

    /**
     * Items wait with the candidate, whose flags apply over each link until somebody undoes it (ruling 10).
     *
     * @param whom the nearest first, and why
     */
    private void mayBe(ContactPerson person, Map<PersonId, Doubt> whom) {
        PersonId candidate = id(person);
        people.name(person.key(), candidate);
        related.add(candidate);
        outside(candidate, whom.keySet(), person);
        whom.forEach((id, why) -> {
            if (!before.waited(id, candidate)) {
                waiting.add(new EnquiryFact.Waiting(LinkId.random(random), id, candidate, why.words(), why.weight()));
            }
        });
    }

    /** Somebody nobody asked about: part of what the source tells, not of the enquiry. */
    private void isNew(ContactPerson person) {
        PersonId id = id(person);
        people.name(person.key(), id);
        outside(id, Set.of(), person);
    }

    /**
     * A statute keeps the record apart: nobody in the room learns that there is one (Adoption and Children Act 2002). What
     * protects the person applies at once, and stays a possibility: as the person's own it would raise a banner.
     */
    private void isApart(ContactPerson person, Set<PersonId> from) {
        PersonId id = id(person);
        people.name(person.key(), id);
        related.add(id);
        apart.add(id);
        outside(id, from, person);
    }

    private PersonId id(ContactPerson person) {
        return before.id(person.details()).orElseGet(() -> PersonId.random(random));
    }

    private void outside(PersonId id, Set<PersonId> perhaps, ContactPerson person) {
        outside.add(new EnquiryFact.Outsider(id, perhaps, person.details(), person.flags(), statutes.of(person.key())));
    }

    private void flag(PersonId id, ContactPerson person) {
        if (!person.flags().isEmpty()) {
            flags.add(new EnquiryFact.PersonFlags(id, person.flags()));
        }
    }

    private static Doubt doubt(MatchResult result, PersonId whom) {
        return result.possible().stream()
                .filter(l -> l.id().equals(whom))
                .findFirst()
                .map(Doubt::of)
                .orElse(DETAILS_DO_NOT_AGREE);
    }
}
