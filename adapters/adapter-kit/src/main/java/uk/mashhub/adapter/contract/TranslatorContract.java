package uk.mashhub.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.id.SourceId;

/**
 * What every {@link Translator} keeps, whatever arrives. A test class of the adapter implements this interface and says
 * which translator, with which well-formed sample.
 */
public interface TranslatorContract {
    /** The translator under test. */
    Translator translator();

    /** A well-formed message of invented people, as long and as varied as real ones. */
    byte[] sample();

    /** Names, numbers, addresses and narrative of the sample; none may stand in a reason. At least three. */
    List<String> privateValues();

    /** A sample that is marked above OFFICIAL-SENSITIVE, where the format can carry a marking. */
    Optional<byte[]> classifiedSample();

    /** The seed of random variants. */
    default long seed() {
        return 20_260_401L;
    }

    /** How the message came. */
    default Received received() {
        return new Received(new SourceId("contract-test"), Instant.parse("2026-04-01T09:00:00Z"));
    }

    @Test
    default void namesItsFormat() {
        assertThat(translator().format()).matches("[a-z0-9][a-z0-9.+-]*");
    }

    @Test
    default void translatesTheSample() throws Unreadable {
        Contact contact = translator().translate(sample(), received());
        assertThat(contact.people()).as("people").isNotEmpty();
        assertThat(contact.items()).as("items").isNotEmpty();
    }

    @Test
    default void translatesTwiceToTheSame() throws Unreadable {
        assertThat(translator().translate(sample(), received()))
                .isEqualTo(translator().translate(sample(), received()));
    }

    @Test
    default void translatesOnManyThreadsToTheSame() throws Unreadable {
        Contact expected = translator().translate(sample(), received());
        List<Boolean> same = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> Trial.of(this, sample()).contact().equals(Optional.of(expected)))
                .toList();
        assertThat(same).doesNotContain(false);
    }

    @Test
    default void leavesTheMessageAsItWas() throws Unreadable {
        byte[] message = sample();
        translator().translate(message, received());
        assertThat(message).isEqualTo(sample());
    }

    @Test
    default void refusesAnythingCutShort() {
        byte[] sample = Mutations.trimmed(sample());
        for (int length = 0; length < sample.length; length += 64) {
            Trial trial = Trial.of(this, Arrays.copyOf(sample, length));
            trial.assertUnreadable("cut after " + length + " bytes");
            trial.assertSaysNothingPrivate(privateValues());
        }
    }

    @Test
    default void refusesNoise() {
        Random random = new Random(seed());
        for (int i = 0; i < 200; i++) {
            Trial.of(this, Mutations.noise(random)).assertUnreadable("noise " + i + " of seed " + seed());
        }
    }

    @Test
    default void readsOrRefusesWhatIsScratched() {
        Random random = new Random(seed());
        for (int i = 0; i < 200; i++) {
            // Any exception but Unreadable fails inside the trial.
            Trial.of(this, Mutations.scratched(sample(), random)).assertSaysNothingPrivate(privateValues());
        }
    }

    @Test
    default void refusesNothingAtAll() {
        Trial.of(this, new byte[0]).assertUnreadable("empty");
        Trial.of(this, "   \n".getBytes(StandardCharsets.UTF_8)).assertUnreadable("blank");
    }

    @Test
    default void refusesWhatIsTooLarge() {
        Trial.of(this, Mutations.oversize(sample())).assertFault(Unreadable.Fault.TOO_LARGE);
    }

    @Test
    default void refusesDeepNesting() {
        for (byte[] nested : Mutations.nested(sample())) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> Trial.of(this, nested).assertUnreadable("deep nesting"));
        }
    }

    @Test
    default void refusesDocumentTypesAndEntities() {
        if (!Mutations.isXml(sample())) {
            return;
        }
        XmlAttacks.on(sample())
                .forEach((name, attack) -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                    Trial trial = Trial.of(this, attack);
                    trial.assertUnreadable(name);
                    trial.assertSaysNothingPrivate(List.of(XmlAttacks.CANARY));
                }));
    }

    @Test
    default void doesNotKeepWhatIsClassifiedTooHigh() {
        classifiedSample()
                .ifPresent(sample -> Trial.of(this, sample).assertFault(Unreadable.Fault.CLASSIFIED_TOO_HIGH));
    }

    @Test
    default void isGivenValuesThatCouldLeak() {
        assertThat(privateValues()).as("private values of the sample").hasSizeGreaterThanOrEqualTo(3);
        String text = new String(sample(), StandardCharsets.UTF_8);
        assertThat(privateValues()).allSatisfy(value -> assertThat(text).contains(value));
    }
}
