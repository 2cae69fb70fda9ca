package uk.mashhub.policy.proof;

import java.util.Arrays;
import java.util.stream.Stream;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.proof.Case.Situation;

/** Which attributes of a situation are worth telling. */
final class Attributes {
    private Attributes() {}

    /** Those that are not as ordinary as can be, and what kind of information it is. */
    static Stream<Attribute> telling(Situation situation) {
        return Arrays.stream(Attribute.values())
                .filter(a -> situation.facts().words().containsKey(a.term()))
                .filter(a -> a == Attribute.DATA_CLASS
                        || !situation.facts().known(a)
                        || situation.facts().index(a) != 0);
    }
}
