package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.match.TwoRecords;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.model.id.LinkId;

class LinksScreenTest {
    private static final String PATH = "/packet/" + LoggedViews.ID + "/links";
    private static final UUID LINK = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a301");

    private static final TwoRecords.Compared COMPARED = new TwoRecords.Compared(
            List.of(
                    new TwoRecords.Row("Name", List.of("Maya Invented"), List.of("Maia Invented")),
                    new TwoRecords.Row("Born", List.of("2016-03-14"), List.of("2016-03-14"))),
            List.of("before comparing: -12.3", "surname agrees: +9.1"),
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' role='img'><title>a waterfall</title></svg>",
            "2-0123456789abcdef");

    private final ViewDoor door = Screens.part(ViewDoor.class);
    private final DoubtfulLinks links = Screens.part(DoubtfulLinks.class);

    @BeforeEach
    void opens() {
        Screens.forget(door, links);
        LoggedView view = LoggedViews.full();
        when(door.open(any(), any())).thenReturn(Optional.of(view));
        when(links.of(any(), any(), any(), any()))
                .thenReturn(List.of(new DoubtfulLinks.DoubtfulLink(
                        new LinkId(LINK),
                        LoggedViews.CHILD,
                        List.of("same last name", "first names differ"),
                        DoubtfulLinks.Said.NOTHING,
                        Optional.empty(),
                        List.of(),
                        Optional.of(COMPARED))));
    }

    @Test
    void asksWhetherItIsTheSamePerson() throws Exception {
        assertThat(page("council-screening", PATH))
                .contains("Is another record about Maya Invented?", "same last name", "first names differ")
                .contains("value=\"" + LINK + "\"");
    }

    @Test
    void saysWhatWasSettledAndWhoIsToBeTold() throws Exception {
        when(links.of(any(), any(), any(), any()))
                .thenReturn(List.of(new DoubtfulLinks.DoubtfulLink(
                        new LinkId(LINK),
                        LoggedViews.CHILD,
                        List.of("same last name"),
                        DoubtfulLinks.Said.APART,
                        Optional.of(DoubtfulLinks.Said.SAME),
                        List.of("police-desk"),
                        Optional.empty())));
        assertThat(page("council-screening", PATH))
                .contains("Settled: two people", "police-desk", "One of you has said: the same person.");
    }

    @Test
    void setsTheTwoRecordsBesideEachOtherAndMarksWhatDiffers() throws Exception {
        assertThat(page("council-screening", PATH))
                .contains("<td class=\"govuk-table__cell\">Maia Invented</td>", "surname agrees: +9.1")
                .contains("<title>a waterfall</title>", "2-0123456789abcdef")
                .containsOnlyOnce("differs");
    }

    @Test
    void saysThatNoneWaits() throws Exception {
        when(links.of(any(), any(), any(), any())).thenReturn(List.of());
        assertThat(page("council-decision", PATH)).contains("No doubtful link waits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-desk", "health-desk", "housing-officers", "business-support", "ig-council"})
    void isNotThereForOtherRoles(String team) throws Exception {
        look(team, PATH).andExpect(status().isNotFound());
    }
}
