package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.match.People.ADA;
import static uk.mashhub.match.People.BEA;
import static uk.mashhub.match.People.NHS;
import static uk.mashhub.match.People.ada;
import static uk.mashhub.match.People.named;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.PersonSearch.Outcome;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

class PersonSearchTest {
    private static final List<StatuteFlag> APART = List.of(
            StatuteFlag.ADOPTION, StatuteFlag.GENDER_RECOGNITION, StatuteFlag.WITNESS_PROTECTION, StatuteFlag.UNKNOWN);

    private final BlockingKeys keys =
            new BlockingKeys("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private final SearchIndex index = new InMemoryPersonIndex();

    @Test
    void findsOnePersonWhoIsCertain() {
        enter(ADA, ada().number(NHS).details());
        assertThat(search(ada().number(NHS).details()).person())
                .map(Likeness::id)
                .contains(ADA);
    }

    @Test
    void saysThatNobodyKnowsWhereNobodyIsFound() {
        enter(ADA, ada().details());
        assertThat(search(named("Wei", "Sample").born("2011-05-23").details()).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void showsNeitherOfTwoWhoAreAsNear() {
        enter(ADA, ada().details());
        enter(BEA, ada().details());
        PersonSearch.Answer two = search(ada().details());
        assertThat(two.outcome()).isEqualTo(Outcome.TO_SETTLE);
        assertThat(two.person()).isEmpty();
    }

    /** One doubtful person and several give the same answer, so that it counts nobody. */
    @Test
    void doesNotSayHowManyAreDoubtful() {
        enter(ADA, ada().details());
        PersonDetails asked = named("Ada", "Example").born("2015-03-07").details();
        PersonSearch.Answer one = search(asked);
        enter(BEA, ada().details());
        assertThat(search(asked)).isEqualTo(one);
    }

    /** A home and a telephone find somebody of whom nothing else agrees, and so must not find who is kept apart. */
    @Test
    void isNotToldOfSomebodyKeptApartByAHomeOrATelephone() {
        PersonDetails asked = named("Catherine", "Exampel")
                .at("ZZ1 1AA")
                .telephone("07700 900123")
                .details();
        PersonDetails known = named("Katherin", "Example")
                .at("ZZ1 1AA")
                .telephone("07700 900123")
                .details();
        enter(ADA, known);
        assertThat(search(asked).outcome()).isEqualTo(Outcome.TO_SETTLE);
        for (StatuteFlag statute : APART) {
            SearchIndex apart = new InMemoryPersonIndex();
            enter(apart, 1, known, Set.of(statute), true);
            assertThat(apart.open(keys.of(asked)).people()).isEmpty();
            assertThat(search(apart, asked).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    /** The PDS rule: answers, and what is read to give them, are those of a hub without the restricted people. */
    @Test
    void neverRevealsSomebodyWhomAStatuteKeepsApart() {
        int found = 0;
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            RandomPeople people = new RandomPeople(seed);
            Watched without = new Watched(new InMemoryPersonIndex(6));
            Watched with = new Watched(new InMemoryPersonIndex(6));
            List<PersonDetails> all = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                PersonDetails details = all.isEmpty() || random.nextBoolean()
                        ? people.next()
                        : people.variant(all.get(random.nextInt(all.size())));
                all.add(details);
                boolean apart = random.nextInt(3) == 0;
                StatuteFlag statute = APART.get(random.nextInt(APART.size()));
                enter(with, i, details, apart ? Set.of(statute) : Set.of(), random.nextBoolean());
                if (!apart) {
                    enter(without, i, details, Set.of(), true);
                }
            }
            for (PersonDetails asked : all) {
                PersonSearch.Answer answer = search(with, asked);
                assertThat(answer).as("seed %d", seed).isEqualTo(search(without, asked));
                found += answer.outcome() == Outcome.FOUND ? 1 : 0;
            }
            assertThat(with.seen).as("seed %d", seed).isEqualTo(without.seen);
        }
        assertThat(found).isGreaterThan(100);
    }

    private void enter(PersonIndex into, int id, PersonDetails details, Set<StatuteFlag> statutes, boolean before) {
        PersonId person = People.id(id);
        if (before) {
            into.restrict(person, statutes);
        }
        into.add(person, details, keys.of(details));
        into.restrict(person, statutes);
    }

    private void enter(PersonId id, PersonDetails details) {
        index.add(id, details, keys.of(details));
    }

    private PersonSearch.Answer search(PersonDetails asked) {
        return search(index, asked);
    }

    private PersonSearch.Answer search(SearchIndex in, PersonDetails asked) {
        return new PersonSearch(in, keys, Matcher.weighing()).search(asked);
    }

    /** Keeps what each search read; refuses the side that is for the matcher alone. */
    private record Watched(SearchIndex index, List<Found> seen) implements SearchIndex {
        Watched(SearchIndex index) {
            this(index, new ArrayList<>());
        }

        @Override
        public Found candidates(Set<BlockingKey> keys) {
            throw new AssertionError("a reader's search reads what readers may find, and nothing else");
        }

        @Override
        public Found open(Set<BlockingKey> keys) {
            Found found = index.open(keys);
            seen.add(found);
            return found;
        }

        @Override
        public void add(PersonId id, PersonDetails details, Set<BlockingKey> keys) {
            index.add(id, details, keys);
        }

        @Override
        public void restrict(PersonId id, Set<StatuteFlag> statutes) {
            index.restrict(id, statutes);
        }

        @Override
        public <T> T alone(Set<BlockingKey> keys, Supplier<T> work) {
            return index.alone(keys, work);
        }
    }
}
