package uk.mashhub.policy.agreement;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.fact.Attribute;

/** What stands in one cell of the matrix: a verdict, or a choice on one attribute. Forks make boxes disjoint and total. */
sealed interface Cell {

    /** The end of a choice. */
    record Leaf(Verdict verdict) implements Cell {
        @Override
        public void spread(Box box, List<Part> parts) {
            if (!box.empty()) {
                parts.add(new Part(box, verdict));
            }
        }
    }

    /** One attribute decides: its values in the mask go one way, all others the other. */
    record Fork(Attribute on, long mask, Cell then, Cell otherwise) implements Cell {
        @Override
        public void spread(Box box, List<Part> parts) {
            then.spread(box.with(on, mask), parts);
            otherwise.spread(box.with(on, ~mask), parts);
        }
    }

    /** A box and its verdict. */
    record Part(Box box, Verdict verdict) {}

    void spread(Box box, List<Part> parts);

    /** The cell as disjoint boxes that fill the given one. */
    default List<Part> within(Box box) {
        List<Part> parts = new ArrayList<>();
        spread(box, parts);
        return parts;
    }
}
