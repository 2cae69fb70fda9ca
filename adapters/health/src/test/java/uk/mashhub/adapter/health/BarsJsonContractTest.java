package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.contract.TranslatorContract;
import uk.mashhub.simulators.health.HealthFiles;

class BarsJsonContractTest implements TranslatorContract {
    @Override
    public Translator translator() {
        return new BarsTranslator();
    }

    @Override
    public byte[] sample() {
        return HealthFiles.referral("noor-refuge");
    }

    @Override
    public List<String> privateValues() {
        return List.of("Lantern House", "9990000050", "Invented", "ZZ9 9XY", "01632 960123", "Hidden Lane");
    }

    @Override
    public Optional<byte[]> classifiedSample() {
        return Optional.of(SampleBundle.named("noor-refuge")
                .set("Flag", "meta", "{\"security\":[{\"code\":\"SECRET\"}]}")
                .bytes());
    }
}
