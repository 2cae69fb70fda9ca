package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Two families of whom the same is shown look the same; one line more, or one sign, does not. */
class SilenceShapeTest {
    private static String of(String json) {
        return SilenceShape.of(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    @Test
    void isTheSameForOtherNamesIdsTimesAndOrder() {
        assertThat(of("{'at':'2026-11-22T09:00:00.125Z','people':[{'name':'Ada'},{'name':'Berta'}],'n':12}"))
                .isEqualTo(of("{'n':47,'people':[{'name':'Gerda'},{'name':'Eva'}],'at':'2026-11-22T09:01:07Z'}"));
    }

    @Test
    void differsByALineAndByASign() {
        String two = of("{'lines':['Ada','Eva']}");
        assertThat(of("{'lines':['Ada','Eva','Ina']}")).isNotEqualTo(two);
        assertThat(of("{'lines':['Ada','Evas']}")).isNotEqualTo(two);
        assertThat(of("{'lines':['Ada','Eva'],'withheld':[]}")).isNotEqualTo(two);
    }
}
