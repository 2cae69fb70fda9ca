package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.recorded.Replay;

/** An IG lead takes away the facts and outcomes of decisions on the own agency's items, and nothing that names anybody. */
class RecordedDecisionsTest {
    private final SmallHub hub = SmallHub.started();
    private final RecordedDecisions recorded = new RecordedDecisions(
            hub.traces, new ConflictStore(hub.database.app, hub.database.random), hub.audit, hub.database.inApp());
    private final PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);

    private Item item(String owner, DataClass dataClass, Set<StatuteFlag> statutes) {
        return item(child, owner, dataClass, statutes);
    }

    private Item item(PacketPerson child, String owner, DataClass dataClass, Set<StatuteFlag> statutes) {
        ItemLabels plain = ItemLabels.fact(dataClass);
        return OneItem.of(
                hub,
                new AgencyId(owner),
                new SourceId("school-form"),
                "r " + dataClass,
                new Subject(child.id(), SubjectRole.INDEX_CHILD),
                new ItemLabels(
                        dataClass,
                        plain.nature(),
                        plain.grade(),
                        plain.regime(),
                        plain.classification(),
                        plain.confidential(),
                        plain.handling(),
                        statutes),
                new ItemField(FieldKind.STATUS, "Said", "It was so."));
    }

    private String export(String team) {
        SignedIn who = hub.somebody(team);
        Team found = hub.area.team(who.team()).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            recorded.export(new Reader(who, hub.area, found), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void givesFactsAndOutcomesOfTheOwnAgencysItemsAlone() {
        EnquiryId enquiry = hub.refer(
                List.of(child),
                List.of(
                        item("exampleshire-police", DataClass.PROBATION, Set.of()),
                        item("exampleshire-council", DataClass.PLAN_LEGAL_STATUS, Set.of())));

        String police = export("ig-police");

        assertThat(police).contains("\"dataClass\":\"PROBATION\"", "\"disclosure\":\"", "\"verdict\":{");
        assertThat(police).doesNotContain("PLAN_LEGAL_STATUS", "It was so", "Maya", "MH-", enquiry.toString());
        assertThat(export("ig-council")).contains("PLAN_LEGAL_STATUS").doesNotContain("\"dataClass\":\"PROBATION\"");
        List<String> lines = new ArrayList<>(police.lines().toList());
        assertThat(lines).isSorted();
    }

    @Test
    void leavesOutWhatANamedUnitAloneMayKnowOf() {
        hub.refer(
                List.of(child),
                List.of(item("exampleshire-police", DataClass.MARAC_MINUTES, Set.of(StatuteFlag.WITNESS_PROTECTION))));

        assertThat(export("ig-police")).doesNotContain("MARAC_MINUTES");
    }

    @Test
    void leavesOutEnquiriesThatItsReaderIsKeptFrom() throws IOException {
        hub.refer(List.of(child), List.of(item("exampleshire-police", DataClass.PROBATION, Set.of())));
        SignedIn who = hub.somebody("ig-police");
        Reader reader = new Reader(who, hub.area, hub.area.team(who.team()).orElseThrow());
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        recorded.export(reader, before);

        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), who.user(), true, List.of(child.id()), hub.clock.instant());
            return true;
        });
        ByteArrayOutputStream after = new ByteArrayOutputStream();
        recorded.export(reader, after);

        assertThat(after.size()).isLessThan(before.size());
        assertThat(before.toString(StandardCharsets.UTF_8).lines())
                .containsAll(after.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** What is taken away is what {@code ./mash policy rehearse --recorded} reads. */
    @Test
    void isReadWholeByTheRehearsalAndNothingDiffersUnderTheSamePolicy(@TempDir Path folder) throws IOException {
        hub.refer(List.of(child), List.of(item("exampleshire-police", DataClass.PROBATION, Set.of())));
        Replay.Report report =
                Replay.of(hub.policy, Files.writeString(folder.resolve("recorded.jsonl"), export("ig-police")));

        assertThat(report.problems()).isEmpty();
        assertThat(report.decisions()).isPositive();
        assertThat(report.incomplete()).isZero();
        assertThat(report.differing()).isEmpty();
    }

    @Test
    void givesEachDecisionOnceAndInOrderOverManyPages() {
        for (int i = 0; i < 12; i++) {
            PacketPerson another = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
            hub.refer(List.of(another), List.of(item(another, "exampleshire-police", DataClass.PROBATION, Set.of())));
        }
        // With earlier tests' traces in the same database there is more than one page.
        long kept = hub.database
                .app
                .sql("select count(*) from decision_trace")
                .query(Long.class)
                .single();
        assertThat(kept).isGreaterThan(12);

        List<String> lines = new ArrayList<>(export("ig-police").lines().toList());

        assertThat(lines).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void leavesNoFileBehindAndHandsNothingOverBeforeItIsLogged() {
        long before = logged();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                assertThat(logged()).isEqualTo(before + 1);
                throw new IOException("the reader has gone");
            }
        };
        hub.refer(List.of(child), List.of(item("exampleshire-police", DataClass.PROBATION, Set.of())));
        SignedIn who = hub.somebody("ig-police");
        Reader reader = new Reader(who, hub.area, hub.area.team(who.team()).orElseThrow());

        assertThatThrownBy(() -> recorded.export(reader, gone)).hasMessage("the reader has gone");

        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith("mash-recorded-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long logged() {
        return hub.database
                .app
                .sql("select count(*) from log_entry where act = 'EXPORT'")
                .query(Long.class)
                .single();
    }

    @Test
    void standsInTheLog() {
        export("ig-police");

        assertThat(logged()).isPositive();
    }
}
