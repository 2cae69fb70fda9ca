package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.policy.proof.Applying.Applied;

/** Two cells of the matrix for one situation. */
record Overlap(Applied one, Applied other) {

    /** Every such pair. */
    static List<Overlap> among(List<Applied> cells) {
        List<Overlap> found = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            for (int j = i + 1; j < cells.size(); j++) {
                if (cells.get(i).rule().when().meets(cells.get(j).rule().when())) {
                    found.add(new Overlap(cells.get(i), cells.get(j)));
                }
            }
        }
        return found;
    }
}
