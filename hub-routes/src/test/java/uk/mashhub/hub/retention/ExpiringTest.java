package uk.mashhub.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.retention.Term.Kind;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.hub.storage.LogExportStore;
import uk.mashhub.hub.storage.QuarantineRow;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.TermStore;
import uk.mashhub.log.Claim;
import uk.mashhub.log.Commitment;
import uk.mashhub.log.Salt;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What is of no enquiry goes by its term, with its key and a proof in the log; nothing else goes. */
class ExpiringTest {
    private static final byte[] BODY = "a body".getBytes(StandardCharsets.UTF_8);

    private final RetentionRoom room = new RetentionRoom();
    private final JdbcClient jdbc = room.hub.database.app;
    private final JdbcClient superuser = JdbcClient.create(room.hub.database.superuser());
    private final QuarantineStore quarantine =
            new QuarantineStore(jdbc, room.hub.database.vault, room.hub.database.keys, room.hub.database.random);
    private final Expiring expiring =
            new Expiring(room.schedules, new TermStore(jdbc), room.hub.audit, room.hub.database.inApp(), room.clock());
    private final Instant began = room.now.get();

    @AfterEach
    void leavesNothing() {
        superuser
                .sql("with gone as (delete from hub.quarantine where agency = 'term-test' returning quarantine_id)"
                        + " delete from hub.key_wrap where table_name = 'quarantine' and row_id in (table gone)")
                .update();
    }

    private UUID quarantined(String state, Optional<Instant> settled) {
        return room.hub.in(() -> quarantine.add(
                new QuarantineRow(
                        new Principal("term-test"),
                        new AgencyId("term-test"),
                        "hub.intake",
                        BODY.length,
                        room.hub.database.random.bytes(32),
                        "NOT_VALID",
                        "body",
                        "cannot be read",
                        state,
                        began,
                        settled),
                Optional.of(BODY)));
    }

    private void pass(Kind kind) {
        room.now.set(began.plus(room.schedules.term(kind)).plus(Duration.ofMinutes(1)));
    }

    private long due(Kind kind) {
        return expiring.due().stream()
                .filter(d -> d.term().what() == kind)
                .mapToLong(Expiring.Due::number)
                .sum();
    }

