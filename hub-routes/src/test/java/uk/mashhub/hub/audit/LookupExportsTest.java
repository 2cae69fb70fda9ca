package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.LogExportStore;
import uk.mashhub.hub.storage.LogExportStore.Form;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Commitment;
import uk.mashhub.log.Salt;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** An export is committed to in the log, waits for its proof, is handed over once, and no cell of it is a formula. */
class LookupExportsTest {
    private static final byte[] PROOF = "a proof".getBytes(StandardCharsets.UTF_8);

    private final SmallHub hub = SmallHub.started();
    private final LogReceipts receipts = mock(LogReceipts.class);
    private final SaltStore salts = new SaltStore(hub.database.app, hub.database.vault, hub.database.random);
    private final LookupExports exports = new LookupExports(
            hub.lookups,
            new LogExportStore(hub.database.app, hub.database.vault),
            receipts,
            hub.audit,
            hub.database.inApp(),
            hub.clock,
            hub.database.random,
            Duration.ofDays(1));
    private final SignedIn council = hub.somebody("ig-council");

    private PacketPerson child;

    private LookupSearch about(String given) {
        child = People.family().person(given, 2016, SubjectRole.INDEX_CHILD);
        String name = child.details().usualName().orElseThrow().full();
        EnquiryId enquiry = hub.refer(List.of(child), List.of(named(child, name)));
        return LookupSearch.of(Map.of("reference", "MH-" + enquiry.toString().substring(0, 8), "act", "DISCLOSURE"));
    }

    private Item named(PacketPerson child, String name) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "r",
                new Subject(child.id(), SubjectRole.INDEX_CHILD),
                ItemLabels.fact(DataClass.IDENTITY),
                new ItemField(FieldKind.NAME, "Name", name));
    }

    private String fetched(UUID id) {
        when(receipts.ofEntry(any())).thenReturn(Optional.of(PROOF));
        byte[] file = exports.fetch(council, id).orElseThrow().file().orElseThrow();
        return new String(file, StandardCharsets.UTF_8);
    }

    private UUID begun(LookupSearch asked, Form form) {
        return exports.begin(council, hub.area, asked, "A complaint.", form);
    }

    @Test
    void waitsForItsProofAndIsHandedOverOnceToWhoeverAsked() {
        UUID id = begun(about("Maya"), Form.CSV);
        when(receipts.ofEntry(any())).thenReturn(Optional.empty());

        assertThat(exports.fetch(council, id).orElseThrow().file()).isEmpty();
        assertThat(exports.fetch(hub.somebody("ig-council"), id)).isEmpty();
        assertThat(fetched(id)).contains("Maya", "council-decision");
        assertThat(exports.fetch(council, id)).isEmpty();
    }

    @Test
    void isGoneOnceWhatItWasMadeOfIsNotThereForTheReader() {
        when(receipts.ofEntry(any())).thenReturn(Optional.of(PROOF));
        UUID kept = begun(about("Maya"), Form.CSV);
        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), council.user(), true, List.of(child.id()), hub.clock.instant());
            return true;
        });
        assertThat(exports.fetch(council, kept)).as("kept from the enquiry").isEmpty();

        UUID moved = begun(about("Noor"), Form.JSON);
        SignedIn elsewhere = hub.somebody("ig-police");
        assertThat(exports.fetch(
                        new SignedIn(
                                council.user(),
                                elsewhere.area(),
                                elsewhere.team(),
                                elsewhere.authenticatedAt(),
                                elsewhere.trainedUntil(),
                                elsewhere.vettedUntil()),
                        moved))
                .as("another agency's lead by now")
                .isEmpty();

        UUID apart = begun(about("Priya"), Form.CSV);
        PacketPerson again =
                new PacketPerson(PersonId.random(hub.database.random), child.roles(), child.details(), child.flags());
        hub.refer(List.of(People.with(again, SafetyFlag.PROTECTED_PERSON)), List.of());
        assertThat(exports.fetch(council, apart)).as("protected since").isEmpty();
    }

    @Test
    void isGoneIfAConflictComesBetweenProofAndHandOver() {
        UUID id = begun(about("Ines"), Form.CSV);
        when(receipts.ofEntry(any())).thenAnswer(call -> {
            Thread other = new Thread(() -> hub.in(() -> {
                hub.conflicts.add(hub.area.code(), council.user(), true, List.of(child.id()), hub.clock.instant());
                return true;
            }));
            other.start();
            other.join();
            return Optional.of(PROOF);
        });
        assertThat(exports.fetch(council, id)).isEmpty();
    }

    @Test
    void isHandedOverToOneOfTwoAtOnce() {
        UUID id = begun(about("Omar"), Form.CSV);
        when(receipts.ofEntry(any())).thenReturn(Optional.of(PROOF));
        assertThat(java.util.stream.Stream.of(council, council)
                        .parallel()
                        .map(who -> exports.fetch(who, id))
                        .filter(Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void isNotThereAfterItsDay() {
        UUID id = begun(about("Lena"), Form.CSV);
        when(receipts.ofEntry(any())).thenReturn(Optional.of(PROOF));
        LookupExports later = new LookupExports(
                hub.lookups,
                new LogExportStore(hub.database.app, hub.database.vault),
                receipts,
                hub.audit,
                hub.database.inApp(),
                Clock.offset(hub.clock, Duration.ofHours(25)),
                hub.database.random,
                Duration.ofDays(1));
        assertThat(later.fetch(council, id)).isEmpty();
    }

    @Test
    void writesNoCellThatASpreadsheetTakesForAFormula() {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r", "\n")) {
            LookupSaid said = new LookupSaid("", List.of(start + "1\"x"), List.of());
            LookupRow row = hub.lookups
                    .search(council, hub.area, about("Maya"), Optional.empty())
                    .lines()
                    .get(0)
                    .row();
            byte[] file = LookupFile.content(Form.CSV, List.of(new LookupDoor.Line(row, Optional.of(said))));
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .contains(",\"'" + start + "1\"\"x\"")
                    .doesNotContain(",\"" + start + "1");
        }
    }

    @Test
    void holdsInTheFileWhatTheLogCommitsTo() {
        String csv = fetched(begun(about("Maya"), Form.CSV));
        String content = csv.substring(0, csv.lastIndexOf("\"receipt\""));
        assertThat(csv).endsWith("\"receipt\",\"" + Base64.getEncoder().encodeToString(PROOF) + "\"\r\n");
        assertThat(committed(content.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(committed(csv.getBytes(StandardCharsets.UTF_8))).isFalse();

        String json = fetched(begun(about("Maya"), Form.JSON));
        JsonNode read = JsonMapper.shared().readTree(json);
        assertThat(read.path("content").path("rows").size()).isPositive();
        String inner = json.substring("{\"content\":".length(), json.lastIndexOf(",\"receipt\""));
        assertThat(committed(inner.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    /** Whether the newest EXPORT commits to these bytes as its first line. */
    private boolean committed(byte[] content) {
        Map.Entry<String, byte[]> entry = hub.database
                .app
                .sql("select entry_id, entry from log_entry where act = 'EXPORT' order by seq desc limit 1")
                .query((row, n) -> Map.entry(row.getString("entry_id"), row.getBytes("entry")))
                .single();
        Salt salt = salts.of(entry.getKey()).stream()
                .filter(s -> s.claim().equals("line-1"))
                .findFirst()
                .orElseThrow();
        return Commitment.to(content, salt).standsIn(entry.getValue(), "line-1");
    }
}
