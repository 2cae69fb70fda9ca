package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.link.Guard;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

class PairExplanationTest {
    private static final int PAIRS = 8_000;

    /** Two ways of looking at one pair: where the rules are certain, the weights speak for it and no guard says no. */
    @Test
    void speaksForEveryPairOfWhichTheRulesAreCertain() {
        int certain = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            RandomPeople people = new RandomPeople(seed);
            PersonDetails a = people.next();
            PersonDetails b = people.next();
            MatchResult result = new Matcher().match(a, List.of(new Candidate(People.ADA, b, Set.of())));
            if (result.certain().isPresent()) {
                certain++;
                PairExplanation why = PairExplanation.of(a, Set.of(), b, Set.of());
                assertThat(why.why().total())
                        .as("seed %d", seed)
                        .isGreaterThan(why.why().review());
            }
        }
        assertThat(certain).isGreaterThan(15);
    }

    @Test
    void showsNoValueOfEitherRecord() {
        PersonDetails ada = People.ada().number(People.NHS).details();
        PairExplanation explained = PairExplanation.of(ada, Set.of(), ada, Set.of());
        String words = (String.join(" ", explained.why().words()) + explained.picture()).toLowerCase(Locale.ROOT);
        assertThat(words)
                .contains("surname agrees", "nhs number agrees", "<svg")
                .doesNotContain("example", "2015-03", "zz1", "9990000018");
    }

    @Test
    void keepsApartWhomAStatuteKeepsApart() {
        PersonDetails ada = People.ada().details();
        assertThat(PairExplanation.of(ada, Set.of(StatuteFlag.ADOPTION), ada, Set.of())
                        .guard())
                .contains(Guard.KEPT_APART);
        assertThat(PairExplanation.of(ada, Set.of(), ada, Set.of()).guard()).isEmpty();
    }
}