    private boolean isThere(String table, String key, UUID id) {
        return superuser
                        .sql("select count(*) from hub." + table + " where " + key + " = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean hasKey(UUID id) {
        return isThere("key_wrap", "row_id", id);
    }

    private void run() {
        expiring.terms().forEach(expiring::run);
    }

    /** Entries of the log that say that something went by a term, oldest first. */
    private List<String> proofs() {
        return jdbc.sql("select entry_id from log_entry where act = 'ERASURE'"
                        + " and convert_from(entry, 'UTF8') like '%\"outcome\":\"TERM\"%' order by seq")
                .query(String.class)
                .list();
    }

    @Test
    void letsAMessageGoThatWasMendedAndLaterOneThatNobodyMended() {
        UUID mended = quarantined("REPLAYED", Optional.of(began));
        UUID waiting = quarantined("WAITING", Optional.empty());
        run();
        assertThat(isThere("quarantine", "quarantine_id", mended)).isTrue();

        pass(Kind.QUARANTINE_SETTLED);
        long before = due(Kind.QUARANTINE_SETTLED);
        assertThat(before).as("the page says so before it goes").isPositive();
        assertThat(isThere("quarantine", "quarantine_id", mended))
                .as("and nothing goes by being listed")
                .isTrue();
        List<String> proofs = proofs();
        run();
        assertThat(isThere("quarantine", "quarantine_id", mended)).isFalse();
        assertThat(hasKey(mended)).as("its key goes too").isFalse();
        assertThat(isThere("quarantine", "quarantine_id", waiting)).isTrue();
        assertThat(due(Kind.QUARANTINE_SETTLED)).isZero();
        List<String> more = proofs();
        assertThat(more.size()).isGreaterThan(proofs.size());
        assertThat(more.subList(proofs.size(), more.size()))
                .as("the log commits to which term, before when and how many")
                .anyMatch(entry -> commits(entry, Kind.QUARANTINE_SETTLED, before));

        pass(Kind.QUARANTINE_WAITING);
        run();
        assertThat(isThere("quarantine", "quarantine_id", waiting)).isFalse();
        assertThat(hasKey(waiting)).isFalse();
    }

    private boolean commits(String entryId, Kind kind, long rows) {
        Term term = room.schedules.terms().stream()
                .filter(t -> t.what() == kind)
                .findFirst()
                .orElseThrow();
        byte[] proof = Expiring.proof(term, term.before(room.now.get()), rows);
        byte[] entry = jdbc.sql("select entry from log_entry where entry_id = :id")
                .param("id", entryId)
                .query((row, n) -> row.getBytes("entry"))
                .single();
        Salt salt = new SaltStore(jdbc, room.hub.database.vault, room.hub.database.random)
                .of(entryId)
                .get(0);
        return Commitment.to(new Claim("content", proof).canonical(), salt).standsIn(entry, "content");
    }

    @Test
    void keepsWhatAnEnquiryStandsOnTheBoardFor() {
        EnquiryId id = room.closed(
                List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)),
                List.of(),
                ThresholdOutcome.NO_FURTHER_ACTION);
        UUID message = quarantined("REPLAYED", Optional.of(began));
        room.hub.in(() -> {
            quarantine.standsFor(message, new MessageId("m-1"), id);
            return true;
        });
        pass(Kind.QUARANTINE_WAITING);
        run();
        assertThat(isThere("quarantine", "quarantine_id", message)).isTrue();
        superuser
                .sql("update hub.quarantine set enquiry_id = null where quarantine_id = :id")
                .param("id", message)
                .update();
    }

    @Test
    void keepsMessagesWhileAHoldStandsOnEverythingOfAnArea() {
        UUID message = quarantined("REPLAYED", Optional.of(began));
        UUID hold = room.hub.in(
                () -> room.holds.place(room.hub.area.code(), Optional.empty(), "A public inquiry.", room.ida, began));
        pass(Kind.QUARANTINE_WAITING);
        try {
            run();
            assertThat(isThere("quarantine", "quarantine_id", message)).isTrue();
        } finally {
            room.hub.in(() -> room.holds.lift(hold, room.ida, began));
            room.hub.in(() -> room.holds.lift(hold, room.ivo, began));
        }
        run();
        assertThat(isThere("quarantine", "quarantine_id", message)).isFalse();
    }

    @Test
    void letsExportsAndAccountsGoThatNobodyFetched() {
        String entry = room.hub.in(() ->
                room.hub.audit.noted(uk.mashhub.log.Act.EXPORT, "hub", "CSV", List.of(new Claim("content", BODY))));
        UUID export = room.hub.database.random.uuid();
        UUID account = room.hub.database.random.uuid();
        room.hub.in(() -> {
            new LogExportStore(jdbc, room.hub.database.vault)
                    .keep(
                            new LogExportStore.Waiting(
                                    export, entry, room.ida, LogExportStore.Form.CSV, List.of(), BODY),
                            "hub",
                            began);
            new AccountStore(jdbc, room.hub.database.vault)
                    .keep(
                            new AccountStore.Kept(
                                    account,
                                    room.hub.area.code(),
                                    AccountStore.State.ASKED,
                                    room.ida,
                                    entry,
                                    BODY,
                                    began,
                                    began.plus(room.schedules.term(Kind.ACCOUNT_ASKED)),
                                    Set.of(),
                                    BODY),
                            new AgencyId("exampleshire-council"));
            return true;
        });
        pass(Kind.LOG_EXPORT);
        run();
        assertThat(isThere("log_export", "export_id", export)).isFalse();
        assertThat(hasKey(export)).isFalse();
        assertThat(isThere("subject_account", "account_id", account)).isTrue();
        pass(Kind.ACCOUNT_ASKED);
        run();
        assertThat(isThere("subject_account", "account_id", account)).isFalse();
        assertThat(hasKey(account)).isFalse();
    }
}
