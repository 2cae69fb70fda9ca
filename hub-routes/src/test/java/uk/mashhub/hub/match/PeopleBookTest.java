package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.assemble.TravellingFlags;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.PersonStore.LinkState;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;

/** A flag that travels says whether it is the person's own: only if every link on the way is settled (ruling 10). */
class PeopleBookTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final SourceId SOURCE = new SourceId("council-cin");
    private static final PersonFlag SAFE =
            new PersonFlag(SafetyFlag.SAFE_ADDRESS, SOURCE, Optional.empty(), Optional.empty());
    private static final PersonDetails NOTHING =
            new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());

    private final TestDatabase database = TestDatabase.shared();
    private final EnquiryStore enquiries = new EnquiryStore(database.app, database.vault, database.random);
    private final PersonRecords persons = new PersonRecords(
            new PersonStore(database.app, database.vault, database.random),
            database.inApp(),
            Clock.fixed(AT, ZoneOffset.UTC));
    private final List<Integer> alarms = new ArrayList<>();
    private final PeopleBook book = new PeopleBook(
            persons,
            enquiries,
            new BlockingKeys(new byte[32]),
            Matcher.weighing(),
            crowded -> {},
            alarms::add,
            database.random);
    private final People family = People.family();
    private final PersonId here = person();
    private final PersonId there = person();

    private PersonId person() {
        PersonId id = PersonId.random(database.random);
        persons.add(id, NOTHING, Set.of());
        return id;
    }

    private PersonId known(String given, LocalDate born) {
        PersonId id = PersonId.random(database.random);
        persons.add(
                id,
                new PersonDetails(
                        family.details(given, 2016).names(),
                        Optional.of(BirthDate.accurate(born)),
                        Sex.UNKNOWN,
                        List.of(),
                        List.of(),
                        List.of()),
                Set.of());
        return id;
    }

    /** A person may say so; the hub says aloud that it can hardly be. */
    @Test
    void raisesTheAlarmOverAGroupThatCanHardlyBeOnePerson() {
        PersonId maya = known("Maya", LocalDate.of(2016, 3, 14));
        PersonId again = known("Maya", LocalDate.of(2016, 3, 14));
        book.settle(maya, again, true);
        book.lookAtGroup(maya);
        assertThat(alarms).as("one child told of twice").isEmpty();

        book.settle(again, known("Gareth", LocalDate.of(1971, 11, 2)), true);
        book.lookAtGroup(maya);
        assertThat(alarms).as("forename and date of birth both differ").containsExactly(3);
    }

    @Test
    void raisesTheAlarmOverMoreRecordsThanALifeLeaves() {
        for (int i = 0; i < 19; i++) {
            book.settle(here, person(), true);
        }
        book.lookAtGroup(here);
        assertThat(alarms).as("twenty").isEmpty();
        book.settle(here, person(), true);
        book.lookAtGroup(here);
        assertThat(alarms).containsExactly(21);
    }

    private TravellingFlags reaching() {
        return book.travelling(List.of(here));
    }

    private void only(List<PersonFlag> settled, List<PersonFlag> possible) {
        assertThat(reaching().settled(here)).isEqualTo(settled);
        assertThat(reaching().possible(here)).isEqualTo(possible);
    }

    @Test
    void isTheirsOnceTheLinkIsSettledAndNobodysOnceItIsNot() {
        persons.flag(there, List.of(SAFE));
        persons.link(here, there, LinkState.POSSIBLE);
        only(List.of(), List.of(SAFE));
        book.settle(here, there, true);
        only(List.of(SAFE), List.of());
        book.settle(here, there, false);
        only(List.of(), List.of());
    }

    @Test
    void isDoubtfulIfOneLinkOnTheWayIs() {
        PersonId farther = person();
        persons.flag(farther, List.of(SAFE));
        book.settle(here, there, true);
        persons.link(there, farther, LinkState.POSSIBLE);
        only(List.of(), List.of(SAFE));
        book.settle(there, farther, true);
        only(List.of(SAFE), List.of());
    }
}
