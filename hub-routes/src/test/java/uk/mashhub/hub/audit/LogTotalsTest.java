package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.TotalsStore;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.ItemDecision;

/** Totals are of months that are over, never below five, rounded, worked out once, and without what is silent. */
class LogTotalsTest {
    private final SmallHub hub = SmallHub.started();
    private final SignedIn lead = hub.somebody("ig-police");

    private LogTotals at(Duration later) {
        return new LogTotals(
                hub.traces,
                new TotalsStore(hub.database.app),
                hub.audit,
                hub.database.inApp(),
                Clock.offset(hub.clock, later));
    }

    private void refer(DataClass of) {
        PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
        hub.refer(
                List.of(child),
                List.of(OneItem.of(
                        hub,
                        new AgencyId("exampleshire-schools"),
                        new SourceId("school-form"),
                        "r",
                        new Subject(child.id(), SubjectRole.INDEX_CHILD),
                        ItemLabels.fact(of),
                        new ItemField(FieldKind.STATUS, "Said", "It was so."))));
    }

    private static String about(List<LogTotals.Cell> cells, String name) {
        return cells.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .about();
    }

    /** Other tests use the same database, and some of them this month: what is counted is what is there. */
    @Test
    void tellsWhatIsOverAndNothingOfFewerThanFive() {
        List<LogTotals.Month> before = at(Duration.ZERO).read(lead, hub.area);
        assertThat(before).hasSize(12);
        assertThat(before)
                .allSatisfy(m -> assertThat(m.teams())
                        .extracting(LogTotals.Cell::name)
                        .contains("MASH decision makers", "Police desk")
                        .doesNotContain("Adoption lead"));
        for (int i = 0; i < 8; i++) {
            refer(DataClass.IDENTITY);
        }
        refer(DataClass.SEXUAL_REPRODUCTIVE_HEALTH);

        assertThat(at(Duration.ZERO).read(lead, hub.area))
                .as("the month goes on")
                .isEqualTo(before);
        LogTotals.Month over = at(Duration.ofDays(31)).read(lead, hub.area).get(0);
        List<String> all = new ArrayList<>();
        over.teams().forEach(c -> all.add(c.about()));
        over.rules().forEach(c -> all.add(c.about()));
        assertThat(all).allMatch(a -> a.equals("<5") || Long.parseLong(a) % 5 == 0 && Long.parseLong(a) > 0);
        assertThat(Long.parseLong(about(over.teams(), "MASH decision makers"))).isGreaterThanOrEqualTo(10);

        for (int i = 0; i < 8; i++) {
            refer(DataClass.IDENTITY);
        }
        assertThat(at(Duration.ofDays(31)).read(lead, hub.area).get(0))
                .as("never again")
                .isEqualTo(over);
    }

    @Test
    void tellsFewerThanFiveFromNoneToNobodyAndCountsNothingSilent() {
        TraceStore traces = mock(TraceStore.class);
        Area other = new Area(
                new AreaCode("E10999998"),
                "Elsewhere",
                30,
                hub.area.twoStewards(),
                hub.area.calendar(),
                hub.area.clocks(),
                hub.area.agencies(),
                hub.area.teams());
        List<TraceStore.Made> made = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            made.add(made(
                    i < 4 ? "police-desk" : "council-decision",
                    decision("MX-07", i < 7 ? Outcome.SHOW : Outcome.SILENT)));
            made.add(made("council-decision", decision("SIL-01", Outcome.SILENT)));
        }
        when(traces.made(any(), any(), any(), any(), anyInt())).thenReturn(made, List.of());
        LogTotals totals =
                new LogTotals(traces, new TotalsStore(hub.database.app), hub.audit, hub.database.inApp(), hub.clock);

        LogTotals.Month newest = totals.read(lead, other).get(0);

        assertThat(about(newest.teams(), "Police desk")).isEqualTo("<5");
        assertThat(about(newest.teams(), "Housing officers")).isEqualTo("<5");
        assertThat(about(newest.teams(), "MASH decision makers")).isEqualTo("15");
        assertThat(newest.rules()).containsExactly(new LogTotals.Cell("MX-07", "5"));
    }

    private TraceStore.Made made(String team, ItemDecision decision) {
        return new TraceStore.Made(
                DisclosureId.random(hub.database.random), new TeamId(team), Audit.trace(List.of(decision)));
    }

    private ItemDecision decision(String rule, Outcome outcome) {
        TreeMap<String, String> facts = new TreeMap<>();
        List.of(
                        "SUBJECT_PROTECTED_PERSON",
                        "STATUTE_WITNESS_PROTECTION",
                        "STATUTE_GENDER_RECOGNITION",
                        "STATUTE_ADOPTION",
                        "STATUTE_ASSISTED_CONCEPTION",
                        "STATUTE_UNKNOWN")
                .forEach(f -> facts.put(f, "no"));
        return new ItemDecision(
                ItemId.random(hub.database.random),
                Verdict.of(outcome),
                List.of(rule),
                "",
                "",
                List.of(),
                List.of(),
                facts);
    }

    @Test
    void roundsToTheNearestFive() {
        assertThat(List.of(LogTotals.rounded(5), LogTotals.rounded(7), LogTotals.rounded(8), LogTotals.rounded(12)))
                .isEqualTo(List.of(5L, 5L, 10L, 10L));
    }
}
