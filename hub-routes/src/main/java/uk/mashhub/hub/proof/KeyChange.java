package uk.mashhub.hub.proof;

import java.util.List;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.log.Act;

/**
 * Two people's word that what is sealed for a holder is to be sealed under a new key (ruling 21).
 *
 * @param holder such as {@code agency:exampleshire-police}
 * @param first one of the two, by name
 * @param second the other
 * @param reason why, in a line
 */
public record KeyChange(String holder, String first, String second, String reason) {
    private static final String TYPE = "uk.mashhub.hub.key-change.v1";

    public KeyChange {
        Acceptance.requireTwo(first, second, reason);
    }

    /**
     * Logs it and makes the key. Within the caller's transaction: what cannot be logged is not done. Who asked stands in the log as a
     * commitment alone.
     *
     * @return the new key's epoch
     * @throws IllegalStateException if the holder has no key yet
     */
    public long make(Audit audit, KeyRing keys) {
        long epoch = keys.epoch(holder);
        if (epoch < 1) {
            throw new IllegalStateException("nothing is sealed for " + holder + " yet");
        }
        String text = String.join("\n", TYPE, holder, Long.toString(epoch + 1), first, second, reason) + "\n";
        audit.noted(Act.KEYS, Audit.HUB, "ROTATED", List.of(Audit.claim("grounds", text)));
        keys.rotate(holder, epoch);
        return epoch + 1;
    }

    @Override
    public String toString() {
        return "KeyChange[" + holder + "]";
    }
}
