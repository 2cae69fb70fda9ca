package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.assemble.TravellingFlags;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.PersonLinks;
import uk.mashhub.hub.storage.PersonStore.LinkState;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.PairExplanation;
import uk.mashhub.match.PersonIndex;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * The people of all enquiries: who may be whom, and which restrictions travel. Bringing records in from another enquiry
 * is for a person to decide (ruling 33); restrictions travel at once (ruling 10).
 */
public final class PeopleBook {
    /** So many records of one person at most are plausible across enquiries. */
    private static final int MOST_OF_ONE = 20;

    private final PersonRecords persons;
    private final EnquiryStore enquiries;
    private final BlockingKeys keys;
    private final Entering entering;
    private final IntConsumer implausible;
    private final RandomSource random;
    private final KeptApart apart;

    /**
     * @param crowded told how many keys of somebody new were too common to search under; it raises the alarm
     * @param implausible told how many records were made one that can hardly be; it raises the alarm
     */
    public PeopleBook(
            PersonRecords persons,
            EnquiryStore enquiries,
            BlockingKeys keys,
            Matcher matcher,
            IntConsumer crowded,
            IntConsumer implausible,
            RandomSource random) {
        this.persons = persons;
        this.enquiries = enquiries;
        this.keys = keys;
        this.entering = new Entering(persons, keys, matcher, crowded);
        this.implausible = implausible;
        this.random = random;
        this.apart = new KeptApart(persons);
    }

    /** Enters the people of a new referral; says, as facts for its ledger, which of them may be known from elsewhere. */
    public List<EnquiryFact> enter(EnquiryId enquiry, EnquiryFact.Received received) {
        persons.lockKeys(keysOf(received.people().stream().map(PacketPerson::details)));
        LinksMade made = new LinksMade(random);
        for (PacketPerson person : received.people()) {
            Set<StatuteFlag> statutes = statutes(received.items(), person.id());
            entering.enter(person.id(), person.details(), person.flags(), statutes, made);
            enquiries.involve(enquiry, person.id());
        }
        return made.facts();
    }

    /** Enters somebody whom a decision maker brings into an enquiry; says from where they may be known. */
    public List<EnquiryFact> bringIn(EnquiryId enquiry, PacketPerson person) {
        persons.lockKeys(keysOf(Stream.of(person.details())));
        LinksMade made = new LinksMade(random);
        entering.enter(person.id(), person.details(), person.flags(), Set.of(), made);
        enquiries.involve(enquiry, person.id());
        return made.facts();
    }

    /** Takes somebody out of an enquiry who was brought in. */
    public void takeOut(EnquiryId enquiry, PersonId person) {
        enquiries.leave(enquiry, person);
    }

    /**
     * What an answer brought.
     *
     * @param reached open enquiries, in the order of their ids, that its flags and links reach
     * @param found facts for its ledger: who of the people of whom it speaks may be known from elsewhere
     */
    public record Entered(Set<EnquiryId> reached, List<EnquiryFact> found) {
        public Entered {
            found = List.copyOf(found);
        }
    }

    /** Makes everybody else wait who would enter one of these people. Call it before any enquiry is locked. */
    public void lockKeysOf(List<ContactPerson> people) {
        persons.lockKeys(keysOf(people.stream().map(ContactPerson::details)));
    }

    /** Enters those of whom an answer speaks, and the flags that it raises. Nobody joins the enquiry by it. */
    public Entered enter(EnquiryId enquiry, EnquiryFact.Answered answered) {
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        LinksMade made = new LinksMade(random);
        persons.lockKeys(keysOf(answered.outside().stream().map(EnquiryFact.Outsider::details)));
        for (EnquiryFact.Outsider outsider : answered.outside()) {
            enter(outsider, answered.apart().contains(outsider.id()), made);
            enquiries.names(enquiry, outsider.id());
            reached.addAll(reach(List.of(outsider.id())));
        }
        for (PacketPerson person : answered.people()) {
            if (Renumbered.is(person.details()) && entering.renumber(person.id(), person.details(), made)) {
                reached.addAll(reach(List.of(person.id())));
            }
        }
        for (EnquiryFact.PersonFlags flags : answered.flags()) {
            reached.addAll(flag(flags.person(), flags.flags()));
        }
        return new Entered(reached, made.facts());
    }

    /**
     * Who may be somebody of the enquiry is linked to them; only of a stranger nothing is known until it is looked for. Of a
     * record that comes again what was said of it stands.
     */
    private void enter(EnquiryFact.Outsider outsider, boolean apart, LinksMade made) {
        if (outsider.perhaps().isEmpty()) {
            entering.enter(outsider.id(), outsider.details(), outsider.flags(), outsider.statutes(), made);
            return;
        }
        entering.again(outsider.id(), outsider.details());
        persons.flag(outsider.id(), outsider.flags());
        persons.restrict(outsider.id(), outsider.statutes());
        outsider.perhaps().forEach(who -> persons.linkIfNothingIsSaid(outsider.id(), who));
        if (apart) {
            outsider.perhaps().forEach(who -> made.kept(who, outsider.id()));
        }
    }

    /** Records flags on a person; says which open enquiries must be decided again. */
    public Set<EnquiryId> flag(PersonId person, List<PersonFlag> flags) {
        persons.flag(person, flags);
        return reach(List.of(person));
    }

