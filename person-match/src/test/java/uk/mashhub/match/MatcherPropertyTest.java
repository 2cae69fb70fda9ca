package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.RandomPeople.Field;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** What must hold for whatever people there are. Each case prints its seed when it fails. */
class MatcherPropertyTest {
    private static final int CASES = 4_000;
    private static final List<Set<Field>> SUBSETS = subsets();
    private static final PersonId SOMEBODY = People.id(1);

    private final Matcher matcher = new Matcher();
    private final BlockingKeys keys =
            new BlockingKeys("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    /** Over all subsets of the fields of a record, compared with the whole record and with itself. */
    @Test
    void neverRisesWithFewerFields() {
        for (long seed = 0; seed < 20; seed++) {
            PersonDetails person = new RandomPeople(seed).next();
            int[] ranks = SUBSETS.stream()
                    .mapToInt(left -> rank(RandomPeople.without(person, left), person))
                    .toArray();
            for (int left = 0; left < ranks.length; left++) {
                for (int bit = left; bit != 0; bit &= bit - 1) {
                    int fewerLeft = left & ~Integer.lowestOneBit(bit);
                    assertThat(ranks[left])
                            .as(
                                    "seed %d without %s, against without %s",
                                    seed, SUBSETS.get(left), SUBSETS.get(fewerLeft))
                            .isLessThanOrEqualTo(ranks[fewerLeft]);
                }
            }
        }
    }

    /** A field of which both records say the same may be left out of either, whatever the other fields say. */
    @Test
    void neverRisesWhenAFieldOfWhichBothSayTheSameIsLeftOut() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomPeople people = new RandomPeople(seed);
            PersonDetails a = people.next();
            PersonDetails b = people.variant(a);
            for (Field field : sameFields(a, b)) {
                PersonDetails less = RandomPeople.without(b, Set.of(field));
                assertThat(rank(a, less)).as("seed %d without %s", seed, field).isLessThanOrEqualTo(rank(a, b));
            }
        }
    }

    @Test
    void saysTheSameBothWays() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomPeople people = new RandomPeople(seed);
            PersonDetails a = people.next();
            PersonDetails b = people.variant(a);
            assertThat(rank(a, b)).as("seed %d", seed).isEqualTo(rank(b, a));
        }
    }

    @Test
    void doesNotDependOnTheOrderOfCandidatesOrNames() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomPeople people = new RandomPeople(seed);
            PersonDetails incoming = people.next();
            List<Candidate> candidates = candidates(people, incoming);
            MatchResult expected = matcher.match(incoming, candidates);
            Collections.shuffle(candidates, new Random(seed));
            assertThat(matcher.match(turned(incoming), candidates))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void showsNoTraceOfARestrictedPerson() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomPeople people = new RandomPeople(seed);
            PersonDetails incoming = people.next();
            List<Candidate> open = candidates(people, incoming);
            List<Candidate> all = new ArrayList<>(open);
            all.add(new Candidate(People.id(99), people.variant(incoming), Set.of(StatuteFlag.ADOPTION)));
            MatchResult without = matcher.match(incoming, open);
            MatchResult with = matcher.match(incoming, all);
            assertThat(with.all()).as("seed %d", seed).isEqualTo(without.all());
            assertThat(with.ruledOut()).as("seed %d", seed).isEqualTo(without.ruledOut());
        }
    }

    @Test
    void makesNobodyCertainByAddingSomebodyElse() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomPeople people = new RandomPeople(seed);
            PersonDetails incoming = people.next();
            List<Candidate> candidates = candidates(people, incoming);
            for (Likeness likeness : matcher.match(incoming, candidates).all()) {
                List<Candidate> alone = candidates.stream()
                        .filter(c -> c.id().equals(likeness.id()))
                        .toList();
                Band before = matcher.match(incoming, alone).all().get(0).band();
                assertThat(likeness.band()).as("seed %d", seed).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @Test
    void findsByKeysWhomeverItWouldCallAlike() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomPeople people = new RandomPeople(seed);
            PersonDetails a = people.next();
            PersonDetails b = people.variant(a);
            if (rank(a, b) > 0) {
                assertThat(Collections.disjoint(keys.of(a), keys.of(b)))
                        .as(
                                "seed %d, %s",
                                seed,
                                matcher.match(a, List.of(candidate(b)))
                                        .all()
                                        .get(0)
                                        .why()
                                        .words())
                        .isFalse();
            }
        }
    }

    /** The generator is worth something only if each band occurs often. */
    @Test
    void meetsEveryGround() {
        Map<String, Long> grounds = IntStream.range(0, CASES)
                .mapToObj(RandomPeople::new)
                .flatMap(p -> {
                    PersonDetails a = p.next();
                    return Ground.of(Evidence.of(a, p.variant(a))).stream();
                })
                .collect(Collectors.groupingBy(Ground::name, Collectors.counting()));
        assertThat(grounds.keySet()).hasSameSizeAs(Ground.values());
        assertThat(grounds.values()).allMatch(n -> n >= 5);
    }

    private List<Candidate> candidates(RandomPeople people, PersonDetails incoming) {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(i -> new Candidate(People.id(1 + i / 2), people.variant(incoming), Set.of()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static PersonDetails turned(PersonDetails p) {
        List<uk.mashhub.model.person.PersonName> names = new ArrayList<>(p.names());
        Collections.reverse(names);
        return new PersonDetails(names, p.birthDate(), p.sex(), p.identifiers(), p.addresses(), p.telephones());
    }

    private int rank(PersonDetails a, PersonDetails b) {
        return matcher.match(a, List.of(candidate(b))).all().stream()
                .mapToInt(l -> 2 - l.band().ordinal())
                .findFirst()
                .orElse(0);
    }

    private static Candidate candidate(PersonDetails details) {
        return new Candidate(SOMEBODY, details, Set.of());
    }

    private static Set<Field> sameFields(PersonDetails a, PersonDetails b) {
        Set<Field> same = EnumSet.noneOf(Field.class);
        if (a.names().size() == 1 && b.names().size() == 1) {
            NameEvidence names = Evidence.of(a, b).any();
            if (names.given() == Level.EXACT) {
                same.add(Field.GIVEN);
            }
            if (names.family() == Level.EXACT) {
                same.add(Field.FAMILY);
            }
        }
        if (DateLevel.of(a.birthDate(), b.birthDate()).agrees()) {
            same.add(Field.BORN);
        }
        if (!Collections.disjoint(Places.of(a), Places.of(b))) {
            same.add(Field.ADDRESS);
        }
        IdentifierEvidence numbers = IdentifierEvidence.of(a.identifiers(), b.identifiers());
        numbers.agreeing().stream()
                .filter(k -> !numbers.conflicting().contains(k))
                .forEach(k -> same.add(Field.valueOf(k.name())));
        return same;
    }

    private static List<Set<Field>> subsets() {
        List<Set<Field>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << Field.values().length; bits++) {
            Set<Field> subset = EnumSet.noneOf(Field.class);
            for (Field field : Field.values()) {
                if ((bits & 1 << field.ordinal()) != 0) {
                    subset.add(field);
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }
}
