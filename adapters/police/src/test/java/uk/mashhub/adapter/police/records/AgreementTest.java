package uk.mashhub.adapter.police.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published agreement names what the simulated force sends and what the adapter asks for. */
class AgreementTest {
    /** In the samples to show what becomes of a property that no agreement knows. */
    private static final Set<String> BEYOND_THE_AGREEMENT = Set.of("embargo");

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = AgreementTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }

    private static String agreement() throws IOException {
        return new String(resource("/police/records-system.openapi.yaml"), StandardCharsets.UTF_8);
    }

    private static void names(JsonNode node, Set<String> into) {
        into.addAll(node.propertyNames());
        node.forEach(child -> names(child, into));
    }

    @ParameterizedTest
    @ValueSource(strings = {"family-a", "family-b", "family-d", "others"})
    void namesEveryPropertyOfTheSamples(String family) throws IOException {
        Set<String> names = new TreeSet<>();
        names(JsonMapper.shared().readTree(resource("/police/records/" + family + ".json")), names);
        names.removeAll(BEYOND_THE_AGREEMENT);
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(names).allSatisfy(name -> assertThat(agreement()).containsPattern("\\b" + name + ":"));
    }

    @Test
    void namesEveryPath() throws IOException {
        assertThat(agreement())
                .contains(
                        "/persons/search:",
                        "/persons/{recordId}/involvements:",
                        "/persons/{recordId}/incidents:",
                        "/persons/{recordId}/intelligence:");
    }
}