    /** Which open enquiries a flag on any of these people would reach; to lock them in order beforehand. */
    public Set<EnquiryId> reach(Collection<PersonId> people) {
        PersonLinks links = persons.links(people);
        Set<PersonId> all = new HashSet<>(people);
        people.forEach(p -> all.addAll(links.linked(p)));
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        reached.addAll(enquiries.enquiriesOf(all));
        return reached;
    }

    /** Which enquiries an enquiry's people, or those whom its sources name, may have to do with; itself among them. */
    public Set<EnquiryId> around(EnquiryId enquiry) {
        List<PersonId> people = new ArrayList<>(enquiries.peopleOf(enquiry));
        people.addAll(enquiries.strangersOf(enquiry));
        return reach(people);
    }

    /**
     * Everybody known under every word of a name and a date of birth, by id; nobody else is entered under them until the
     * transaction ends. Others may be among them.
     *
     * @return empty if too many share each of the words to say who they all are
     */
    public Optional<Map<PersonId, PersonDetails>> bornUnder(String name, BirthDate born) {
        // As forenames: every record of the name has a trait for each of its words and the day.
        PersonName words = new PersonName(List.of(name.split(" ")), "", NameUse.USUAL);
        PersonDetails asked =
                new PersonDetails(List.of(words), Optional.of(born), Sex.UNKNOWN, List.of(), List.of(), List.of());
        Set<BlockingKey> shared =
                keys.of(asked).stream().filter(k -> !k.loose()).collect(Collectors.toSet());
        persons.lockKeys(shared);
        PersonIndex.Found found = persons.candidates(shared);
        return found.crowded() < shared.size()
                ? Optional.of(found.people().stream().collect(Collectors.toMap(Candidate::id, Candidate::details)))
                : Optional.empty();
    }

    /** Whether it is settled that two are one person. */
    public boolean isSame(PersonId one, PersonId other) {
        return persons.same(one).contains(other);
    }

    /** The people of an enquiry. */
    public List<PersonId> peopleOf(EnquiryId enquiry) {
        return enquiries.peopleOf(enquiry);
    }

    /** What is known of each of these people; of whom nothing is known is not there. */
    Map<PersonId, PersonDetails> details(Collection<PersonId> people) {
        return persons.details(people);
    }

    /** The enquiries that are about a person, or whose sources name them. */
    public List<EnquiryId> enquiriesOf(PersonId person) {
        return enquiries.enquiriesOf(person);
    }

    /** Somebody has said that two are one person, or are not. */
    public void settle(PersonId a, PersonId b, boolean same) {
        persons.link(a, b, same ? LinkState.SAME : LinkState.APART);
    }

    /**
     * Looks at everybody who is settled to be one with somebody, and raises the alarm where that can hardly be: more records
     * than a life leaves, or two among them of whom a guard says that they are not one. What people settled stands.
     */
    public void lookAtGroup(PersonId person) {
        List<PersonId> group = new ArrayList<>(persons.same(person));
        group.add(person);
        List<PersonDetails> known = List.copyOf(persons.details(group).values());
        boolean torn = known.stream()
                .anyMatch(a -> known.stream()
                        .anyMatch(b -> PairExplanation.of(a, Set.of(), b, Set.of())
                                .guard()
                                .filter(g -> !g.leavesToAPerson())
                                .isPresent()));
        if (group.size() > MOST_OF_ONE || torn) {
            implausible.accept(group.size());
        }
    }

    /** What somebody said of two is taken back: they may be one person. */
    public void unsettle(PersonId a, PersonId b) {
        persons.link(a, b, LinkState.POSSIBLE);
    }

    /** What forbids joining a person's records, from whichever enquiry it is known. */
    public Set<StatuteFlag> statutes(PersonId person) {
        return persons.statutes(person);
    }

    /** Somebody of an enquiry as a candidate, by all that is known of them from whichever enquiry. */
    public Candidate known(PacketPerson person) {
        return persons.known(person.id(), person.details());
    }

    /** Whom a statute keeps apart. */
    public KeptApart apart() {
        return apart;
    }

    /** The flags that reach people over links, settled or not, but for those settled as somebody else. */
    public TravellingFlags travelling(Collection<PersonId> people) {
        PersonLinks links = persons.links(people);
        return Travelling.over(
                links,
                people,
                persons.flags(
                        people.stream().flatMap(p -> links.linked(p).stream()).collect(Collectors.toSet())));
    }

    /** How everybody stands to each other who is, or may be, one of these people. */
    PersonLinks links(Collection<PersonId> people) {
        return persons.links(people);
    }

    /** Everybody else who is, or may be, the same person; through as many links as there are. */
    public List<PersonId> linked(PersonId person) {
        return persons.linked(person);
    }

    /** Two messages about one child wait for each other, so that the later one finds the earlier. */
    private Set<BlockingKey> keysOf(Stream<PersonDetails> people) {
        return people.flatMap(p -> keys.of(p).stream()).collect(Collectors.toSet());
    }

    private static Set<StatuteFlag> statutes(List<Item> items, PersonId person) {
        return items.stream()
                .filter(i -> i.subjects().stream().anyMatch(s -> s.person().equals(person)))
                .flatMap(i -> i.labels().statutes().stream())
                .collect(Collectors.toSet());
    }
}
