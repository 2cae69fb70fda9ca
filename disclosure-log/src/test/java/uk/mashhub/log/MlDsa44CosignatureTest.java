package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Standing;
import uk.mashhub.log.note.TrustPolicy;

class MlDsa44CosignatureTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:15:00Z");

    private final LogRoom room = new LogRoom(44);
    private final MlDsa44Signer signer = new MlDsa44Signer(room.random.apply(32));
    private final NoteKey court = new NoteKey("court.example.org", NoteKey.ML_DSA_44_COSIGNATURE, signer.publicKey());
    private final NoteAlgorithms both = NoteAlgorithms.ofJdk().with(new MlDsa44Cosignature());

    private final String text = new Checkpoint(room.key.name(), 7, new byte[32]).text();
    private final SignedNote signed =
            SignedNote.read(SignedNote.sign(text, room.key, room.signer)).orElseThrow();
    private final NoteSignature cosignature = MlDsa44Cosignature.of(text, AT, court, signer);

    @Test
    void isCheckedWhereItsKindIsKnownAndNamedWhereNot() throws PolicyText.Malformed {
        SignedNote read = SignedNote.read(signed.with(cosignature).bytes()).orElseThrow();
        assertThat(NoteKey.read(court.vkey())).contains(court);
        assertThat(read.standing(court, both)).isEqualTo(Standing.SIGNED);
        assertThat(read.standing(court, NoteAlgorithms.ofJdk())).isEqualTo(Standing.NOT_CHECKED);

        TrustPolicy policy = TrustPolicy.read(
                Drafts.utf8("log " + room.key.vkey() + "\nwitness court " + court.vkey() + "\nquorum court\n"));
        assertThat(policy.judge(read, both).kind()).isEqualTo(TrustPolicy.Verdict.Kind.GOOD);
        assertThat(policy.judge(signed, both).kind()).isEqualTo(TrustPolicy.Verdict.Kind.BAD);
    }

    /** The structure of tlog-cosignature, 'ML-DSA-44 signed message', written out by hand. */
    @Test
    void isOverTheNameTheTimeAndTheTree() {
        String expected = "737562747265652f76310a00" // label
                + "01" + "63" // cosigner_name
                + "0000000069a55514" // timestamp
                + "03" + "6c6f67" // log_origin
                + "0000000000000000" // start
                + "0000000000000007" // end
                + "00".repeat(32); // hash
        String checkpoint = new Checkpoint("log", 7, new byte[32]).text();
        assertThat(MlDsa44Cosignature.message("c", AT.getEpochSecond(), checkpoint)
                        .map(HexFormat.of()::formatHex))
                .contains(expected);
        assertThat(MlDsa44Cosignature.message("c", AT.getEpochSecond(), checkpoint + "extension\n")
                        .map(HexFormat.of()::formatHex))
                .contains(expected);
    }

    @Test
    void isWrongOnceAnythingIsChanged() {
        Random random = new Random(6);
        for (int n = 0; n < 60; n++) {
            byte[] flipped = cosignature.signature();
            int at = n < 8 ? n : random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            SignedNote note = signed.with(new NoteSignature(court.name(), court.id(), flipped));
            assertThat(note.standing(court, both)).as("byte %d", at).isEqualTo(Standing.WRONG);
        }
        String other = new Checkpoint(room.key.name(), 8, new byte[32]).text();
        NoteKey renamed = new NoteKey("other.example.org", court.type(), court.publicKey());
        assertThat(new MlDsa44Cosignature().verifies(court, other, cosignature.signature()))
                .isFalse();
        assertThat(new MlDsa44Cosignature().verifies(renamed, text, cosignature.signature()))
                .isFalse();
        assertThat(new MlDsa44Cosignature().verifies(court, text, new byte[2427]))
                .isFalse();
    }

    @Test
    void isOnlyMadeOverCheckpointsWithAKeyOfItsKind() {
        assertThatIllegalArgumentException().isThrownBy(() -> MlDsa44Cosignature.of("a note\n", AT, court, signer));
        assertThatIllegalArgumentException().isThrownBy(() -> MlDsa44Cosignature.of(text, AT, room.key, signer));
        assertThatIllegalArgumentException().isThrownBy(() -> new MlDsa44Signer(new byte[31]));
    }
}
