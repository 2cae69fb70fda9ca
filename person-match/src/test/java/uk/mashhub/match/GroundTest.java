package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Goes through every way in which two records can compare. */
class GroundTest {
    private static final List<NameEvidence> NAMES = names();
    private static final List<IdentifierEvidence> NUMBERS = numbers();

    @Test
    void neverRisesWhenAFieldThatAgreesIsLeftOut() {
        everyEvidence(e -> {
            for (UnaryOperator<Evidence> leaveOut : leavingOut(e)) {
                Evidence less = leaveOut.apply(e);
                assertThat(rank(less))
                        .as("%s, and with less %s", words(e), words(less))
                        .isLessThanOrEqualTo(rank(e));
            }
        });
    }

    @Test
    void neverIsCertainAgainstAContradiction() {
        everyEvidence(e -> {
            if (e.contradicts()) {
                assertThat(rank(e)).as("%s", words(e)).isLessThan(2);
            }
        });
    }

    @Test
    void neverDropsSomebodyWhoseNumberAgrees() {
        everyEvidence(e -> {
            if (e.identifiers().agrees()) {
                assertThat(rank(e)).as("%s", words(e)).isPositive();
            }
        });
    }

    @Test
    void neverTakesDifferentNhsNumbersForOnePersonByNameAlone() {
        everyEvidence(e -> {
            if (e.identifiers().nhsNumbersDiffer() && !e.identifiers().agrees()) {
                assertThat(Ground.of(e)).contains(Ground.NHS_NUMBERS_DIFFER);
            }
        });
    }

    /** CERTAIN 2, POSSIBLE 1, ruled out or nothing to say 0: what a caller acts on. */
    private static int rank(Evidence e) {
        return Ground.of(e).map(g -> 2 - g.band().ordinal()).orElse(0);
    }

    private static List<UnaryOperator<Evidence>> leavingOut(Evidence e) {
        List<UnaryOperator<Evidence>> ways = new ArrayList<>();
        if (e.date().agrees()) {
            ways.add(x -> evidence(x.current(), DateLevel.MISSING, x.identifiers(), x.place(), x.sexDiffers()));
        }
        if (e.place()) {
            ways.add(x -> evidence(x.current(), x.date(), x.identifiers(), false, x.sexDiffers()));
        }
        if (e.any().given().agrees()) {
            NameEvidence less = new NameEvidence(Level.MISSING, e.any().family(), false);
            ways.add(x -> evidence(less, x.date(), x.identifiers(), x.place(), x.sexDiffers()));
        }
        if (e.any().family().agrees()) {
            NameEvidence less = new NameEvidence(e.any().given(), Level.MISSING, false);
            ways.add(x -> evidence(less, x.date(), x.identifiers(), x.place(), x.sexDiffers()));
        }
        for (IdentifierKind kind : e.identifiers().agreeing()) {
            ways.add(x -> evidence(x.current(), x.date(), without(x.identifiers(), kind), x.place(), x.sexDiffers()));
        }
        return ways;
    }

    private static IdentifierEvidence without(IdentifierEvidence numbers, IdentifierKind kind) {
        Set<IdentifierKind> fewer = EnumSet.copyOf(numbers.agreeing());
        fewer.remove(kind);
        return new IdentifierEvidence(fewer, numbers.conflicting());
    }

    private static void everyEvidence(Consumer<Evidence> check) {
        for (NameEvidence name : NAMES) {
            for (DateLevel date : DateLevel.values()) {
                for (IdentifierEvidence numbers : NUMBERS) {
                    for (int bits = 0; bits < 4; bits++) {
                        check.accept(evidence(name, date, numbers, (bits & 1) != 0, (bits & 2) != 0));
                    }
                }
            }
        }
    }

    private static Evidence evidence(
            NameEvidence name, DateLevel date, IdentifierEvidence numbers, boolean place, boolean sexDiffers) {
        return new Evidence(name, name, date, numbers, place, sexDiffers);
    }

    private static List<NameEvidence> names() {
        List<NameEvidence> names = new ArrayList<>();
        for (Level given : Level.values()) {
            for (Level family : Level.values()) {
                names.add(new NameEvidence(given, family, false));
                if (!(given == Level.EXACT && family == Level.EXACT)) {
                    names.add(new NameEvidence(given, family, true));
                }
            }
        }
        return names;
    }

    private static List<IdentifierEvidence> numbers() {
        Set<Set<IdentifierKind>> sets = Set.of(
                Set.of(),
                Set.of(IdentifierKind.NHS),
                Set.of(IdentifierKind.UPN),
                Set.of(IdentifierKind.CRN),
                Set.of(IdentifierKind.UPN, IdentifierKind.CRN),
                Set.of(IdentifierKind.NHS, IdentifierKind.LOCAL));
        return sets.stream()
                .flatMap(a -> sets.stream().map(c -> new IdentifierEvidence(a, c)))
                .toList();
    }

    private static List<String> words(Evidence e) {
        return e.words();
    }
}
