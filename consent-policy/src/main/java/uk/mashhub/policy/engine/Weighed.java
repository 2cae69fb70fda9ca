package uk.mashhub.policy.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.agreement.Rule;

/** What was decided on one item, and by which rules: a few numbers, put into words when somebody asks. Immutable. */
public final class Weighed {
    static final int NONE = -1;

    private final Slot[] slots;
    private final long[] fired;
    private final long fields;
    private final long rest;
    private final int reason;
    private final int law;
    private final int cell;

    /**
     * @param slots of the policy, which nobody changes
     * @param fired the slots that applied, as bits; kept as it is
     */
    Weighed(Slot[] slots, long[] fired, long fields, long rest, int reason, int law, int cell) {
        this.slots = slots;
        this.fired = fired;
        this.fields = fields;
        this.rest = rest;
        this.reason = reason;
        this.law = law;
        this.cell = cell;
    }

    public Outcome outcome() {
        return VerdictBits.word(rest);
    }

    public Verdict verdict() {
        return VerdictBits.verdict(fields, rest);
    }

    /** Every rule that applied, in the order of the gates. */
    public List<String> ruleIds() {
        List<String> ids = new ArrayList<>();
        for (int block = 0; block < fired.length; block++) {
            for (long left = fired[block]; left != 0; left &= left - 1) {
                ids.add(slots[block * Block.SIZE + Long.numberOfTrailingZeros(left)].id());
            }
        }
        return List.copyOf(ids);
    }

    /** What each of these rests on, as {@code rule: law}; those of the house rest on none. */
    public List<String> laws() {
        List<String> laws = new ArrayList<>();
        for (int n = 0; n < slots.length; n++) {
            boolean applied = (fired[n / Block.SIZE] >>> (n % Block.SIZE) & 1) == 1;
            if (applied && !slots[n].law().isEmpty()) {
                laws.add(slots[n].id() + ": " + slots[n].law());
            }
        }
        return List.copyOf(laws);
    }

    /** The cell of the matrix that applied; empty where that could not be worked out. */
    public Optional<Rule> cell() {
        return cell == NONE ? Optional.empty() : slots[cell].rule();
    }

    /** The reason of the rule that decided. */
    public String reason() {
        return slots[reason].reason();
    }

    /** What the rule that decided rests on. */
    public String law() {
        return slots[law].law();
    }
}
