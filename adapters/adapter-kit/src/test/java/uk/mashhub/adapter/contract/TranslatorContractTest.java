package uk.mashhub.adapter.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;

/** The contract bites: each promise is broken on purpose, and the contract notices. */
class TranslatorContractTest {
    @Test
    void noticesAReaderThatFollowsEntities() {
        assertBites(() -> on(new SmallXmlTranslator(false)).refusesDocumentTypesAndEntities());
    }

    @Test
    void noticesAReasonThatRepeatsTheMessage() {
        assertBites(() -> on(new SmallXmlTranslator(false)).refusesAnythingCutShort());
    }

    @Test
    void noticesOtherExceptions() {
        Translator failing = translating((message, received) -> {
            throw new IllegalStateException("unexpected");
        });
        assertBites(() -> on(failing).refusesNoise());
        assertBites(() -> on(failing).readsOrRefusesWhatIsScratched());
        assertBites(() -> on(failing).refusesDeepNesting());
    }

    @Test
    void noticesAReaderThatTakesAnything() {
        Translator credulous = translating((message, received) -> on(new SmallXmlTranslator(true))
                .translator()
                .translate(SmallXmlTranslatorTest.SAMPLE.getBytes(StandardCharsets.UTF_8), received));
        assertBites(() -> on(credulous).refusesNothingAtAll());
        assertBites(() -> on(credulous).refusesWhatIsTooLarge());
        assertBites(() -> on(credulous).refusesNoise());
        assertBites(() -> on(credulous).doesNotKeepWhatIsClassifiedTooHigh());
    }

    @Test
    void noticesPrivateValuesThatTheSampleDoesNotHold() {
        TranslatorContract contract = new SmallXmlTranslatorTest() {
            @Override
            public List<String> privateValues() {
                return List.of("Ruby", "Madeup-Test", "not in the sample");
            }
        };
        assertBites(contract::isGivenValuesThatCouldLeak);
    }

    private interface Translation {
        Contact translate(byte[] message, Received received) throws Unreadable;
    }

    private static Translator translating(Translation translation) {
        return new Translator() {
            @Override
            public String format() {
                return "broken-v1";
            }

            @Override
            public Contact translate(byte[] message, Received received) throws Unreadable {
                return translation.translate(message, received);
            }
        };
    }

    private static TranslatorContract on(Translator translator) {
        return new SmallXmlTranslatorTest() {
            @Override
            public Translator translator() {
                return translator;
            }
        };
    }

    private static void assertBites(org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class);
    }
}
