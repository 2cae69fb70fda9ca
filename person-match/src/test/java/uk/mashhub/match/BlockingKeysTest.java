package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.mashhub.match.People.NHS;
import static uk.mashhub.match.People.ada;
import static uk.mashhub.match.People.named;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.LocalId;

class BlockingKeysTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final BlockingKeys keys = new BlockingKeys(SECRET);

    @Test
    void givesOneRecordTheSameKeysEachTime() {
        assertThat(keys.of(ada().number(NHS).details()))
                .isEqualTo(keys.of(ada().number(NHS).details()));
    }

    @Test
    void givesFoldedNamesAndPostcodesTheSameKeys() {
        People shouted = named("ÁDA", "O'Example-Sample").born("2015-03-07").at("zz1 1aa");
        People plain = named("Ada", "OEXAMPLE SAMPLE").born("2015-03-07").at("ZZ11AA");
        assertThat(keys.of(shouted.details())).isEqualTo(keys.of(plain.details()));
    }

    @Test
    void sharesNothingWithAnotherKey() {
        byte[] other = SECRET.clone();
        other[0]++;
        assertThat(keys.of(ada().number(NHS).details()))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(
                        new BlockingKeys(other).of(ada().number(NHS).details()));
    }

    /** RFC 2104 with SHA-256 over {@code kind|value}, computed here on its own. */
    @Test
    void isAnHmacOfKindAndValue() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        BlockingKey expected = BlockingKey.of(mac.doFinal("nhs|9990000018".getBytes(StandardCharsets.UTF_8)), false);
        assertThat(keys.of(People.nobody().number(NHS).details())).containsExactly(expected);
    }

    /** If this fails, raise the version and write the new digest: without it nobody entered before has the new keys. */
    @Test
    void areOfAnotherVersionWhereOtherKeysAreMade() throws Exception {
        People said = named("Ada Mary", "Example-Sample")
                .born("2015-03-07")
                .at("ZZ1 1AA")
                .telephone("07700 900123")
                .number(NHS);
        String all = keys.of(said.details()).stream()
                .map(k -> k.hex() + k.loose())
                .sorted()
                .collect(Collectors.joining());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        assertThat(BlockingKeys.VERSION + "-" + HexFormat.of().formatHex(digest, 0, 8))
                .isEqualTo("3-545d93e56b9e4e7b");
    }

    @Test
    void keepsTheNumbersOfTwoSourcesApart() {
        People rms = People.nobody().number(new LocalId(new SourceId("rms"), "17"));
        People liquid = People.nobody().number(new LocalId(new SourceId("liquid"), "17"));
        assertThat(keys.of(rms.details())).doesNotContainAnyElementsOf(keys.of(liquid.details()));
    }

    @Test
    void hasNoKeyForARecordThatSaysNothing() {
        assertThat(keys.of(People.nobody().details())).isEmpty();
        assertThat(keys.of(named("Unknown", "Not known").born("2015-03-07").details()))
                .isEmpty();
        assertThat(keys.of(named("Ada", "Example").details())).isEmpty();
    }

    @Test
    void copiesItsSecret() {
        byte[] given = SECRET.clone();
        BlockingKeys own = new BlockingKeys(given);
        given[0]++;
        assertThat(own.of(ada().details())).isEqualTo(keys.of(ada().details()));
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> new BlockingKeys(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isIndexedByItsFirstBitsAndPrintsNone() {
        assertThat(new BlockingKey("00000000000000ff" + "1".repeat(48)).prefix())
                .isEqualTo(255);
        assertThat(new BlockingKey("f".repeat(64)).prefix()).isEqualTo(-1);
        BlockingKey key = keys.of(ada().details()).iterator().next();
        assertThat(key.toString()).doesNotContain(key.hex());
        assertThatThrownBy(() -> new BlockingKey("AB")).isInstanceOf(IllegalArgumentException.class);
    }
}
