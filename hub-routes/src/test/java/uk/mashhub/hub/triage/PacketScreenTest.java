package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;

class PacketScreenTest {
    private static final String PATH = "/packet/" + LoggedViews.ID;

    private final ViewDoor door = Screens.part(ViewDoor.class);

    @BeforeEach
    void opens() {
        Screens.forget(door);
        LoggedView view = LoggedViews.full();
        when(door.open(any(), any())).thenReturn(Optional.of(view));
    }

    @Test
    void showsEveryPartOfTheView() throws Exception {
        assertThat(page("council-decision", PATH))
                .contains(
                        "Somebody here must not be found.",
                        "Maya Invented",
                        "3 July 2015",
                        "1 Invented Street, ZZ1 1AA")
                .contains("Where sources differ", "3 July 2015 (Council) / 7 March 2015 (Police)")
                .contains("Domestic abuse incident", "A neighbour heard shouting.", "Allegation, not proven")
                .contains("untested source; known indirectly", "Do not share onward", "Removed for your team")
                .contains("Relevant to the child&#39;s safety.", "Children Act 1989 s47")
                .contains("Ring Safeguarding nurse, 020 7946 0300", "unavailable since 10:40", "answered 10:40")
                .contains("Strategy discussion", "Threshold met.", "Health: not yet.", "It was made without it");
    }

    @Test
    void writesWhatItIsGivenAsText() throws Exception {
        assertThat(page("council-decision", PATH))
                .contains("Maya &lt;b&gt; photo.jpg")
                .doesNotContain("<b> photo");
    }

    @Test
    void runsNothingAndStylesNothingInline() throws Exception {
        assertThat(page("council-decision", PATH)).doesNotContain("<script", " style=", "onclick", "javascript:");
    }

    @Test
    void namesPeopleAndLinesByHandleOnly() throws Exception {
        Matcher uuids = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
                .matcher(page("council-decision", PATH).replaceAll("name=\"id\" value=\"[^\"]*\"", ""));
        Set<String> found = new HashSet<>();
        while (uuids.find()) {
            found.add(uuids.group());
        }
        assertThat(found).containsExactlyInAnyOrder(Screens.USER, LoggedViews.ID.toString());
    }

    @Test
    void offersToOpenAgainOnlyWhatIsClosed() throws Exception {
        assertThat(page("council-decision", PATH))
                .contains("Close the enquiry")
                .doesNotContain("Open a closed enquiry again");
    }

    @Test
    void givesEveryFormItsOwnId() throws Exception {
        Matcher ids = Pattern.compile("name=\"id\" value=\"([^\"]*)\"").matcher(page("council-decision", PATH));
        List<String> all = ids.results().map(m -> m.group(1)).toList();
        assertThat(all).hasSizeGreaterThan(6).doesNotHaveDuplicates();
    }

    @Test
    void readsCodesOfSourcesInWords() throws Exception {
        LoggedView view =
                LoggedViews.of(new String(LoggedViews.full().content(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace(
                                "{\"label\":\"NHS number\",\"value\":\"9990000018\"}",
                                "{\"label\":\"Sex\",\"value\":\"FEMALE\"}"));
        when(door.open(any(), any())).thenReturn(Optional.of(view));
        assertThat(page("council-decision", PATH)).contains(">Female<").doesNotContain(">FEMALE<");
    }

    @Test
    void offersFormsByRole() throws Exception {
        assertThat(page("council-decision", PATH)).contains("Record the override", "Decide for Maya", "STRATEGY");
        assertThat(page("council-screening", PATH))
                .contains("Record the rating")
                .doesNotContain("Record the override", "Record the decision", "value=\"S47\"");
        assertThat(page("police-desk", PATH))
                .contains("Raise the flag", "Yours: release, hold")
                .doesNotContain("Record the rating");
        assertThat(page("education-desk", PATH)).contains("Answer for your agency", "schools-by-hand");
        assertThat(page("business-support", PATH)).doesNotContain("What you can do", "Yours: release, hold");
        assertThat(page("business-support", PATH)).contains("Ask an agency again", "value=\"exampleshire-health\"");
        assertThat(page("council-decision", PATH))
                .contains("Ask an agency again")
                .doesNotContain("AskAgain-agency-2");
        assertThat(page("police-desk", PATH)).doesNotContain("Ask an agency again");
    }

    @Test
    void isNotThereForWhomTheDoorOpensNothing() throws Exception {
        when(door.open(any(), any())).thenReturn(Optional.empty());
        look("council-decision", PATH).andExpect(status().isNotFound());
        String missing = page("council-decision", PATH);
        assertThat(missing).contains("There is nothing here").doesNotContain("MH-7K2Q-94");
    }

    @Test
    void answersAnIdThatIsNoneAsIfItWereNotThere() throws Exception {
        look("council-decision", "/packet/nonsense").andExpect(status().isNotFound());
    }

    @Test
    void forbidsToKeepFrameOrLoadFromElsewhere() throws Exception {
        look("council-decision", PATH)
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.startsWith("default-src 'none'"),
                                        org.hamcrest.Matchers.containsString("frame-ancestors 'none'"),
                                        org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("unsafe")))));
    }

    @Test
    void carriesTheTokenThatTheDriverReads() throws Exception {
        assertThat(page("council-decision", PATH)).containsPattern("<meta name=\"_csrf\" content=\"[^\"]+\"");
    }
}
