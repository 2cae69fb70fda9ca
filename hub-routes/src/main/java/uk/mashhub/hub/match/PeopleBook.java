package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.hub.assemble.TravellingFlags;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Likeness;
import uk.mashhub.match.MatchResult;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonFlag;

/**
 * The people of all enquiries: who may be whom, and which restrictions travel. Bringing records in from another enquiry
 * is for a person to decide (ruling 33); restrictions travel at once (ruling 10).
 */
public final class PeopleBook {
    /** The order in which enquiries are locked (ruling 14). */
    public static final Comparator<EnquiryId> BY_ID = Comparator.comparing(EnquiryId::value);

    private final PersonRecords persons;
    private final EnquiryStore enquiries;
    private final BlockingKeys keys;
    private final Matcher matcher;
    private final RandomSource random;

    public PeopleBook(
            PersonRecords persons, EnquiryStore enquiries, BlockingKeys keys, Matcher matcher, RandomSource random) {
        this.persons = persons;
        this.enquiries = enquiries;
        this.keys = keys;
        this.matcher = matcher;
        this.random = random;
    }

    /** Enters the people of a new referral; says which of them may be known from elsewhere. */
    public EnquiryFact.LinksFound enter(EnquiryId enquiry, EnquiryFact.Received received) {
        persons.lockKeys(keysOf(received.people()));
        List<EnquiryFact.Waiting> found = new ArrayList<>();
        for (PacketPerson person : received.people()) {
            found.addAll(enter(enquiry, person));
        }
        return new EnquiryFact.LinksFound(found);
    }

    /** Enters the people and flags of an answer; says which other enquiries the flags reach. */
    public Set<EnquiryId> enter(EnquiryId enquiry, EnquiryFact.Answered answered) {
        Set<EnquiryId> reached = new TreeSet<>(BY_ID);
        persons.lockKeys(keysOf(answered.people()));
        for (PacketPerson person : answered.people()) {
            if (!persons.exists(person.id()) && !enter(enquiry, person).isEmpty()) {
                reached.addAll(reach(List.of(person.id())));
            }
        }
        for (EnquiryFact.PersonFlags flags : answered.flags()) {
            reached.addAll(flag(flags.person(), flags.flags()));
        }
        return reached;
    }

    /** Records flags on a person; says which open enquiries must be decided again. */
    public Set<EnquiryId> flag(PersonId person, List<PersonFlag> flags) {
        persons.flag(person, flags);
        Set<EnquiryId> reached = new TreeSet<>(BY_ID);
        reached.addAll(enquiries.openEnquiriesOf(person));
        linked(person).forEach(p -> reached.addAll(enquiries.openEnquiriesOf(p)));
        return reached;
    }

    /** Which open enquiries a flag on any of these people would reach; to lock them in order beforehand. */
    public Set<EnquiryId> reach(Collection<PersonId> people) {
        Set<EnquiryId> reached = new TreeSet<>(BY_ID);
        for (PersonId person : people) {
            reached.addAll(enquiries.openEnquiriesOf(person));
            linked(person).forEach(p -> reached.addAll(enquiries.openEnquiriesOf(p)));
        }
        return reached;
    }

    /** The people of an enquiry. */
    public List<PersonId> peopleOf(EnquiryId enquiry) {
        return enquiries.peopleOf(enquiry);
    }

    /** Somebody has said that two are one person, or are not. */
    public void settle(PersonId a, PersonId b, boolean same) {
        persons.link(a, b, same ? PersonRecords.LinkState.SAME : PersonRecords.LinkState.APART);
    }

    /** The flags that reach people over links, settled or not, but for those settled as somebody else. */
    public TravellingFlags travelling(Collection<PersonId> people) {
        Map<PersonId, List<PersonFlag>> flags = new HashMap<>();
        for (PersonId person : people) {
            List<PersonFlag> reaching = linked(person).stream()
                    .flatMap(p -> persons.flags(p).stream())
                    .distinct()
                    .collect(Collectors.toList());
            if (!reaching.isEmpty()) {
                flags.put(person, reaching);
            }
        }
        return new TravellingFlags(flags);
    }

    /** Everybody who is, or may be, the same person; through as many links as there are. */
    public Set<PersonId> linked(PersonId person) {
        Set<PersonId> seen = new LinkedHashSet<>();
        List<PersonId> open = new ArrayList<>(List.of(person));
        while (!open.isEmpty()) {
            for (PersonId next : persons.linked(open.remove(open.size() - 1))) {
                if (!next.equals(person) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    /** Two messages about one child wait for each other, so that the later one finds the earlier. */
    private List<BlockingKey> keysOf(List<PacketPerson> people) {
        return people.stream()
                .flatMap(p -> keys.of(p.details()).stream())
                .distinct()
                .toList();
    }

    private List<EnquiryFact.Waiting> enter(EnquiryId enquiry, PacketPerson person) {
        Set<BlockingKey> block = keys.of(person.details());
        List<Candidate> candidates = persons.candidates(block);
        persons.create(person.id(), person.details(), block);
        enquiries.involve(enquiry, person.id());
        persons.flag(person.id(), person.flags());
        MatchResult result = matcher.match(person.details(), candidates);
        List<EnquiryFact.Waiting> waiting = new ArrayList<>();
        for (Likeness likeness : result.all()) {
            persons.link(person.id(), likeness.id(), PersonRecords.LinkState.POSSIBLE);
            waiting.add(new EnquiryFact.Waiting(
                    LinkId.random(random),
                    person.id(),
                    likeness.id(),
                    likeness.why().words()));
        }
        return waiting;
    }
}
