package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.health.fhir.FhirReader;
import uk.mashhub.model.vocabulary.ConcernCategory;

class ConcernCodesTest {
    @Test
    void knowsTheWholePublishedList() throws Exception {
        String data = System.getenv("MASH_SHARED_DATA");
        assumeTrue(data != null, "set MASH_SHARED_DATA to the folder of shared test data to run this test");
        CodeSystem list = FhirReader.read(
                        Files.readAllBytes(Path.of(data, "2-health/nhs-england-programme/safeguarding-codes-bars.xml")),
                        CodeSystem.class)
                .resource();
        assertThat(list.getConcept()).hasSizeGreaterThan(40).allSatisfy(c -> {
            boolean known = ConcernCodes.category(c.getCode()).isPresent()
                    || c.getCode().equals(ConcernCodes.NONE);
            assertThat(known).as(c.getCode() + " " + c.getDisplay()).isTrue();
        });
    }

    @Test
    void doesNotGuess() {
        assertThat(ConcernCodes.category("42")).isEmpty();
        assertThat(ConcernCodes.category("")).isEmpty();
        assertThat(ConcernCodes.category("U")).contains(ConcernCategory.UNKNOWN);
    }
}
