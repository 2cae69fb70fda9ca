package uk.mashhub.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.retention.RetentionPlan.Standing;
import uk.mashhub.hub.storage.Erasures;
import uk.mashhub.hub.storage.Erasures.Erasure;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.hub.storage.KeyRetirement;
import uk.mashhub.hub.storage.LogExportStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

class ErasingTest {
    private final RetentionRoom room = new RetentionRoom();
    private final People family = People.family();
    private final PacketPerson maya = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final JdbcClient app = room.hub.database.app;
    private final Erasing erasing = room.erasing();
    private final LogExportStore exports = new LogExportStore(app, room.hub.database.vault);

    @AfterEach
    void leavesNoneOpen() {
        room.erasures.open(room.hub.area.code()).ifPresent(e -> {
            if (e.state() == Erasures.State.PROPOSED) {
                room.erasures.withdraw(e.id());
            } else {
                erasing.run();
            }
        });
    }

    private EnquiryId due() {
        EnquiryId id = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);
        return id;
    }

    private EnquiryId stays() {
        return room.hub.refer(List.of(People.family().person("Otto", 2016, SubjectRole.INDEX_CHILD)), List.of());
    }

    private Erasures.Item item(UUID erasure) {
        return room.erasures.items(erasure).get(0);
    }

    @Test
    void takesAnEnquiryAndItsPeopleAwayAndLeavesEverythingElseReadable() {
        EnquiryId due = due();
        EnquiryId stays = stays();
        int facts = room.hub.enquiries.facts(stays).size();

        UUID id = room.approved(erasing, due);
        erasing.run();

        assertThat(item(id).state()).isEqualTo("ERASED");
        assertThat(item(id).rows()).isGreaterThan(10);
        assertThat(room.holds(due)).isFalse();
        assertThat(room.hub.persons.facts(maya.id())).isEmpty();
        assertThat(app.sql("select count(*) from person where person_id = :id")
                        .param("id", maya.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(room.hub.enquiries.facts(stays)).hasSize(facts);
        assertThat(room.hub.packet(stays).people()).hasSize(1);
        assertThat(room.erasures.open(room.hub.area.code())).isEmpty();
    }

    @Test
    void leavesItsIdNowhereButInTheListOfWhatWasErased() {
        EnquiryId due = due();
        room.hub.indexed();
        assertThat(naming(due)).contains("log_lookup", "log_enquiry", "enquiry_fact", "view_head");

        room.approved(erasing, due);
        erasing.run();

        assertThat(naming(due)).containsExactly("erasure_item");
    }

    /** The tables that name an enquiry, as the database's administrator finds them. */
    private List<String> naming(EnquiryId enquiry) {
        JdbcClient administrator = JdbcClient.create(room.hub.database.superuser());
        return administrator
                .sql("select table_name from information_schema.columns"
                        + " where table_schema = 'hub' and column_name = 'enquiry_id' order by 1")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> administrator
                                .sql("select count(*) from hub." + table + " where enquiry_id = :id")
                                .param("id", enquiry.value())
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    /** Who was shown a list is evidence about every line of it. */
    @Test
    void leavesTheSaltsOfWhatStoodBesideItInAList() {
        EnquiryId due = due();
        EnquiryId stays = room.closed(
                List.of(People.family().person("Otto", 2016, SubjectRole.INDEX_CHILD)),
                List.of(),
                ThresholdOutcome.STRATEGY_DISCUSSION);
        ViewDoor.Page page = room.hub.door.list(room.dana, ViewList.CLOSED, Turn.START);
        assertThat(page.lines()).extracting(ViewDoor.Queued::enquiry).contains(due, stays);

        room.approved(erasing, due);
        erasing.run();

        assertThat(saltsAbout(stays)).isPositive();
        assertThat(saltsAbout(due)).isZero();
        assertThat(new SaltStore(app, room.hub.database.vault, room.hub.database.random).of(lastList()))
                .hasSize(page.lines().size() - 1);
    }

    private String lastList() {
        return app.sql("select e.entry_id from log_entry e join log_salt s using (entry_id) where e.act = 'OPENING'"
                        + " and convert_from(e.entry, 'UTF8') like '%\"LIST\"%' order by e.seq desc limit 1")
                .query(String.class)
                .single();
    }

    private long saltsAbout(EnquiryId enquiry) {
        return app.sql("select count(*) from log_salt where :id = any (about)")
                .param("id", enquiry.value())
                .query(Long.class)
                .single();
    }

    @Test
    void destroysEveryKeyThatWrappedAnythingOfItOnceTheRestIsUnderAnother() {
        EnquiryId due = due();
        stays();
        UUID id = room.approved(erasing, due);
        erasing.run();

        List<Erasures.Key> keys = room.erasures.keys(id);
        assertThat(keys).isNotEmpty().allMatch(Erasures.Key::destroyed);
        for (Erasures.Key key : keys) {
            assertThat(app.sql("select count(*) from key_wrap where holder = :holder and epoch = :epoch")
                            .param("holder", key.holder())
                            .param("epoch", key.epoch())
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        // Nothing that is left misses a key.
        new KeyEpochs(app, room.hub.database.keys, room.hub.database.destroyed).check();
        assertThat(room.hub.packet(stays()).people()).hasSize(1);
    }

    @Test
    void provesTheDeletionInTheLogAndForgetsTheSalts() {
        EnquiryId due = due();
        SaltStore salts = new SaltStore(app, room.hub.database.vault, room.hub.database.random);
        String disclosed = app.sql("select e.entry_id from log_salt s join log_entry e using (entry_id) join"
                        + " decision_trace t on t.disclosure_id::text = e.disclosure_id join view_head h using (view_id) where"
                        + " h.enquiry_id = :id and e.act = 'DISCLOSURE' limit 1")
                .param("id", due.value())
                .query(String.class)
                .single();
        assertThat(salts.of(disclosed)).isNotEmpty();

        UUID id = room.approved(erasing, due);
        erasing.run();

        assertThat(salts.of(disclosed)).isEmpty();
        assertThat(app.sql("select count(*) from log_entry where entry_id = :id")
                        .param("id", disclosed)
                        .query(Long.class)
                        .single())
                .as("the entry itself stays: the log still verifies")
                .isEqualTo(1);
        Erasure done = room.erasures.done(room.hub.area.code()).stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
        byte[] certificate = Certificate.deletion(done, room.erasures.items(id), room.erasures.keys(id));
        byte[] entry = app.sql("select entry from log_entry where entry_id = :id and act = 'ERASURE'")
                .param("id", done.entryId().orElseThrow())
                .query((row, n) -> row.getBytes("entry"))
                .single();
        assertThat(salts.of(done.entryId().orElseThrow()).stream()
                        .filter(s -> s.claim().equals("content"))
                        .map(s -> uk.mashhub.log.Commitment.to(certificate, s))
                        .allMatch(c -> c.standsIn(entry, "content")))
                .isTrue();
        assertThat(new String(certificate, StandardCharsets.US_ASCII))
                .contains("enquiry " + due + " ERASED rows ", " destroyed\n");
    }

    @Test
    void takesTwoPeople() {
        EnquiryId due = due();
        UUID id = room.hub.database.random.uuid();
        List<RetentionPlan.Line> lines = List.of(room.line(due).orElseThrow());
        assertThat(room.hub.in(() -> erasing.propose(room.hub.area, id, lines, room.ida)))
                .contains(id);
        assertThat(room.hub.in(() -> erasing.approve(room.open(), room.ida))).isFalse();
        erasing.run();
        assertThat(room.holds(due)).isTrue();
        assertThatThrownBy(() -> room.hub.in(() -> room.erasures.erase(id, due)))
                .as("the database asks for two as well")
                .rootCause()
                .hasMessageContaining("not to be erased");
        assertThatThrownBy(() -> app.sql("update erasure set state = 'APPROVED', approved_by = proposed_by,"
                                + " approved_at = proposed_at where erasure_id = :id")
                        .param("id", id)
                        .update())
                .rootCause()
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> app.sql("delete from enquiry where enquiry_id = :id")
                        .param("id", due.value())
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void approvesNoOtherListThanWasProposed() {
        EnquiryId due = due();
        EnquiryId other = stays();
        UUID id = room.hub.database.random.uuid();
        room.hub.in(
                () -> erasing.propose(room.hub.area, id, List.of(room.line(due).orElseThrow()), room.ida));
        app.sql("insert into erasure_item (erasure_id, enquiry_id, schedule, due_on, state)"
                        + " values (:id, :enquiry, 'no-further-action', '2020-01-01', 'WAITING')")
                .param("id", id)
                .param("enquiry", other.value())
                .update();
        assertThat(room.hub.in(() -> erasing.approve(room.open(), room.ivo))).isFalse();
    }

    @Test
    void looksAgainBeforeEachGoes() {
        EnquiryId held = due();
        UUID id = room.approved(erasing, held);
        UUID hold = room.hub.in(
                () -> room.holds.place(room.hub.area.code(), Optional.of(held), "A claim", room.ida, room.now.get()));
        assertThatThrownBy(() -> room.hub.in(() -> room.erasures.erase(id, held)))
                .as("the database looks for holds itself")
                .rootCause()
                .hasMessageContaining("not to be erased");

        erasing.run();

        assertThat(room.holds(held)).isTrue();
        assertThat(item(id).state()).isEqualTo("KEPT");
        assertThat(item(id).keptFor()).isEqualTo(Standing.HELD.name());
        assertThat(room.holds.lift(hold, room.ida, room.now.get())).isFalse();
    }

    @Test
    void keepsSomebodyWhomAnotherEnquiryMayBeAboutWithTheirFlags() {
        PacketPerson flagged = People.with(maya, SafetyFlag.SAFE_ADDRESS);
        EnquiryId due = room.closed(List.of(flagged), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);
        EnquiryId again = room.hub.refer(List.of(family.person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
        UUID id = room.approved(erasing, due);
        // As if the family had been referred again the moment after the last look.
        room.hub.in(() -> room.erasures.erase(id, due));

        assertThat(room.holds(due)).isFalse();
        assertThat(room.hub.persons.facts(maya.id())).as("her own record").isNotEmpty();
        assertThat(room.hub.packet(again).people().get(0).restrictions().count())
                .as("the flag still reaches the other enquiry")
                .isPositive();
    }

    @Test
    void erasesNothingOfAnEnquiryOfWhichOneRowCannotGo() {
        EnquiryId due = due();
        UUID id = room.approved(erasing, due);
        JdbcClient owner = JdbcClient.create(room.hub.database.owner());
        int facts = room.hub.enquiries.facts(due).size();
        owner.sql("create or replace function disk_full() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$")
                .update();
        for (String table : List.of("log_salt", "view_body", "enquiry_fact", "enquiry", "person_fact", "key_wrap")) {
            owner.sql("create trigger disk_full before delete on " + table
                            + " for each row execute function disk_full()")
                    .update();
            try {
                assertThatThrownBy(erasing::run).rootCause().hasMessageContaining("no space left");
            } finally {
                owner.sql("drop trigger disk_full on " + table).update();
            }
            assertThat(room.hub.enquiries.facts(due)).as(table).hasSize(facts);
            assertThat(item(id).state()).isEqualTo("WAITING");
        }
        erasing.run();
        assertThat(room.holds(due)).isFalse();
    }

    /** A table that is made later does not pass unlisted: its author has to say that it goes too, or that it stays. */
    @Test
    void forgetsNoTable() {
        Set<String> tables = Set.copyOf(JdbcClient.create(room.hub.database.owner())
                .sql("select table_name from information_schema.columns where table_schema = 'hub'"
                        + " and column_name in ('enquiry_id', 'person_id', 'referral_id', 'view_id', 'disclosure_id')"
                        + " union select conrelid::regclass::text from pg_constraint where contype = 'f'"
                        + " and confrelid in ('enquiry'::regclass, 'person'::regclass, 'referral'::regclass,"
                        + " 'view_head'::regclass, 'break_glass'::regclass)")
                .query(String.class)
                .list());
        String erases = app.sql("select prosrc from pg_proc where proname = 'erase_enquiry'")
                .query(String.class)
                .single();
        assertThat(tables)
                .hasSizeGreaterThan(15)
                .filteredOn(t -> !erases.contains("delete from " + t + " "))
                .as("random ids and dates that stay; the log's entries say nothing without their salts")
                .containsExactlyInAnyOrder(
                        "erasure_item",
                        "legal_hold",
                        "age_review",
                        "log_entry",
                        // These go with their enquiry, see below.
                        "kept_link",
                        "kept_link_read",
                        // Goes with its view, see below.
                        "view_link");
    }

    @Test
    void takesWhatStandsOnAUnitsListWithTheEnquiry() {
        EnquiryId due = due();
        app.sql("insert into kept_link_read (enquiry_id, seq) values (:id, 1)")
                .param("id", due.value())
                .update();
        app.sql(
                        "insert into kept_link (link_id, enquiry_id, person_id, candidate_id, since, said) select"
                                + " gen_random_uuid(), :id, gen_random_uuid(), gen_random_uuid(), timestamptz '2026-04-01', 'OPEN'")
                .param("id", due.value())
                .update();
        room.approved(erasing, due);
        erasing.run();

        for (String table : List.of("kept_link", "kept_link_read")) {
            assertThat(app.sql("select count(*) from " + table + " where enquiry_id = :id")
                            .param("id", due.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void takesTheLinksThatWaitedBesideItsViewsAndTheirKeys() {
        EnquiryId other = room.closed(
                List.of(new PacketPerson(
                        PersonId.random(room.hub.database.random), maya.roles(), maya.details(), List.of())),
                List.of(),
                ThresholdOutcome.NO_FURTHER_ACTION);
        EnquiryId due = due();
        JdbcClient administrator = JdbcClient.create(room.hub.database.superuser());
        List<UUID> rows = administrator
                .sql("select row_id from hub.view_link join hub.view_head using (view_id) where enquiry_id = :id")
                .param("id", due.value())
                .query(UUID.class)
                .list();
        assertThat(rows).isNotEmpty();

        room.approved(erasing, due, other);
        erasing.run();

        for (String table : List.of("view_link", "key_wrap")) {
            assertThat(administrator
                            .sql("select count(*) from hub." + table + " where row_id in (:rows)")
                            .param("rows", rows)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    /** An export of the log that waits goes with an enquiry of which a line of it tells; what tells of others stays. */
    @Test
    void takesExportsAwayThatTellOfIt() {
        EnquiryId gone = due();
        EnquiryId other = stays();
        UUID naming = export(gone, other);
        UUID apart = export(other);

        room.approved(erasing, gone);
        erasing.run();

        assertThat(exports.find(naming, room.ida, room.now.get())).isEmpty();
        assertThat(app.sql("select count(*) from key_wrap where row_id = :id")
                        .param("id", naming)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(exports.find(apart, room.ida, room.now.get())).isPresent();
    }

    /** One with a line of each of these. */
    private UUID export(EnquiryId... of) {
        UUID export = room.hub.database.random.uuid();
        String entry = app.sql("select entry_id from log_entry order by seq desc limit 1")
                .query(String.class)
                .single();
        List<UUID> lines = java.util.Arrays.stream(of)
                .map(id -> app.sql("select row_id from log_lookup where enquiry_id = :id limit 1")
                        .param("id", id.value())
                        .query(UUID.class)
                        .single())
                .toList();
        return room.hub.in(() -> {
            exports.keep(
                    new LogExportStore.Waiting(export, entry, room.ida, LogExportStore.Form.CSV, lines, new byte[] {1}),
                    Holders.HUB,
                    room.now.get());
            return export;
        });
    }

    @Test
    void takesAwayWhoWasTakenOutAgain() {
        EnquiryId id = room.hub.refer(List.of(maya), List.of());
        assertThat(room.hub.act(
                        room.dana,
                        id,
                        new Act.BringIn("Karl", "Xu", Optional.empty(), Set.of(SubjectRole.PARENT), "He lives there.")))
                .isEmpty();
        PersonId karl = room.hub.enquiries.peopleOf(id).stream()
                .filter(p -> !p.equals(maya.id()))
                .findFirst()
                .orElseThrow();
        assertThat(room.hub.act(room.dana, id, new Act.TakeOut(karl, "He does not.")))
                .isEmpty();
        assertThat(room.hub.persons.facts(karl)).isNotEmpty();
        room.close(id, maya, ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);

        room.approved(erasing, id);
        erasing.run();

        assertThat(room.holds(id)).isFalse();
        assertThat(room.hub.persons.facts(karl)).isEmpty();
    }

    /** What it says of the family restricts what the other still shows. */
    @Test
    void leavesWhatAnotherNeedsThatIsDueToo() {
        EnquiryId one = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        EnquiryId other = room.closed(
                List.of(family.person("Maya", 2016, SubjectRole.INDEX_CHILD)),
                List.of(),
                ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);
        assertThat(List.of(room.standing(one), room.standing(other))).containsOnly(Standing.DUE);

        UUID alone = room.approved(erasing, one);
        erasing.run();
        assertThat(item(alone).keptFor()).isEqualTo("NEEDED");
        assertThat(room.holds(one)).isTrue();

        room.approved(erasing, one, other);
        erasing.run();
        assertThat(room.holds(one) || room.holds(other)).isFalse();
    }

    /** Two of the list, one of which is negative to Java: who approves it reads it from the database, in another order. */
    @Test
    void saysOneListInOneOrder() {
        Erasures.Item low = new Erasures.Item(
                EnquiryId.of("1d6f2a60-1111-4c11-8c11-111111111111"),
                "early-help",
                java.time.LocalDate.EPOCH,
                "WAITING",
                "",
                0);
        Erasures.Item high = new Erasures.Item(
                EnquiryId.of("f3a00000-1111-4c11-8c11-111111111111"),
                "early-help",
                java.time.LocalDate.EPOCH,
                "WAITING",
                "",
                0);
        assertThat(Certificate.digest(List.of(high, low))).isEqualTo(Certificate.digest(List.of(low, high)));
    }

    /** Data keys under one of the keys that have to go, of something that nobody reads. */
    private List<UUID> salts(UUID erasure, int howMany) {
        List<UUID> rows = JdbcClient.create(room.hub.database.superuser())
                .sql("select w.row_id from hub.key_wrap w join hub.erasure_key k using (holder, epoch)"
                        + " where k.erasure_id = :id and w.table_name = 'log_salt' and w.holder = (select holder from"
                        + " hub.key_wrap join hub.erasure_key using (holder, epoch) where erasure_id = :id and table_name ="
                        + " 'log_salt' group by holder order by count(*) desc limit 1) limit :many")
                .param("id", erasure)
                .param("many", howMany)
                .query(UUID.class)
                .list();
        assertThat(rows).hasSize(howMany);
        return rows;
    }

    private UUID erasedButForTheKeys(EnquiryId due) {
        UUID id = room.approved(erasing, due);
        KeyRetirement dies = mock(KeyRetirement.class);
        doThrow(new IllegalStateException("killed before the keys")).when(dies).destroy(any(), any(), any());
        assertThatThrownBy(room.erasing(dies)::run).hasMessageContaining("killed");
        return id;
    }

    @Test
    void goesOnWhereADataKeyIsDamagedAndSaysSoInTheProof() {
        EnquiryId due = due();
        EnquiryId stays = stays();
        UUID id = erasedButForTheKeys(due);
        room.flip(salts(id, 1));

        erasing.run();

        List<Erasures.Key> keys = room.erasures.keys(id);
        assertThat(keys).allMatch(Erasures.Key::destroyed);
        assertThat(keys.stream().mapToInt(Erasures.Key::damaged).sum()).isEqualTo(1);
        assertThat(room.erasures.open(room.hub.area.code())).isEmpty();
        new KeyEpochs(app, room.hub.database.keys, room.hub.database.destroyed).check();
        assertThat(room.hub.packet(stays).people()).hasSize(1);
    }

    /** Where much is damaged it is the key, and what that key still opens elsewhere would be lost with it. */
    @Test
    void destroysNoKeyUnderWhichMuchIsDamaged() {
        EnquiryId due = due();
        List<EnquiryId> others = List.of(stays(), stays(), stays());
        UUID id = erasedButForTheKeys(due);
        List<UUID> damaged = salts(id, 11);
        room.flip(damaged);

        assertThatThrownBy(erasing::run).hasMessageContaining("does not open");

        assertThat(room.erasures.keys(id)).anyMatch(k -> !k.destroyed()).anyMatch(Erasures.Key::destroyed);
        assertThat(room.open().state()).isEqualTo(Erasures.State.APPROVED);
        others.forEach(o -> assertThat(room.hub.packet(o).people()).hasSize(1));
        room.flip(damaged);
        erasing.run();
        assertThat(room.erasures.keys(id)).allMatch(Erasures.Key::destroyed);
    }

    @Test
    void goesOnWhereItDied() {
        EnquiryId due = due();
        UUID id = room.approved(erasing, due);
        KeyRetirement dies = mock(KeyRetirement.class);
        doThrow(new IllegalStateException("killed before the keys")).when(dies).destroy(any(), any(), any());
        assertThatThrownBy(room.erasing(dies)::run).hasMessageContaining("killed");
        assertThat(room.holds(due)).isFalse();
        assertThat(room.open().state()).isEqualTo(Erasures.State.APPROVED);

        doAnswer(call -> {
                    room.retirement.destroy(call.getArgument(0), call.getArgument(1), call.getArgument(2));
                    throw new IllegalStateException("killed after the first key");
                })
                .when(dies)
                .destroy(any(), any(), any());
        assertThatThrownBy(room.erasing(dies)::run).hasMessageContaining("killed after");
        new KeyEpochs(app, room.hub.database.keys, room.hub.database.destroyed).check();

        erasing.run();
        assertThat(room.erasures.keys(id)).allMatch(Erasures.Key::destroyed);
        assertThat(room.erasures.open(room.hub.area.code())).isEmpty();
        assertThat(app.sql("select count(*) from log_entry e join erasure r using (entry_id) where r.erasure_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
