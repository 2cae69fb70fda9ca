package uk.mashhub.adapter.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

class FhirReaderTest {
    private static Path shared(String folder) {
        String data = System.getenv("MASH_SHARED_DATA");
        assumeTrue(data != null, "set MASH_SHARED_DATA to the folder of shared test data to run this test");
        return Path.of(data, folder);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> paths = Files.list(shared(folder))) {
            return paths.filter(p -> p.toString().matches(".*\\.(json|xml)"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Unreadable refusal(byte[] body) {
        return catchThrowableOfType(Unreadable.class, () -> FhirReader.read(body, Resource.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "''~MALFORMED~/",
                "[]~NOT_VALID~/",
                "null~NOT_VALID~/",
                "{}~NOT_VALID~resourceType",
                "{\"resourceType\":\"Banana\"}~NOT_VALID~resourceType",
                "{\"resourceType\":\"Patient\",\"resourceType\":\"Patient\"}~MALFORMED~line 1",
                "{\"resourceType\":\"Patient\"} x~MALFORMED~line 1",
                "{\"resourceType\":\"Patient\",\"active\":\"maybe\"}~NOT_VALID~Patient.active",
                "{\"resourceType\":\"Patient\",\"implicitRules\":\"urn:x\"}~NOT_VALID~Patient.implicitRules",
                "{\"resourceType\":\"Patient\",\"contained\":[{\"resourceType\":\"Patient\",\"x\":1}]}~NOT_VALID~Patient.contained[0]",
                "<Patient xmlns='http://hl7.org/fhir'><gender value='x'/></Patient>~NOT_VALID~gender",
                "<Patient xmlns='http://hl7.org/fhir'><shoes value='1'/></Patient>~NOT_VALID~/",
                "<Patient>~MALFORMED~line 1",
            })
    void namesFaultAndPlace(String body, Fault fault, String place) {
        Unreadable refusal = refusal(utf8(body));
        assertThat(refusal).isNotNull();
        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal.place()).isEqualTo(place);
    }

    @Test
    void readsPastAByteOrderMark() throws Unreadable {
        assertThat(FhirReader.read(utf8("\uFEFF {\"resourceType\":\"Patient\"}"), Patient.class))
                .isNotNull();
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(refusal("{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_16))
                        .fault())
                .isEqualTo(Fault.MALFORMED);
    }

    @Test
    void readsTheOfficialExamples() throws Exception {
        for (Path file : files("2-health/hl7-r4-examples")) {
            Unreadable refusal = refusal(Files.readAllBytes(file));
            if (Files.readString(file).contains("modifierExtension")) {
                assertThat(refusal.place()).as(file.toString()).endsWith("modifierExtension");
            } else {
                assertThat(refusal).as(file.toString()).isNull();
            }
        }
    }

    @Test
    void readsWhatPdsAndTheNhsProgrammePublish() throws Exception {
        for (String folder : List.of("2-health/pds-api", "2-health/nhs-england-programme", "2-health/uk-core")) {
            for (Path file : files(folder)) {
                assertThat(refusal(Files.readAllBytes(file)))
                        .as(file.toString())
                        .isNull();
            }
        }
    }

    @Test
    void readsARestrictedPatientOfPds() throws Exception {
        byte[] body = Files.readAllBytes(shared("2-health/pds-api/Sensitive_Patient.json"));
        Patient patient = FhirReader.read(body, Patient.class).resource();
        assertThat(patient.getMeta().getSecurity().get(0).getCode()).isEqualTo("R");
        assertThat(patient.hasAddress()).isFalse();
    }

    @Test
    void letsNoNarrativeAttackReadAFile() throws Exception {
        for (Path file : files("5-nasty/fhir-security")) {
            byte[] body = Files.readAllBytes(file);
            Unreadable refusal = refusal(body);
            if (file.getFileName().toString().contains("xxe")) {
                assertThat(refusal.fault()).as(file.toString()).isEqualTo(Fault.FORBIDDEN_CONSTRUCT);
            } else if (refusal == null) {
                assertThat(FhirWriter.json(FhirReader.read(body, Resource.class).resource()))
                        .doesNotContain("root:x:0");
            }
        }
    }

    @Test
    void refusesOtherKindsOfResource() {
        assertThat(catchThrowableOfType(
                                Unreadable.class,
                                () -> FhirReader.read(utf8("{\"resourceType\":\"Patient\"}"), Bundle.class))
                        .reason())
                .isEqualTo("is not a Bundle");
    }
}
