package uk.mashhub.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * Situations of items out of a seed. Each starts in a cell of the matrix, so that every reader meets every kind of
 * information, and is of an agency with or without an agreement of its own; one fact in 25 is drawn at random, the others are as ordinary as the cell allows.
 */
final class Situations {
    private Situations() {}

    /** Situations in which every fact is known. */
    static List<FactVector> known(RuleBook book, long seed, int count) {
        return some(book, new Random(seed), count, false);
    }

    /** The same, with one fact in each that could not be worked out. */
    static List<FactVector> doubtful(RuleBook book, long seed, int count) {
        return some(book, new Random(seed), count, true);
    }

    private static List<FactVector> some(RuleBook book, Random dice, int count, boolean doubtful) {
        List<Rule> cells = book.of(Gate.MATRIX);
        List<Attribute> attributes = Attribute.of(Asking.MAY_SEE);
        List<AgencyId> owners = new ArrayList<>(book.agencies());
        owners.add(new AgencyId("another-agency"));
        List<FactVector> some = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Box cell = cells.get(dice.nextInt(cells.size())).when();
            FactVector.Gathering facts = new FactVector.Gathering();
            facts.owner(owners.get(dice.nextInt(owners.size())));
            attributes.forEach(a -> facts.put(a, value(dice, a, cell)));
            if (doubtful) {
                facts.failed(attributes.get(dice.nextInt(attributes.size())));
            }
            some.add(facts.done());
        }
        return List.copyOf(some);
    }

    private static String value(Random dice, Attribute attribute, Box cell) {
        boolean drawn = dice.nextInt(25) == 0;
        int place = drawn ? dice.nextInt(attribute.words().size()) : Long.numberOfTrailingZeros(cell.mask(attribute));
        return attribute.words().get(place);
    }
}
