package uk.mashhub.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.retention.RetentionPlan.Line;
import uk.mashhub.hub.retention.RetentionPlan.Standing;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

class RetentionPlanTest {
    private final RetentionRoom room = new RetentionRoom();
    private final People family = People.family(MonthDay.of(3, 14));
    private final PacketPerson maya = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);

    @Test
    void keepsAnEnquiryToTheLastDayOfItsScheduleAndNoOpenOneAtAll() {
        EnquiryId closed = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        EnquiryId open = room.hub.refer(
                List.of(People.family(MonthDay.of(3, 14)).person("Otto", 2016, SubjectRole.INDEX_CHILD)), List.of());
        assertThat(room.standing(closed)).isEqualTo(Standing.KEPT);
        assertThat(room.line(closed)).isEmpty();

        room.yearsPass(1);

        Line line = room.line(closed).orElseThrow();
        assertThat(line.standing()).isEqualTo(Standing.DUE);
        assertThat(line.schedule()).isEqualTo("no-further-action");
        assertThat(room.line(open)).isEmpty();
        assertThat(room.standing(open)).isEqualTo(Standing.KEPT);
        assertThat(room.holds(closed)).as("a plan changes nothing").isTrue();
    }

    @Test
    void keepsAChildsProtectionUntilTheChildIsOldEnough() {
        EnquiryId id = room.closed(List.of(maya), List.of(), ThresholdOutcome.STRATEGY_DISCUSSION);
        room.yearsPass(7);
        assertThat(room.standing(id)).isEqualTo(Standing.KEPT);
        room.yearsPass(8);
        assertThat(room.line(id).map(Line::endsOn)).contains(LocalDate.of(2041, 3, 14));
        room.yearsPass(1);
        assertThat(room.standing(id)).isEqualTo(Standing.DUE);
    }

    @Test
    void keepsLongerWhereABirthIsNotKnown() {
        PersonDetails known = family.details("Noah", 2016);
        PacketPerson noah = new PacketPerson(
                maya.id(),
                maya.roles(),
                new PersonDetails(known.names(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of()),
                List.of());
        EnquiryId id = room.closed(List.of(noah), List.of(), ThresholdOutcome.STRATEGY_DISCUSSION);

        room.yearsPass(24);

        assertThat(room.standing(id)).as("25 years after it came").isNotEqualTo(Standing.DUE);
        room.yearsPass(1);
        assertThat(room.standing(id)).isEqualTo(Standing.DUE);
    }

    @Test
    void asksForAReviewWhenTheChildIsOfAgeAndLetsItGoByOneWord() {
        EnquiryId id = room.closed(List.of(maya), List.of(), ThresholdOutcome.STRATEGY_DISCUSSION);
        room.yearsPass(9);
        assertThat(room.standing(id)).isEqualTo(Standing.OF_AGE);

        room.reviews.say(id, AgeReviews.Word.KEEP, room.ida, room.now.get());
        assertThat(room.standing(id)).isEqualTo(Standing.KEPT);

        room.reviews.say(id, AgeReviews.Word.LET_GO, room.ida, room.now.get());
        assertThat(room.standing(id)).isEqualTo(Standing.DUE);
    }

    @Test
    void forgetsAWordFromBeforeTheEnquiryWasClosedForTheLastTime() {
        EnquiryId id = room.closed(List.of(maya), List.of(), ThresholdOutcome.STRATEGY_DISCUSSION);
        room.reviews.say(
                id, AgeReviews.Word.LET_GO, room.ida, room.hub.clock.instant().minusSeconds(60));

        room.yearsPass(9);

        assertThat(room.standing(id)).isEqualTo(Standing.OF_AGE);
    }

    @Test
    void letsNobodyLetAnEnquiryGoBeforeTheChildIsOfAge() {
        EnquiryId id = room.closed(List.of(maya), List.of(), ThresholdOutcome.STRATEGY_DISCUSSION);
        room.reviews.say(id, AgeReviews.Word.LET_GO, room.ida, room.now.get());
        room.yearsPass(2);
        assertThat(room.standing(id)).isEqualTo(Standing.KEPT);
    }

    @Test
    void keepsWhatAHoldIsOnUntilTwoHaveLiftedIt() {
        EnquiryId id = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);
        UUID hold = room.hub.in(
                () -> room.holds.place(room.hub.area.code(), Optional.of(id), "An inquest", room.ida, room.now.get()));
        assertThat(room.standing(id)).isEqualTo(Standing.HELD);

        assertThat(room.holds.lift(hold, room.ida, room.now.get())).isFalse();
        assertThat(room.holds.lift(hold, room.ida, room.now.get()))
                .as("the same again")
                .isFalse();
        assertThat(room.standing(id)).isEqualTo(Standing.HELD);
        assertThat(room.holds.lift(hold, room.ivo, room.now.get())).isTrue();
        assertThat(room.standing(id)).isEqualTo(Standing.DUE);
    }

    @Test
    void keepsEverythingOfAnAreaUnderAMoratorium() {
        EnquiryId id = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);
        UUID hold = room.hub.in(() ->
                room.holds.place(room.hub.area.code(), Optional.empty(), "A public inquiry", room.ida, room.now.get()));
        try {
            assertThat(room.standing(id)).isEqualTo(Standing.HELD);
        } finally {
            room.holds.lift(hold, room.ida, room.now.get());
            room.holds.lift(hold, room.ivo, room.now.get());
        }
    }

    /** What an old enquiry says of the family restricts what a new one shows. */
    @Test
    void keepsWhatANewerEnquiryAboutTheSameFamilyNeeds() {
        EnquiryId old = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        PacketPerson again = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
        EnquiryId newer = room.hub.refer(List.of(again), List.of());
        room.yearsPass(1);
        assertThat(room.standing(old)).as("the other is open").isEqualTo(Standing.NEEDED);

        room.close(newer, again, ThresholdOutcome.STRATEGY_DISCUSSION);
        assertThat(room.standing(old)).as("the other is kept longer").isEqualTo(Standing.NEEDED);
    }

    @Test
    void namesWhatCannotBeReadAndGoesOn() {
        EnquiryId broken = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        EnquiryId due = room.closed(
                List.of(People.family(MonthDay.of(3, 14)).person("Otto", 2016, SubjectRole.INDEX_CHILD)),
                List.of(),
                ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);
        List<UUID> facts = room.hub
                .database
                .app
                .sql("select row_id from enquiry_fact where enquiry_id = :id order by seq limit 1")
                .param("id", broken.value())
                .query(UUID.class)
                .list();
        room.flip(facts);
        try {
            assertThat(room.line(broken).map(Line::standing)).contains(Standing.DAMAGED);
            assertThat(room.line(due).map(Line::standing)).contains(Standing.DUE);
        } finally {
            room.flip(facts);
        }
        assertThat(room.line(broken).map(Line::standing)).contains(Standing.DUE);
    }

    @Test
    void opensOnlyWhatItMayBeTimeFor() {
        EnquiryId later = room.closed(List.of(maya), List.of(), ThresholdOutcome.STRATEGY_DISCUSSION);
        EnquiryLedger ledger = spy(room.hub.ledger);
        RetentionPlan plan = room.plan(ledger);
        room.yearsPass(2);
        room.hub.in(() -> plan.of(room.hub.area));
        verify(ledger).look(later);
        clearInvocations(ledger);

        room.hub.in(() -> plan.of(room.hub.area));
        verify(ledger, never()).look(later);

        assertThat(room.hub.act(room.dana, later, new Act.Reopen("There is more.")))
                .isEmpty();
        room.close(later, maya, ThresholdOutcome.STRATEGY_DISCUSSION);
        room.hub.in(() -> plan.of(room.hub.area));
        verify(ledger).look(later);
        clearInvocations(ledger);

        room.yearsPass(7);
        assertThat(room.hub.in(() -> plan.of(room.hub.area)))
                .as("of age in the year that has come")
                .anyMatch(l -> l.enquiry().equals(later) && l.standing() == Standing.OF_AGE);
    }
}
