package uk.mashhub.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.vocabulary.FieldKind;

class VerdictTest {
    private static final int CASES = 5_000;

    @Test
    void combinesInAnyOrderAndGrouping() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Verdict a = verdict(random);
            Verdict b = verdict(random);
            Verdict c = verdict(random);
            assertThat(a.and(b)).as("seed %d", seed).isEqualTo(b.and(a));
            assertThat(a.and(b).and(c)).as("seed %d", seed).isEqualTo(a.and(b.and(c)));
            assertThat(a.and(a)).as("seed %d", seed).isEqualTo(a);
            assertThat(a.and(Verdict.OPEN)).as("seed %d", seed).isEqualTo(a);
        }
    }

    @Test
    void neverWidens() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Verdict a = verdict(random);
            Verdict b = verdict(random);
            Verdict both = a.and(b);
            for (Verdict one : Set.of(a, b)) {
                assertThat(both.outcome().atMost(one.outcome()))
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(both.redactions()).as("seed %d", seed).containsAll(one.redactions());
                for (FieldKind kind : FieldKind.values()) {
                    assertThat(level(both, kind)).as("seed %d", seed).isGreaterThanOrEqualTo(level(one, kind));
                }
                assertThat(both.obligations()).as("seed %d", seed).containsAll(one.obligations());
                assertThat(both.reviewers()).as("seed %d", seed).containsAll(one.reviewers());
            }
            assertThat(both.outcome()).as("seed %d", seed).isIn(a.outcome(), b.outcome());
        }
    }

    @Test
    void givesTheReaderTheSameWhoeverMustLook() {
        for (long seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Verdict a = verdict(random);
            Verdict b = verdict(random);
            Verdict reviewed = new Verdict(
                    a.outcome(), a.redactions(), a.generalised(), a.obligations(), some(random, Reviewer.class));
            assertThat(reviewed.and(b).outcome())
                    .as("seed %d", seed)
                    .isEqualTo(a.and(b).outcome());
            assertThat(reviewed.and(b).redactions())
                    .as("seed %d", seed)
                    .isEqualTo(a.and(b).redactions());
            assertThat(reviewed.and(b).obligations())
                    .as("seed %d", seed)
                    .isEqualTo(a.and(b).obligations());
        }
    }

    @Test
    void ordersOutcomesFromMostToLeast() {
        assertThat(Outcome.values())
                .containsExactly(
                        Outcome.SHOW,
                        Outcome.REDACT,
                        Outcome.SUMMARISE,
                        Outcome.EXISTS,
                        Outcome.WITHHOLD,
                        Outcome.SILENT);
        for (Outcome a : Outcome.values()) {
            assertThat(a.and(Outcome.SILENT)).isEqualTo(Outcome.SILENT);
            assertThat(a.and(Outcome.SHOW)).isEqualTo(a);
            assertThat(a.atMost(a)).isTrue();
        }
    }

    @Test
    void refusesToShowWithRedactions() {
        assertThatThrownBy(() -> new Verdict(Outcome.SHOW, Set.of(FieldKind.NAME), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToShowWithPartsTakenOutAndToGeneraliseANarrative() {
        Set<FieldKind> address = Set.of(FieldKind.ADDRESS);
        assertThatThrownBy(() -> new Verdict(Outcome.SHOW, Set.of(), address, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Verdict(Outcome.REDACT, Set.of(), Set.of(FieldKind.NARRATIVE), Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesOutWhatOneRuleGeneralisesAndAnotherTakesOut() {
        Set<FieldKind> address = Set.of(FieldKind.ADDRESS);
        Verdict district = new Verdict(Outcome.REDACT, Set.of(), address, Set.of(), Set.of());
        Verdict both = district.and(new Verdict(Outcome.REDACT, address, Set.of(), Set.of()));
        assertThat(both.redactions()).isEqualTo(address);
        assertThat(both.generalised()).isEmpty();
        assertThat(district.and(Verdict.OPEN)).isEqualTo(district);
    }

    /** How much is taken of a field: nothing, all but its district, all. */
    private static int level(Verdict verdict, FieldKind kind) {
        return verdict.redactions().contains(kind) ? 2 : verdict.generalised().contains(kind) ? 1 : 0;
    }

    @Test
    void keepsItsOwnCopy() {
        EnumSet<FieldKind> given = EnumSet.of(FieldKind.ADDRESS);
        Verdict verdict = new Verdict(Outcome.REDACT, given, Set.of(), Set.of());
        given.clear();
        assertThat(verdict.redactions()).containsExactly(FieldKind.ADDRESS);
    }

    private static Verdict verdict(Random random) {
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        Set<FieldKind> redactions = outcome == Outcome.SHOW ? Set.of() : some(random, FieldKind.class);
        Set<FieldKind> generalised = outcome == Outcome.SHOW ? Set.of() : some(random, FieldKind.class);
        return new Verdict(
                outcome,
                redactions,
                generalised.stream().filter(FieldKind::generalises).collect(Collectors.toSet()),
                some(random, Obligation.class),
                some(random, Reviewer.class));
    }

    private static <E extends Enum<E>> Set<E> some(Random random, Class<E> type) {
        EnumSet<E> some = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if (random.nextInt(4) == 0) {
                some.add(constant);
            }
        }
        return some;
    }
}
