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
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
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
                hub.policy::book,
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

    private static final String IDENTITY = "MATRIX/identity/s17";

    private final TraceStore traces = mock(TraceStore.class);
    private final List<TraceStore.Made> made = new ArrayList<>();

    private LogTotals ofTheMade() {
        when(traces.made(any(), any(), any(), any(), anyInt())).thenReturn(List.copyOf(made), List.of());
        return new LogTotals(
                traces,
                new TotalsStore(hub.database.app),
                hub.policy::book,
                hub.audit,
                hub.database.inApp(),
                hub.clock);
    }

    /** An area that no other test has totals of. */
    private Area elsewhere(String code) {
        return new Area(
                new AreaCode(code),
                "Elsewhere",
                30,
                hub.area.twoStewards(),
                hub.area.calendar(),
                hub.area.clocks(),
                hub.area.agencies(),
                hub.area.teams(),
                hub.area.host());
    }

    private void make(EnquiryId enquiry, String team, ItemDecision... decisions) {
        make(enquiry, team, Purpose.S17, decisions);
    }

    private void make(EnquiryId enquiry, String team, Purpose purpose, ItemDecision... decisions) {
        made.add(new TraceStore.Made(
                DisclosureId.random(hub.database.random),
                enquiry,
                new TeamId(team),
                purpose.name(),
                Audit.trace(List.of(decisions))));
    }

    private EnquiryId enquiry() {
        return EnquiryId.random(hub.database.random);
    }

    @Test
    void oneEnquiryLeavesNoCellHoweverMuchIsDecidedInIt() {
        EnquiryId one = enquiry();
        for (int i = 0; i < 50; i++) {
            make(one, "council-decision", decision(IDENTITY, Outcome.SHOW));
        }

        LogTotals.Month newest = ofTheMade().read(lead, elsewhere("E10999997")).get(0);

        assertThat(newest.teams()).extracting(LogTotals.Cell::about).containsOnly("<5");
        assertThat(newest.rules()).isEmpty();
    }

    @Test
    void countsEnquiriesAndOfRulesThoseThatSpeakOfNobody() {
        List<String> never = List.of(
                "SAF-06",
                "SAF-10",
                "SAF-11",
                "SIL-01",
                "STA-01",
                "HAN-01",
                "CON-01",
                "MIN-01",
                "DUT-03",
                "OBL-08",
                "MATRIX/identity/perpetrator",
                "A-RULE-OF-BEFORE");
        for (int i = 0; i < 8; i++) {
            EnquiryId of = enquiry();
            make(of, i < 4 ? "police-desk" : "council-decision", decision(IDENTITY, Outcome.SHOW));
            for (String rule : never) {
                make(of, "council-decision", decision(rule, Outcome.SHOW));
            }
        }

        LogTotals.Month newest = ofTheMade().read(lead, elsewhere("E10999998")).get(0);

        assertThat(about(newest.teams(), "Police desk")).isEqualTo("<5");
        assertThat(about(newest.teams(), "Housing officers")).isEqualTo("<5");
        assertThat(about(newest.teams(), "MASH decision makers")).isEqualTo("10");
        assertThat(newest.rules()).containsExactly(new LogTotals.Cell(IDENTITY, "10"));
    }

    @Test
    void countsNothingOfAnItemThatIsSilentToSomebodyAndNoBrokenGlass() {
        for (int i = 0; i < 9; i++) {
            ItemDecision shown = decision(IDENTITY, Outcome.SHOW);
            EnquiryId of = enquiry();
            make(of, "council-decision", shown);
            make(of, "police-desk", Purpose.EMERGENCY, decision(IDENTITY, Outcome.SHOW));
            if (i < 5) {
                make(of, "housing-officers", silent(shown));
            }
        }

        LogTotals.Month newest = ofTheMade().read(lead, elsewhere("E10999996")).get(0);

        assertThat(about(newest.teams(), "Police desk")).isEqualTo("<5");
        assertThat(newest.rules()).isEmpty();
    }

    @Test
    void isTheSameWhateverWentOrCameSince() {
        for (int i = 0; i < 6; i++) {
            make(enquiry(), "council-decision", decision(IDENTITY, Outcome.SHOW));
        }
        Area area = elsewhere("E10999995");
        LogTotals.Month before = ofTheMade().read(lead, area).get(0);
        made.remove(0);
        made.remove(0);
        for (int i = 0; i < 9; i++) {
            make(enquiry(), "police-desk", decision(IDENTITY, Outcome.SHOW));
        }

        assertThat(ofTheMade().read(lead, area).get(0)).isEqualTo(before);
        assertThat(about(before.teams(), "MASH decision makers")).isEqualTo("5");
    }

    private static ItemDecision silent(ItemDecision decision) {
        return new ItemDecision(
                decision.item(),
                Verdict.of(Outcome.SILENT),
                decision.ruleIds(),
                "",
                "",
                List.of(),
                List.of(),
                decision.facts());
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
