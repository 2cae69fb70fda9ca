package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.mashhub.hub.audit.JointTrace;
import uk.mashhub.hub.audit.LogTotals;
import uk.mashhub.hub.screens.Screens;

/** Totals and traces as pages and as JSON, for leads alone. */
class TotalsScreenTest {
    private final LogTotals totals = Screens.part(LogTotals.class);
    private final JointTrace trace = Screens.part(JointTrace.class);

    @BeforeEach
    void something() {
        Screens.forget(totals, trace);
        when(totals.read(any(), any()))
                .thenReturn(List.of(new LogTotals.Month(
                        YearMonth.of(2026, 2),
                        List.of(new LogTotals.Cell("Police desk", "<5")),
                        List.of(new LogTotals.Cell("MX-07", "10")))));
        when(trace.open(any(), any(), any(), any(), any())).thenReturn(Optional.empty());
        when(trace.open(any(), any(), any(), org.mockito.ArgumentMatchers.eq("CR/1"), any()))
                .thenReturn(Optional.of(List.of(new JointTrace.Line(
                        "Police desk",
                        "PROBATION",
                        "SHOW",
                        List.of("MX-07"),
                        "Why <b>so.",
                        List.of("A law"),
                        List.of(),
                        JointTrace.Line.BESIDES))));
    }

    private static MockHttpServletResponse send(String team, MockHttpServletRequestBuilder request) throws Exception {
        return Screens.mvc()
                .perform(request.with(Screens.as(team)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder json(String body) {
        return post("/api/desk/trace").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    @Test
    void showsTotals() throws Exception {
        assertThat(send("ig-police", get("/log/totals")).getContentAsString())
                .contains("2026-02", "Police desk", "&lt;5", "MX-07", "10");
        assertThat(send("ig-police", get("/api/desk/log/totals")).getContentAsString())
                .isEqualTo("[{\"month\":\"2026-02\",\"teams\":{\"Police desk\":\"<5\"},\"rules\":{\"MX-07\":\"10\"}}]");
    }

    @Test
    void showsATraceOnceTheOtherHasAskedToo() throws Exception {
        String waits = send(
                        "ig-police",
                        post("/log/trace")
                                .param("reference", "MH-1")
                                .param("record", "CR/2")
                                .param("reason", "Why."))
                .getContentAsString();
        assertThat(waits)
                .contains("It opens once the other lead has asked")
                .doesNotContain("What may be given at most</h2>");
        String shown = send(
                        "ig-police",
                        post("/log/trace")
                                .param("reference", "MH-1")
                                .param("record", "CR/1")
                                .param("reason", "Why."))
                .getContentAsString();
        assertThat(shown)
                .contains("Police desk", "MX-07", "A law", "Why &lt;b&gt;so.", JointTrace.Line.BESIDES)
                .doesNotContain("<b>");
        String missing = send(
                        "ig-police",
                        post("/log/trace").param("reference", "MH-1").param("record", "CR/1"))
                .getContentAsString();
        assertThat(missing).contains("Give the reference").doesNotContain("MX-07");

        assertThat(send("ig-police", json("{\"reference\":\"MH-1\",\"record\":\"CR/2\",\"reason\":\"Why.\"}"))
                        .getStatus())
                .isEqualTo(202);
        assertThat(send("ig-police", json("{\"reference\":\"MH-1\",\"record\":\"CR/1\",\"reason\":\"Why.\"}"))
                        .getContentAsString())
                .contains("\"rules\":[\"MX-07\"]");
        assertThat(send("ig-police", json("{\"reference\":\"MH-1\",\"record\":\"CR/1\"}"))
                        .getStatus())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-decision", "police-desk", "business-support"})
    void isNotThereForAnybodyElse(String team) throws Exception {
        for (MockHttpServletRequestBuilder request : List.of(
                get("/log/totals"),
                get("/api/desk/log/totals"),
                get("/log/trace"),
                post("/log/trace")
                        .param("reference", "MH-1")
                        .param("record", "CR/1")
                        .param("reason", "Why."),
                json("{\"reference\":\"MH-1\",\"record\":\"CR/1\",\"reason\":\"Why.\"}"))) {
            assertThat(send(team, request).getStatus()).isEqualTo(404);
        }
        verifyNoInteractions(totals, trace);
    }
}
