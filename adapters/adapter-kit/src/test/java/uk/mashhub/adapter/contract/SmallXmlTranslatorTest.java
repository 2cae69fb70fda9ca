package uk.mashhub.adapter.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.Translator;

/** The contract on a translator that keeps it, as an adapter's author writes it. */
class SmallXmlTranslatorTest implements TranslatorContract {
    static final String SAMPLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- an invented child -->
            <contact><person given="Ruby" family="Madeup-Test"/><note>Bruise seen on Monday, 14 Sample Row</note></contact>
            """;

    @Override
    public Translator translator() {
        return new SmallXmlTranslator(true);
    }

    @Override
    public byte[] sample() {
        return SAMPLE.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<String> privateValues() {
        return List.of("Ruby", "Madeup-Test", "14 Sample Row");
    }

    @Override
    public Optional<byte[]> classifiedSample() {
        return Optional.of(
                SAMPLE.replace("<person ", "<person marking=\"SECRET\" ").getBytes(StandardCharsets.UTF_8));
    }
}
