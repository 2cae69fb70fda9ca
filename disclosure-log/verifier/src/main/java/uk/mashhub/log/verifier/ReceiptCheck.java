package uk.mashhub.log.verifier;

import java.nio.file.Path;
import java.util.Arrays;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.LogProof;

/** Checks a receipt ({@code .tlog-proof}) for an entry: is the entry in the log, by the word of those whom the reader trusts? */
public final class ReceiptCheck {
    private ReceiptCheck() {}

    /**
     * Checks a receipt.
     *
     * @param entry a file with exactly the entry's bytes
     * @param trust without a policy, who signed cannot be checked
     */
    public static Report of(Path receipt, Path entry, Trust trust) {
        try {
            return check(read(receipt), ExportFolder.head(entry, "the entry"), trust);
        } catch (Stop stop) {
            return stop.report();
        }
    }

    /** Checks a receipt that carries its entry: the first line of its {@code extra}. */
    public static Report of(Path receipt, Trust trust) {
        try {
            LogProof proof = read(receipt);
            byte[] extra = proof.extra().orElseThrow(() -> Stop.bad("the receipt", "carries no entry: name its file"));
            int end = 0;
            while (end < extra.length && extra[end] != '\n') {
                end++;
            }
            return check(proof, Arrays.copyOf(extra, end), trust);
        } catch (Stop stop) {
            return stop.report();
        }
    }

    private static LogProof read(Path receipt) throws Stop {
        return LogProof.read(ExportFolder.head(receipt, "the receipt"))
                .orElseThrow(() -> Stop.bad("the receipt", "is not of the form of tlog-proof"));
    }

    private static Report check(LogProof proof, byte[] entry, Trust trust) throws Stop {
        if (!proof.includes(entry)) {
            throw Stop.bad("the entry", "is not the one of this receipt, or the receipt was changed");
        }
        if (trust.policy().isEmpty()) {
            throw Stop.notChecked("who signed the receipt's checkpoint: name whom you trust with --vkey or --policy."
                    + " The entry fits the receipt.");
        }
        Checkpoint head = Trust.believed(
                proof.checkpoint(), trust.policy().get(), trust.algorithms(), "the receipt's checkpoint");
        return Report.good(
                "the entry is number " + proof.index() + " (from 0) of " + head.size() + " in " + head.origin());
    }
}
