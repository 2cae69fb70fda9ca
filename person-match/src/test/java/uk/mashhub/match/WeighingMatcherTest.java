package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.match.People.ADA;
import static uk.mashhub.match.People.BEA;
import static uk.mashhub.match.People.named;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** The weights put more pairs before a person, and nothing else: the rules alone say who is certain and who is not. */
class WeighingMatcherTest {
    private static final int CASES = 2_000;

    private final Matcher rules = new Matcher();
    private final Matcher weighing = Matcher.weighing();
    /** A nickname and a slip in the date: no rule speaks. */
    private final PersonDetails kate = named("Kate", "Exampleford")
            .born("2015-03-07")
            .at("ZZ1 1AA")
            .of(Sex.FEMALE)
            .details();

    private final PersonDetails catherine = named("Catherine", "Exampleford")
            .born("2015-07-03")
            .at("ZZ1 1AA")
            .of(Sex.FEMALE)
            .details();

    @Test
    void putsBeforeAPersonWhomNoRuleSpeaksOf() {
        List<Candidate> one = List.of(new Candidate(ADA, catherine, Set.of()));
        assertThat(rules.match(kate, one).all()).isEmpty();
        Likeness likeness = weighing.match(kate, one).possible().get(0);
        assertThat(likeness.id()).isEqualTo(ADA);
        assertThat(likeness.why().words())
                .first()
                .isEqualTo("no rule speaks, but what agrees far outweighs what does not");
        assertThat(likeness.weight())
                .map(Weight::modelVersion)
                .contains(ModelFile.version(ModelFile.shipped()))
                .hasValueSatisfying(v -> assertThat(v).matches("2-[0-9a-f]{16}"));
    }

    @Test
    void namesToAUnitWhomAStatuteKeepsApartAndToNobodyElse() {
        MatchResult result = weighing.match(kate, List.of(new Candidate(ADA, catherine, Set.of(StatuteFlag.ADOPTION))));
        assertThat(result.all()).isEmpty();
        assertThat(result.ruledOut()).isEmpty();
        assertThat(result.restricted()).extracting(Restricted::id).containsExactly(ADA);
    }

    /** Among as many people as the hub knows, many share both: each such pair would let a stranger's restrictions travel. */
    @Test
    void doesNotTakeAForenameAndADateOfBirthForAPerson() {
        PersonDetails stranger =
                named("Kate", "Samplewick").born("2015-03-07").of(Sex.FEMALE).details();
        assertThat(weighing.match(kate, List.of(new Candidate(ADA, stranger, Set.of())))
                        .all())
                .isEmpty();
    }

    @Test
    void leavesBrothersAndSistersAlone() {
        PersonDetails brother = named("Owen", "Exampleford")
                .born("2011-11-21")
                .at("ZZ1 1AA")
                .of(Sex.MALE)
                .details();
        assertThat(weighing.match(kate, List.of(new Candidate(ADA, brother, Set.of())))
                        .all())
                .isEmpty();
    }

    @Test
    void putsWhoWeighsMoreFirst() {
        PersonDetails asked = named("Kate", "Exampleford").born("2015-03-07").details();
        List<Candidate> two = new ArrayList<>(List.of(
                new Candidate(
                        ADA, named("Kate", "Exampleford").born("2015-07-03").details(), Set.of()),
                new Candidate(
                        BEA, named("Kate", "Exampleford").born("2015-03-07").details(), Set.of())));
        assertThat(weighing.match(asked, two).possible())
                .extracting(Likeness::id)
                .containsExactly(BEA, ADA);
        Collections.reverse(two);
        assertThat(weighing.match(asked, two).possible())
                .extracting(Likeness::id)
                .containsExactly(BEA, ADA);
    }

    /** Whatever people there are: nobody becomes certain, nobody is ruled out or in otherwise, nobody is lost. */
    @Test
    void changesNothingThatTheRulesSay() {
        int more = 0;
        for (long seed = 0; seed < CASES; seed++) {
            RandomPeople people = new RandomPeople(seed);
            Random random = new Random(seed);
            PersonDetails incoming = people.next();
            List<Candidate> candidates = IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> new Candidate(
                            People.id(i),
                            people.variant(incoming),
                            random.nextInt(4) == 0 ? Set.of(StatuteFlag.ADOPTION) : Set.of()))
                    .toList();
            MatchResult ruled = rules.match(incoming, candidates);
            MatchResult weighed = weighing.match(incoming, candidates);
            assertThat(weighed.certain()).as("seed %d", seed).isEqualTo(ruled.certain());
            assertThat(weighed.ruledOut()).as("seed %d", seed).isEqualTo(ruled.ruledOut());
            assertThat(weighed.all())
                    .as("seed %d", seed)
                    .extracting(Likeness::id)
                    .containsAll(ruled.all().stream().map(Likeness::id).toList());
            assertThat(weighed.all())
                    .as("seed %d", seed)
                    .allMatch(l -> l.weight().isPresent());
            assertThat(ruled.all()).as("seed %d", seed).allMatch(l -> l.weight().equals(Optional.empty()));
            more += weighed.all().size() - ruled.all().size();
        }
        assertThat(more).isPositive();
    }
}
