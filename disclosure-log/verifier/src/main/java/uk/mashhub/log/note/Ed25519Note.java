package uk.mashhub.log.note;

import java.nio.charset.StandardCharsets;

/** Ed25519 over the note's text (C2SP signed-note, type 0x01). */
final class Ed25519Note implements NoteAlgorithm {
    @Override
    public int type() {
        return NoteKey.ED25519;
    }

    @Override
    public boolean verifies(NoteKey key, String text, byte[] signature) {
        return Ed25519Jdk.verifies(key.publicKey(), text.getBytes(StandardCharsets.UTF_8), signature);
    }
}
