package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.retention.Erasing;
import uk.mashhub.hub.retention.Expiring;
import uk.mashhub.hub.retention.RetentionPlan;
import uk.mashhub.hub.retention.RetentionPlan.Line;
import uk.mashhub.hub.retention.RetentionSchedules;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.hub.storage.KeyRetirement;
import uk.mashhub.hub.storage.LegalHolds;
import uk.mashhub.hub.storage.RetentionLooks;
import uk.mashhub.hub.storage.TermStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Two information governance leads; what somebody is kept from is not there for them. */
class RetentionDeskTest {
    private final SmallHub hub = SmallHub.started();
    private final java.time.Clock later = java.time.Clock.offset(hub.clock, java.time.Duration.ofDays(800));
    private final Erasures erasures = new Erasures(hub.database.app);
    private final LegalHolds holds = new LegalHolds(hub.database.app, hub.database.vault, hub.database.random);
    private final RetentionSchedules schedules =
            RetentionSchedules.load(java.nio.file.Path.of("../config/retention.yaml"));
    private final RetentionPlan plan = new RetentionPlan(
            schedules,
            hub.ledger,
            hub.book,
            holds,
            new AgeReviews(hub.database.app),
            new RetentionLooks(hub.database.app),
            later);
    private final RetentionDesk desk = new RetentionDesk(
            plan,
            new Expiring(schedules, new TermStore(hub.database.app), hub.audit, hub.database.inApp(), later),
            new Erasing(
                    new Partnership(List.of(hub.area)),
                    erasures,
                    hub.ledger,
                    plan,
                    new KeyRetirement(
                            hub.database.app,
                            hub.database.appManager,
                            hub.database.keys,
                            hub.database.vault,
                            hub.database.destroyed),
                    hub.audit,
                    hub.database.appManager,
                    later),
            erasures,
            holds,
            new AgeReviews(hub.database.app),
            hub.ledger,
            hub.conflicts,
            hub.audit,
            hub.database.inApp(),
            later,
            hub.database.random);
    private final Reader police = reader("ig-police");
    private final Reader council = reader("ig-council");
    private final PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final EnquiryId due = due();

    private Reader reader(String team) {
        SignedIn who = hub.somebody(team);
        Team found = hub.area.team(who.team()).orElseThrow();
        return new Reader(who, hub.area, found);
    }

    private EnquiryId due() {
        SignedIn dana = hub.somebody("council-decision");
        EnquiryId id = hub.refer(List.of(child), List.of());
        ThresholdOutcome outcome = ThresholdOutcome.NO_FURTHER_ACTION;
        hub.act(dana, id, new Act.DecideChild(child.id(), Set.of(outcome), "Nothing in it.", "", 1));
        hub.act(dana, id, new Act.TellReferrer(outcome, true));
        assertThat(hub.act(dana, id, new Act.Close("Done."))).isEmpty();
        return id;
    }

    @AfterEach
    void leavesNoProposal() {
        erasures.open(hub.area.code()).ifPresent(e -> erasures.withdraw(e.id()));
    }

    private boolean reads(Reader reader) {
        return desk.page(reader).lines().stream().map(Line::enquiry).anyMatch(due::equals);
    }

    @Test
    void letsOneProposeWhatTheyHaveReadAndAnotherApprove() {
        assertThat(desk.propose(police, "what I read last week")).isFalse();
        assertThat(desk.propose(police, desk.page(police).digest())).isTrue();
        RetentionDesk.Page page = desk.page(police);
        assertThat(page.own()).isTrue();
        assertThat(page.mayPropose()).isFalse();
        assertThat(page.items()).extracting(Erasures.Item::enquiry).contains(due);
        assertThat(desk.approve(police, page.erasure().orElseThrow().id())).isFalse();
        assertThat(desk.page(council).own()).isFalse();
        assertThat(desk.withdraw(council, page.erasure().orElseThrow().id())).isTrue();
        assertThat(hub.ledger.look(due).id()).as("nothing went").isEqualTo(due);
    }

    @Test
    void knowsOfNothingFromWhichItsReaderIsKept() {
        String reference = hub.ledger.look(due).row().reference();
        assertThat(reads(council)).isTrue();
        assertThat(desk.propose(police, desk.page(police).digest())).isTrue();
        assertThat(desk.hold(police, Optional.of(reference), "A claim")).isTrue();
        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), council.who().user(), true, List.of(child.id()), hub.clock.instant());
            return true;
        });

        RetentionDesk.Page page = desk.page(council);
        assertThat(reads(council)).isFalse();
        assertThat(page.erasure()).isEmpty();
        assertThat(page.holds()).noneMatch(h -> h.covers(due) && h.enquiry().isPresent());
        assertThat(desk.hold(council, Optional.of(reference), "A claim")).isFalse();
        assertThat(desk.approve(
                        council, erasures.open(hub.area.code()).orElseThrow().id()))
                .isFalse();
    }
}
