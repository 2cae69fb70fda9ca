package uk.mashhub.policy.fact;

/** A fact that a rule needs could not be computed. The decision withholds. Names the attribute and nothing else. */
public final class FactFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FactFailed(Attribute attribute) {
        super("could not compute " + attribute.term());
    }
}
