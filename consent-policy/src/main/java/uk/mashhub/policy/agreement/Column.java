package uk.mashhub.policy.agreement;

import java.util.List;
import java.util.Optional;

/** A column of the matrix: readers for whom the same answers hold. */
record Column(String id, String title, String reason, List<Law> law, List<Box> when, Optional<Cell> otherwise) {
    Column {
        law = List.copyOf(law);
        when = List.copyOf(when);
    }
}
