package uk.mashhub.log.note;

/** How the signatures of one type are checked (C2SP signed-note, 'Signature types'). */
public interface NoteAlgorithm {
    /** The signature type, 0 to 255. */
    int type();

    /**
     * Whether the signature is this key's over the note's text. Never throws on a malformed key or signature.
     *
     * @param key of this type
     * @param text of the note, with its last newline
     */
    boolean verifies(NoteKey key, String text, byte[] signature);
}
