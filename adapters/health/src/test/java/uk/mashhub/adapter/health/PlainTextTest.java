package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.adapter.health.fhir.FhirReader;

class PlainTextTest {
    private static String narrative(String inner) throws Exception {
        String div = "<div xmlns='http://www.w3.org/1999/xhtml'>" + inner + "</div>";
        String json = "{\"resourceType\":\"Patient\",\"text\":{\"status\":\"generated\",\"div\":"
                + new JsonMapper().writeValueAsString(div) + "}}";
        return PlainText.narrative(FhirReader.read(json.getBytes(StandardCharsets.UTF_8), Patient.class)
                .resource());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "seen <b>today</b>~seen today",
                "<script>steal()</script>bruise~bruise",
                "<style>p{}</style>bruise~bruise",
                "<img src='x' onerror='steal()' alt='y'/>bruise~bruise",
                "<a href='javascript:steal()'>bruise</a>~bruise",
                "<!-- hidden -->bruise~bruise",
                "a &lt;script&gt; b~a <script> b",
            })
    void keepsWordsAndNoMarkup(String markup, String words) throws Exception {
        assertThat(narrative(markup)).isEqualTo(words);
    }

    @Test
    void keepsParagraphsApart() throws Exception {
        assertThat(narrative("<p>one</p><p>two<br/>three</p><table><tr><td>a</td><td>b</td></tr></table>"))
                .isEqualTo("one\ntwo\nthree\na\nb");
    }

    @Test
    void takesControlCharactersOut() {
        assertThat(PlainText.of(" a\u0000b\u001b[31mc\td\n ")).isEqualTo("a b [31mc\td");
        assertThat(PlainText.of(null)).isEmpty();
    }
}
