package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.contract.TranslatorContract;
import uk.mashhub.adapter.health.fhir.FhirReader;
import uk.mashhub.adapter.health.fhir.FhirWriter;
import uk.mashhub.simulators.health.HealthFiles;

class BarsXmlContractTest implements TranslatorContract {
    private static final byte[] SAMPLE = xml(HealthFiles.referral("noor-refuge"));

    private static byte[] xml(byte[] json) {
        try {
            return FhirWriter.xml(FhirReader.read(json, Bundle.class).resource())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (uk.mashhub.adapter.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Translator translator() {
        return new BarsTranslator();
    }

    @Override
    public byte[] sample() {
        return SAMPLE;
    }

    @Override
    public List<String> privateValues() {
        return List.of("Lantern House", "9990000050", "Invented", "ZZ9 9XY", "01632 960123", "Hidden Lane");
    }

    @Override
    public Optional<byte[]> classifiedSample() {
        return Optional.of(xml(SampleBundle.named("noor-refuge")
                .set("Flag", "meta", "{\"security\":[{\"display\":\"UK TOP SECRET\",\"code\":\"TS\"}]}")
                .bytes()));
    }

    @Test
    void readsTheSameFromXmlAsFromJson() throws Exception {
        assertThat(translator().translate(SAMPLE, SampleBundle.RECEIVED))
                .isEqualTo(SampleBundle.named("noor-refuge").read());
    }
}
