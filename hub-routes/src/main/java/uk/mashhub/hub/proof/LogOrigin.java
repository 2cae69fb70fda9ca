package uk.mashhub.hub.proof;

import uk.mashhub.hub.area.Partnership;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.note.NoteKey;

/** The log's name: its origin (C2SP tlog-checkpoint), and the name of its key. */
public final class LogOrigin {
    private LogOrigin() {}

    /** The key under which everybody knows the log. */
    public static NoteKey key(Partnership partnership, Ed25519Signer signer) {
        return new NoteKey("mash-hub/" + partnership.areas().get(0).code(), signer.publicKey());
    }
}
