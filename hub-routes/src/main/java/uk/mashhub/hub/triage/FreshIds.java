package uk.mashhub.hub.triage;

import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.ActId;

/** An id for each form of a page, so that a form sent twice acts once. */
public final class FreshIds {
    private final RandomSource random;

    FreshIds(RandomSource random) {
        this.random = random;
    }

    /** The next one. */
    public String next() {
        return ActId.random(random).toString();
    }
}
