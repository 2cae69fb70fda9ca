package uk.mashhub.hub.journey;

/** Does what a step says; fails with an {@link AssertionError} that names neither people nor places. */
@FunctionalInterface
interface Verb {
    void run(Step step) throws Exception;
}
