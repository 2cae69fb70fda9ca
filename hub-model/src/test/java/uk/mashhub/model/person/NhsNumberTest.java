package uk.mashhub.model.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.model.SharedVectors;

class NhsNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "999 000 0018", "999-000-0018", " 9990000018\t", "999\u00A0000\u20130018"})
    void dropsWhatPeopleWriteBetweenTheDigits(String written) {
        assertThat(new NhsNumber(written).value()).isEqualTo("9990000018");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "999000001",
                "99900000180",
                "9990000019",
                "999000001A",
                "4000000080",
                "99900000.8",
                "\uFF19\uFF19\uFF19\uFF10\uFF10\uFF10\uFF10\uFF10\uFF11\uFF18"
            })
    void refusesWhatIsNoNhsNumber(String written) {
        assertRefused(written);
    }

    @Test
    void refusesRepeatedDigits() {
        for (char digit = '0'; digit <= '9'; digit++) {
            assertRefused(String.valueOf(digit).repeat(10));
        }
    }

    @Test
    void findsEveryDigitMistypedAndEveryPairSwapped() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String valid = valid(random);
            int place = random.nextInt(10);
            char other = (char) ('0' + (valid.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(accepts(valid)).as("seed %d", seed).isTrue();
            assertThat(accepts(valid.substring(0, place) + other + valid.substring(place + 1)))
                    .as("seed %d, place %d", seed, place)
                    .isFalse();
            assertSwapFound(seed, valid, random.nextInt(9));
        }
    }

    @Test
    void agreesWithSharedVectors() {
        for (String[] vector : SharedVectors.of("5-nasty/identifiers/nhs_numbers.csv")) {
            assertThat(accepts(vector[0])).as(vector[3]).isEqualTo(vector[2].equals("valid"));
            if (accepts(vector[0])) {
                assertThat(new NhsNumber(vector[0]).value()).isEqualTo(vector[1]);
            }
        }
    }

    private static void assertSwapFound(long seed, String valid, int place) {
        char one = valid.charAt(place);
        char two = valid.charAt(place + 1);
        if (one != two) {
            assertThat(accepts(valid.substring(0, place) + two + one + valid.substring(place + 2)))
                    .as("seed %d, swapped at %d", seed, place)
                    .isFalse();
        }
    }

    /** Built from the rule of the NHS Data Dictionary, in the range kept for tests. */
    private static String valid(Random random) {
        while (true) {
            String nine = "999" + String.format("%06d", random.nextInt(1_000_000));
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += Character.digit(nine.charAt(i), 10) * (10 - i);
            }
            int check = 11 - sum % 11;
            if (check != 10 && sum != 54 * 9) {
                return nine + (check == 11 ? 0 : check);
            }
        }
    }

    private static boolean accepts(String written) {
        try {
            return new NhsNumber(new NhsNumber(written).value()).equals(new NhsNumber(written));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void assertRefused(String written) {
        assertThatThrownBy(() -> new NhsNumber(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a valid NHS number");
    }
}
