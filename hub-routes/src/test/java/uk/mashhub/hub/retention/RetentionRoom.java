package uk.mashhub.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.retention.RetentionPlan.Line;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.hub.storage.KeyRetirement;
import uk.mashhub.hub.storage.LegalHolds;
import uk.mashhub.hub.storage.RetentionLooks;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.Item;

/** A small hub with its schedules, and years that pass. What it erases, it erases from the tests' one database. */
final class RetentionRoom {
    final SmallHub hub = SmallHub.started();
    final RetentionSchedules schedules = RetentionSchedules.load(Path.of("../config/retention.yaml"));
    final LegalHolds holds = new LegalHolds(hub.database.app, hub.database.vault, hub.database.random);
    final AgeReviews reviews = new AgeReviews(hub.database.app);
    final Erasures erasures = new Erasures(hub.database.app);
    final AtomicReference<Instant> now = new AtomicReference<>(hub.clock.instant());
    final RetentionPlan plan = plan(hub.ledger);
    final KeyRetirement retirement = new KeyRetirement(
            hub.database.app, hub.database.appManager, hub.database.keys, hub.database.vault, hub.database.destroyed);
    final UserId ida = UserId.random(hub.database.random);
    final UserId ivo = UserId.random(hub.database.random);
    final SignedIn dana = hub.somebody("council-decision");

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    void yearsPass(int years) {
        now.set(now.get().atOffset(ZoneOffset.UTC).plusYears(years).plusDays(1).toInstant());
    }

    RetentionPlan plan(EnquiryLedger ledger) {
        return new RetentionPlan(
                schedules, ledger, hub.book, holds, reviews, new RetentionLooks(hub.database.app), clock());
    }

    Erasing erasing() {
        return erasing(retirement);
    }

    Erasing erasing(KeyRetirement keys) {
        return new Erasing(
                new Partnership(List.of(hub.area)),
                erasures,
                hub.ledger,
                plan,
                keys,
                hub.audit,
                hub.database.appManager,
                clock());
    }

    /** Referred, decided, told and closed. */
    EnquiryId closed(List<PacketPerson> people, List<Item> items, ThresholdOutcome outcome) {
        EnquiryId id = hub.refer(people, items);
        close(id, people.get(0), outcome);
        return id;
    }

    void close(EnquiryId id, PacketPerson child, ThresholdOutcome outcome) {
        assertThat(hub.act(dana, id, new Act.DecideChild(child.id(), Set.of(outcome), "Nothing in it.", "", 1)))
                .isEmpty();
        assertThat(hub.act(dana, id, new Act.TellReferrer(outcome, true))).isEmpty();
        assertThat(hub.act(dana, id, new Act.Close("Done."))).isEmpty();
    }

    /** Its line of the plan; other tests' enquiries are none of ours. */
    Optional<Line> line(EnquiryId id) {
        return hub.in(() -> plan.of(hub.area)).stream()
                .filter(l -> l.enquiry().equals(id))
                .findFirst();
    }

    RetentionPlan.Standing standing(EnquiryId id) {
        return hub.in(() -> plan.standing(hub.area, id, other -> true));
    }

    /** Two people ask for these to go, whatever the plan says of them. */
    UUID approved(Erasing erasing, EnquiryId... ids) {
        List<Line> lines = java.util.Arrays.stream(ids)
                .map(id -> new Line(
                        id,
                        "MH-x",
                        "no-further-action",
                        java.time.LocalDate.of(2027, 1, 1),
                        RetentionPlan.Standing.DUE))
                .toList();
        UUID id = hub.database.random.uuid();
        assertThat(hub.in(() -> erasing.propose(hub.area, id, lines, ida))).contains(id);
        assertThat(hub.in(() -> erasing.approve(open(), ivo))).isTrue();
        return id;
    }

    Erasures.Erasure open() {
        return erasures.open(hub.area.code()).orElseThrow();
    }

    /** Damages data keys; once more, and they are whole again. */
    void flip(List<UUID> rows) {
        JdbcClient administrator = JdbcClient.create(hub.database.superuser());
        administrator
                .sql("alter table hub.key_wrap disable trigger key_wrap_epoch")
                .update();
        rows.forEach(row -> administrator
                .sql(
                        "update hub.key_wrap set wrapped = set_byte(wrapped, 3, get_byte(wrapped, 3) # 255) where row_id = :row")
                .param("row", row)
                .update());
        administrator
                .sql("alter table hub.key_wrap enable trigger key_wrap_epoch")
                .update();
    }

    /** Whether the database still has anything of an enquiry. */
    boolean holds(EnquiryId id) {
        return hub.enquiries.find(id).isPresent();
    }
}
