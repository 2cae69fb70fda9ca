package uk.mashhub.log;

import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.TileSource;

/** Somebody else who puts its name to a head if, and only if, the log only grew. */
public interface Cosigner {

    /**
     * What a witness answers.
     *
     * @param cosignature verified; there is one if, and only if, it cosigned
     */
    record Answer(Kind kind, Optional<NoteSignature> cosignature) {
        /** How it went. */
        public enum Kind {
            COSIGNED,
            /** It says that the log did not only grow, or has seen more of it than there is. */
            REFUSED,
            /** It does not know this log or its key, or answers what is no cosignature of its own. */
            UNFIT,
            /** It cannot be reached, or cannot sign now. */
            AWAY
        }

        public Answer {
            Objects.requireNonNull(kind, "kind");
            if (cosignature.isPresent() != (kind == Kind.COSIGNED)) {
                throw new IllegalArgumentException("who cosigned gives a cosignature");
            }
        }

        static Answer of(Kind kind) {
            return new Answer(kind, Optional.empty());
        }

        /** It cosigned. */
        public static Answer cosigned(NoteSignature cosignature) {
            return new Answer(Kind.COSIGNED, Optional.of(cosignature));
        }
    }

    /**
     * Asks for a cosignature.
     *
     * @param head signed by the log
     * @param oldSize from which the witness is thought to know the log; it says so if it is another
     */
    Answer cosign(SignedNote head, TileSource tiles, long oldSize);

    /** The newest head that it has cosigned, as a note; empty if it has none or cannot be reached. */
    Optional<byte[]> newest(String origin);
}
