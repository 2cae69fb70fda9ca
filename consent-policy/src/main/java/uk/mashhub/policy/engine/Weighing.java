package uk.mashhub.policy.engine;

import uk.mashhub.model.decision.Outcome;

/**
 * One item on its way through the gates, slot by slot. Each can only take away: verdicts combine by OR, as
 * {@link VerdictBits}. A rule of which nobody can say whether it applies takes what it would take if it did, and the item
 * waits for the IG lead besides: where one that silences is in doubt, the item is silent.
 */
final class Weighing {
    private static final long SUMMARISE = VerdictBits.outcome(Outcome.SUMMARISE);
    private static final long WITHHOLD = VerdictBits.outcome(Outcome.WITHHOLD);

    private long fields;
    private long rest;
    private int reason = Weighed.NONE;
    private int law = Weighed.NONE;
    private int cell = Weighed.NONE;
    private int cells;
    private boolean told;
    private boolean summarised;
    private boolean doubt;

    /** What doubtful rules take. It stays after the gate in which it was taken: taken twice, it takes no more. */
    private long doubtfulFields;

    private long doubtfulRest;

    /**
     * Comes to a slot whose box no known fact rules out.
     *
     * @return whether it applies
     */
    boolean come(int n, Slot slot, boolean doubtful) {
        return switch (slot.kind()) {
            case RULE, CELL -> doubtful ? doubt(slot) : apply(n, slot);
            case END_OF_GATE, END_OF_MATRIX -> close(n, slot);
            case WORDING -> false;
        };
    }

    private boolean doubt(Slot slot) {
        doubt = true;
        doubtfulFields |= slot.fields();
        doubtfulRest |= slot.rest();
        return false;
    }

    private boolean apply(int n, Slot slot) {
        if (slot.kind() == Slot.Kind.CELL) {
            cell = n;
            cells++;
        }
        take(n, slot, slot.fields(), slot.rest());
        return true;
    }

    private boolean close(int n, Slot end) {
        boolean failed = doubt;
        if (end.kind() == Slot.Kind.END_OF_MATRIX && (doubt || cells != 1)) {
            failed = true;
            cell = Weighed.NONE;
        }
        if (failed) {
            take(n, end, end.fields() | doubtfulFields, end.rest() | doubtfulRest);
        }
        doubt = false;
        return failed;
    }

    /** The first rule that brings the outcome down is the one that readers are told of; the matrix speaks for SHOW. */
    private void take(int n, Slot slot, long moreFields, long more) {
        long outcome = VerdictBits.outcome(more);
        long before = VerdictBits.outcome(rest);
        if (outcome > before || (slot.kind() == Slot.Kind.CELL && outcome == before) || !told) {
            reason = n;
            law = n;
            told = !slot.reason().isEmpty();
        }
        fields |= moreFields;
        rest |= more;
        summarised |= outcome == SUMMARISE;
    }

    /**
     * Where a rule leaves only the owner's wording and nobody has written it, the reader gets none of it. This holds
     * however little the other rules leave, or one more of them could turn a withheld item into a named one.
     *
     * @return whether it applies
     */
    boolean settle(int n, Slot end, boolean wording) {
        if (!summarised || wording || VerdictBits.outcome(rest) >= WITHHOLD) {
            return false;
        }
        int before = law;
        take(n, end, end.fields(), end.rest());
        law = before;
        return true;
    }

    Weighed done(Slot[] slots, long[] fired) {
        return new Weighed(slots, fired, fields, rest, reason, law, cell);
    }
}
