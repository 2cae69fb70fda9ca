package uk.mashhub.policy.agreement;

import java.util.Arrays;
import java.util.List;
import uk.mashhub.policy.fact.Asking;

/** Where a rule stands. Items pass the gates of MAY_SEE in the order of the constants (domain notes 2.6). */
public enum Gate {
    /** Unknown words in what policy reads, and readers of another area. */
    QUARANTINE(Asking.MAY_SEE),
    /** What leaves no sign at all. */
    SILENT_CLASSES(Asking.MAY_SEE),
    /** Safety compartments of people and households. */
    SAFETY(Asking.MAY_SEE),
    /** What owner and originator ask. */
    HANDLING(Asking.MAY_SEE),
    STATUTE(Asking.MAY_SEE),
    /** Data class by purpose, team and place: the one gate in which exactly one row matches. */
    MATRIX(Asking.MAY_SEE),
    CONSENT(Asking.MAY_SEE),
    MINIMISATION(Asking.MAY_SEE),
    /** Duties to share: they add somebody who must look, and give nothing. */
    DUTY(Asking.MAY_SEE),
    /** What goes with an item that is given. */
    OBLIGATIONS(Asking.MAY_SEE),
    MAY_ASK(Asking.MAY_ASK),
    ASK_ABOUT(Asking.ASK_ABOUT),
    /** The address of a person asked about. */
    ASK_ADDRESS(Asking.ASK_ABOUT),
    MAY_OPEN(Asking.MAY_OPEN),
    MAY_SEND(Asking.MAY_SEND),
    PART(Asking.VIEW_PART);

    private final Asking asking;

    Gate(Asking asking) {
        this.asking = asking;
    }

    public Asking asking() {
        return asking;
    }

    /** Whether its rules give verdicts on items; the others answer ALLOW, REVIEW or REFUSE. */
    public boolean onItems() {
        return asking == Asking.MAY_SEE;
    }

    /** Whether an agency may have rules there: of its own items, or of what may be asked of it. */
    public boolean ofOneAgency() {
        return onItems() || asking == Asking.MAY_ASK || asking == Asking.ASK_ABOUT;
    }

    /** The gates that an item passes, in order. */
    public static List<Gate> forItems() {
        return Arrays.stream(values()).filter(Gate::onItems).toList();
    }
}
