package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PacketPageTest {
    private static final PacketPage.Told SCHOOL = new PacketPage.Told("Schools", "School form", "OPINION", "");

    private static PacketPage.Line line(String when, String label, PacketPage.Told from, boolean own) {
        return new PacketPage.Line(
                label,
                when,
                "Referral",
                List.of("maya"),
                List.of(new PacketPage.Field(label, "words")),
                List.of(from),
                "SHOW",
                List.of(),
                "why",
                "law",
                List.of(),
                List.of(),
                own,
                List.of());
    }

    private static List<Integer> read(PacketPage.Line... lines) {
        return PacketPage.together(List.of(lines)).stream()
                .map(l -> l.fields().size())
                .toList();
    }

    @Test
    void putsNeighboursWithOneHeadUnderIt() {
        assertThat(read(
                        line("2026-03-09", "What happened", SCHOOL, false),
                        line("2026-03-09", "Child's words", SCHOOL, false),
                        line("2026-03-09", "What happened", SCHOOL, false)))
                .containsExactly(2);
    }

    @Test
    void keepsApartWhatHasAnotherDayOrSourceOrIsTheReadersOwn() {
        PacketPage.Told police = new PacketPage.Told("Police", "Records", "FACT", "");
        assertThat(read(
                        line("2026-03-09", "a", SCHOOL, false),
                        line("2026-03-08", "b", SCHOOL, false),
                        line("2026-03-08", "c", police, false),
                        line("2026-03-08", "d", police, true)))
                .containsExactly(1, 1, 1, 1);
    }

    private static PacketPage page(List<QueueRow.AgencyState> agencies, List<String> gaps) {
        return new PacketPage(
                "MH",
                "S17",
                "AMBER",
                "ENQUIRING",
                "maya",
                java.time.Instant.EPOCH,
                java.time.Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                agencies,
                gaps,
                List.of(),
                List.of());
    }

    @Test
    void saysOnceWhatHoldsForSeveralAgencies() {
        PacketPage page = page(
                List.of(
                        new QueueRow.AgencyState("c", "Council", "ANSWERED", "answered"),
                        new QueueRow.AgencyState("n", "NHS", "NOT_ASKED", "not asked"),
                        new QueueRow.AgencyState("p", "Police", "NOT_ASKED", "not asked")),
                List.of("NHS: not asked", "Police: not asked", "No date of birth"));
        assertThat(page.standings())
                .containsExactly(
                        new PacketPage.Standing("Council", "ANSWERED", "answered"),
                        new PacketPage.Standing("NHS, Police", "NOT_ASKED", "not asked"));
        assertThat(page.missing()).containsExactly("No date of birth");
    }
}
