package uk.mashhub.model.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.model.SharedVectors;

class UpnTest {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    @Test
    void readsPermanentAndTemporaryNumbers() {
        assertThat(new Upn("b80120 0005001").value()).isEqualTo("B801200005001");
        assertThat(new Upn("B801200005001").temporary()).isFalse();
        String temporary = "80120000500A";
        assertThat(new Upn(checkLetter(temporary) + temporary).temporary()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A801200005001",
                "X80120000A001",
                "E000200005001",
                "B80120000500",
                "B8012000050011",
                "I801200005001"
            })
    void refusesWhatIsNoUpn(String written) {
        assertThatThrownBy(() -> new Upn(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a valid UPN");
    }

    @Test
    void acceptsOneCheckLetterOnly() {
        String body = "373400015001";
        long accepted = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .filter(c -> accepts((char) c + body))
                .count();
        assertThat(accepted).isOne();
        assertThat(accepts("T" + body)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "O", "S"})
    void refusesALastLetterOutsideTheAlphabet(String last) {
        String body = "80120000500" + last;
        assertThat(LETTERS.chars().noneMatch(c -> accepts((char) c + body))).isTrue();
    }

    @Test
    void agreesWithSharedVectors() {
        for (String[] vector : SharedVectors.of("5-nasty/identifiers/upn.csv")) {
            assertThat(accepts(vector[0])).as("%s: %s", vector[0], vector[2]).isEqualTo(vector[1].equals("valid"));
        }
    }

    private static char checkLetter(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            sum += (i + 2) * (Character.isDigit(c) ? Character.digit(c, 10) : LETTERS.indexOf(c));
        }
        return LETTERS.charAt(sum % 23);
    }

    private static boolean accepts(String written) {
        try {
            return new Upn(new Upn(written).value()).equals(new Upn(written));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
