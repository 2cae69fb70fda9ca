package uk.mashhub.hub.proof;

import java.util.Objects;
import uk.mashhub.model.id.DisclosureId;

/**
 * What a recipient keeps to show, without the hub, that a disclosure was logged. Nothing in it names a person.
 *
 * @param disclosure by which it was disclosed
 * @param bytes the proof, whose {@code extra} is the opening; or the promise on a line, followed by the opening. The
 *     opening is the entry on a line, then for each line of what was disclosed its name, a space and its salt in hex
 */
public record Receipt(DisclosureId disclosure, Kind kind, byte[] bytes) {
    /** What it shows. */
    public enum Kind {
        /** The log's promise, to be asked for again in a few seconds. */
        PROMISE,
        /** A {@code .tlog-proof} (C2SP tlog-proof) by the log's word alone: too few agencies vouch for it yet. */
        PROOF,
        /** A {@code .tlog-proof} by the word of as many agencies' witnesses as the policy file asks for. */
        WITNESSED
    }

    public Receipt {
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(kind, "kind");
        bytes = bytes.clone();
    }

    /** Whether it is a {@code .tlog-proof}. */
    public boolean isProof() {
        return kind != Kind.PROMISE;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt that
                && disclosure.equals(that.disclosure)
                && kind == that.kind
                && java.util.Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return disclosure.hashCode();
    }

    @Override
    public String toString() {
        return "Receipt[" + disclosure + ", " + kind + "]";
    }
}
