package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sex;

/**
 * Brings somebody into an enquiry whom no referral named, and takes them out again. Only from what a decision maker knows:
 * a list of whom sources name would show third parties to people who may not know of them, and a search would answer
 * whether a source names somebody. Records that may be theirs wait as doubtful links, as for everybody else.
 */
final class BringingIn {
    private static final SourceId ROOM = new SourceId("mash-room");

    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final Clock clock;
    private final RandomSource random;

    BringingIn(EnquiryLedger ledger, PeopleBook book, Clock clock, RandomSource random) {
        this.ledger = ledger;
        this.book = book;
        this.clock = clock;
        this.random = random;
    }

    /** Refuses to take out whom nobody brought in; every other act passes. */
    static void check(Act act, Enquiry enquiry) {
        if (act instanceof Act.TakeOut out
                && enquiry.broughtIn().noneMatch(b -> b.person().id().equals(out.person()))) {
            throw new NotAllowed("Only somebody who was brought in can be taken out.");
        }
    }

    /** Brings somebody in; says which enquiries that reaches. */
    Set<EnquiryId> bringIn(Enquiry enquiry, Team team, Act.BringIn act) {
        PacketPerson person = new PacketPerson(PersonId.random(random), act.roles(), details(act), List.of());
        ledger.append(
                enquiry.id(),
                team.agency(),
                new EnquiryFact.BroughtIn(team.agency(), person, known(team, person, act)));
        book.bringIn(enquiry.id(), person).forEach(f -> ledger.append(enquiry.id(), team.agency(), f));
        return book.reach(List.of(person.id()));
    }

    /** Takes somebody out; says which enquiries that reaches. */
    Set<EnquiryId> takeOut(Enquiry enquiry, Act.TakeOut act) {
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        reached.addAll(book.reach(List.of(act.person())));
        book.takeOut(enquiry.id(), act.person());
        return reached;
    }

    /** Since when somebody was in: who opened a packet meanwhile was shown what is gone. */
    static Instant since(Enquiry enquiry, PersonId person) {
        return enquiry.entries().stream()
                .filter(e -> e.fact() instanceof EnquiryFact.BroughtIn in
                        && in.person().id().equals(person))
                .map(Enquiry.Entry::at)
                .findFirst()
                .orElseThrow();
    }

    private static PersonDetails details(Act.BringIn act) {
        return new PersonDetails(
                List.of(PersonName.usual(act.given(), act.family())),
                act.born().map(BirthDate::accurate),
                Sex.UNKNOWN,
                List.of(),
                List.of(),
                List.of());
    }

    /** What names them to those who may know who they are. */
    private Item known(Team team, PacketPerson person, Act.BringIn act) {
        List<ItemField> fields = new ArrayList<>();
        fields.add(new ItemField(FieldKind.NAME, "Name", act.given() + " " + act.family()));
        act.born().ifPresent(day -> fields.add(new ItemField(FieldKind.BIRTH_DATE, "Date of birth", day.toString())));
        Instant now = clock.instant();
        return new Item(
                ItemId.random(random),
                new Provenance(
                        team.agency(),
                        Optional.empty(),
                        ROOM,
                        "brought-in/" + random.uuid(),
                        "",
                        Optional.empty(),
                        Optional.of(now),
                        now),
                EventTime.unknown(),
                person.roles().stream().map(r -> new Subject(person.id(), r)).toList(),
                ItemLabels.fact(DataClass.IDENTITY),
                fields,
                List.of());
    }
}
