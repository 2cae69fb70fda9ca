package uk.mashhub.adapter.council.marf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.contract.TranslatorContract;
import uk.mashhub.simulators.council.SampleForms;

class MarfTranslatorContractTest implements TranslatorContract {
    @Override
    public Translator translator() {
        return new MarfTranslator(Forms.CENSUS);
    }

    @Override
    public byte[] sample() {
        return SampleForms.read(SampleForms.REFUGE);
    }

    @Override
    public List<String> privateValues() {
        return List.of(
                "Lantern House", "77 Hidden Lane", "ZZ9 9XY", "01632 960123", "Leila", "Noor", "9990000050", "throat");
    }

    @Override
    public Optional<byte[]> classifiedSample() {
        String form = new String(sample(), StandardCharsets.UTF_8);
        return Optional.of(form.replace("OFFICIAL-SENSITIVE", "UK SECRET").getBytes(StandardCharsets.UTF_8));
    }
}
