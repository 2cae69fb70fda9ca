package uk.mashhub.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.log.Keys;

class SignedNoteTest {
    /** The example of C2SP signed-note, section 'Verifier keys'. */
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String TEXT = "This is an example message.\n";
    private static final String SIGNATURE = "\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private final NoteKey published = NoteKey.read(VKEY).orElseThrow();

    @Test
    void verifiesThePublishedExample() {
        assertThat(SignedNote.verified(utf8(TEXT + "\n" + SIGNATURE), published))
                .contains(TEXT);
    }

    @Test
    void writesAKeyAsItWasRead() {
        assertThat(published.vkey()).isEqualTo(VKEY);
    }

    @Test
    void verifiesWhatItSigned() {
        Keys keys = new Keys(1);
        NoteKey key = keys.log("mash.example.org/exampleshire");
        String text = "several\n\nparagraphs\n";
        byte[] note = SignedNote.sign(text, key, keys);

        assertThat(SignedNote.verified(note, key)).contains(text);
        assertThat(SignedNote.verified(note, published)).isEmpty();
    }

    @Test
    void passesOverSignaturesOfOtherKeys() {
        String witness = "\u2014 witness.example/one AAAAAAAAAAAA\n";
        assertThat(SignedNote.verified(utf8(TEXT + "\n" + witness + SIGNATURE + witness), published))
                .contains(TEXT);
        assertThat(SignedNote.verified(utf8(TEXT + "\n" + witness), published)).isEmpty();
    }

    @Test
    void rejectsTheNoteIfOneSignatureOfTheKeyIsWrong() {
        String wrong = SIGNATURE.replace("Uw2QOkn8", "Uw2QOkn9");
        assertThat(SignedNote.verified(utf8(TEXT + "\n" + SIGNATURE + wrong), published))
                .isEmpty();
    }

    @Test
    void rejectsControlCharactersEvenIfTheKeySignedThem() {
        Keys keys = new Keys(1);
        NoteKey key = keys.log("mash.example.org/exampleshire");
        String line = new String(SignedNote.sign("a\n", key, keys), StandardCharsets.UTF_8);
        String prefix = line.substring(3, line.lastIndexOf(' ') + 1);
        String text = "a\u001b[2J\n";
        byte[] signature = new byte[68];
        System.arraycopy(key.id(), 0, signature, 0, 4);
        System.arraycopy(keys.sign(utf8(text)), 0, signature, 4, 64);
        String note = text + "\n" + prefix + Base64.getEncoder().encodeToString(signature) + "\n";

        assertThat(SignedNote.verified(utf8(note), key)).isEmpty();
        assertThat(SignedNote.verified(SignedNote.sign("a\n", key, keys), key)).contains("a\n");
    }

    @Test
    void rejectsEveryOtherByteAnywhere() {
        byte[] note = utf8(TEXT + "\n" + SIGNATURE);
        for (int i = 0; i < note.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = note.clone();
                flipped[i] ^= (byte) (1 << bit);
                assertThat(SignedNote.verified(flipped, published))
                        .as("byte %d bit %d", i, bit)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "text\n\n", "text\n", "text\n\n\u2014 example.com/foo \n", "a\tb\n\n"})
    void rejectsWhatIsNoNote(String note) {
        assertThat(SignedNote.verified(utf8(note), published)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+b",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                " +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void refusesVerifierKeysWhosePartsDisagree(String vkey) {
        assertThat(NoteKey.read(vkey)).isEmpty();
    }

    @Test
    void refusesNamesThatWouldBreakALine() {
        byte[] key = published.publicKey();
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteKey("two words", key));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteKey("a\nb", key));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteKey("a+b", key));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
