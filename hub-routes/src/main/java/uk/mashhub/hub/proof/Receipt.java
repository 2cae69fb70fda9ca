package uk.mashhub.hub.proof;

import java.util.Objects;
import uk.mashhub.model.id.DisclosureId;

/**
 * What a recipient keeps to show, without the hub, that a disclosure was logged. Nothing in it names a person.
 *
 * @param disclosure by which it was disclosed
 * @param isProof whether it is a {@code .tlog-proof} (C2SP tlog-proof). Otherwise it is the log's promise, to be asked for again
 * @param bytes the proof, whose {@code extra} is the opening; or the promise on a line, followed by the opening. The
 *     opening is the entry on a line, then for each line of what was disclosed its name, a space and its salt in hex
 */
public record Receipt(DisclosureId disclosure, boolean isProof, byte[] bytes) {
    public Receipt {
        Objects.requireNonNull(disclosure, "disclosure");
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt that
                && disclosure.equals(that.disclosure)
                && isProof == that.isProof
                && java.util.Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return disclosure.hashCode();
    }

    @Override
    public String toString() {
        return "Receipt[" + disclosure + (isProof ? ", proof]" : ", promise]");
    }
}
