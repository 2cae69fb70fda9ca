package uk.mashhub.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.Keys;

class CosignatureTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:15:00Z");
    private static final String CHECKPOINT = new Checkpoint("mash.example.org/exampleshire", 7, new byte[32]).text();

    private final Keys keys = new Keys(4);
    private final NoteKey witness = keys.witness("health.example.org/witness");
    private final NoteAlgorithms algorithms = NoteAlgorithms.ofJdk();

    private final SignedNote cosigned = noteOf(CHECKPOINT).with(Cosignature.of(CHECKPOINT, AT, witness, keys));

    private SignedNote noteOf(String text) {
        return SignedNote.read(SignedNote.sign(text, keys.log("mash.example.org/exampleshire"), keys))
                .orElseThrow();
    }

    @Test
    void verifiesAndTellsItsTime() {
        SignedNote read = SignedNote.read(cosigned.bytes()).orElseThrow();
        assertThat(read.standing(witness, algorithms)).isEqualTo(Standing.SIGNED);
        assertThat(Cosignature.at(read.signatures().get(1))).contains(AT);
    }

    /** The message as tlog-cosignature prints it, so that any other implementation finds the same signature good. */
    @Test
    void isOverTheHeaderTheTimeAndTheCheckpoint() {
        byte[] message = ("cosignature/v1\ntime 1772442900\n" + CHECKPOINT).getBytes(StandardCharsets.UTF_8);
        byte[] signature = cosigned.signatures().get(1).signature();

        assertThat(signature)
                .startsWith(0, 0, 0, 0, 0x69, 0xa5, 0x55, 0x14)
                .endsWith(keys.sign(message))
                .hasSize(72);
    }

    @Test
    void isWrongForAnotherTimeCheckpointOrKey() {
        byte[] bytes = cosigned.signatures().get(1).signature();
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            SignedNote note = noteOf(CHECKPOINT).with(new NoteSignature(witness.name(), witness.id(), flipped));
            assertThat(note.standing(witness, algorithms)).as("byte %d", i).isEqualTo(Standing.WRONG);
        }
        String grown = new Checkpoint("mash.example.org/exampleshire", 8, new byte[32]).text();
        SignedNote moved = noteOf(grown).with(cosigned.signatures().get(1));
        assertThat(moved.standing(witness, algorithms)).isEqualTo(Standing.WRONG);
        assertThat(cosigned.standing(new Keys(5).witness(witness.name()), algorithms))
                .isEqualTo(Standing.ABSENT);
    }

    @Test
    void isNotMixedUpWithTheSameKeysNoteSignature() {
        NoteKey sameKeyAndName = keys.log(witness.name());
        assertThat(sameKeyAndName.id()).isNotEqualTo(witness.id());
        assertThat(cosigned.standing(sameKeyAndName, algorithms)).isEqualTo(Standing.ABSENT);
    }

    @Test
    void isOnlyMadeOverCheckpoints() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.of("a note\n", AT, witness, keys));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cosignature.of(CHECKPOINT, AT, keys.log("health.example.org/witness"), keys));
        assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.of(CHECKPOINT, Instant.EPOCH, witness, keys));
    }
}
