package uk.mashhub.policy.agreement;

import java.util.List;
import uk.mashhub.policy.fact.Asking;

/** What an invariant speaks of: items, which pass many gates, or one of the gates that answer for themselves. */
public enum Question {
    MAY_SEE("May this reader see this item?"),
    MAY_ASK("May this agency be asked?"),
    ASK_ABOUT("May it be asked about this person?"),
    ASK_ADDRESS("May the question carry the address?"),
    MAY_OPEN("May this user open this view?"),
    MAY_SEND("May this leave by this way?"),
    PART("Does this part stand in the view?");

    private final String words;

    Question(String words) {
        this.words = words;
    }

    /** The question, for people to read. */
    public String words() {
        return words;
    }

    /** The gates that its answer comes out of, in order. */
    public List<Gate> gates() {
        return this == MAY_SEE ? Gate.forItems() : List.of(Gate.valueOf(name()));
    }

    /** Which attributes it may read. */
    public Asking asking() {
        return gates().get(0).asking();
    }
}
