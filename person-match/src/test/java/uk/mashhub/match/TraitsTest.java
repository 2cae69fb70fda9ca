package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.match.People.named;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.mashhub.model.person.BirthDate.Accuracy;

/** Pairs that one kind of trait alone finds: without it they would be missed, however alike they are. */
class TraitsTest {
    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(
                        "place-year",
                        named("Ada", "Sample")
                                .born("2015-06-01", Accuracy.ESTIMATED)
                                .at("ZZ1 1AA"),
                        named("Ada", "Example").born("2015-03-07").at("ZZ1 1AA")),
                Arguments.of(
                        "name-place",
                        named("Ada", "Example").at("ZZ1 1AA"),
                        named("Ada", "Example").born("2015-03-07").at("ZZ1 1AA")),
                Arguments.of(
                        "surname-year",
                        named("Ada", "Example").born("2015-03-07"),
                        named("Ada", "Example").born("2015-07-03")),
                Arguments.of(
                        "surname-year",
                        named("Ada", "Example").born("2025-12-28"),
                        named("Ada", "Example").born("2026-01-05", Accuracy.EXPECTED)),
                Arguments.of(
                        "word-date",
                        named("Anne-Marie", "Exampel").born("2015-03-07"),
                        named("Annemarie", "Example").born("2015-03-07")),
                Arguments.of(
                        "word-date",
                        named("Example", "Ada").born("2015-03-07", Accuracy.UNCERTAIN),
                        named("Ada", "Example").born("2015-03-07")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void findsWhatOneKindOfTraitFindsAlone(String kind, People a, People b) {
        assertThat(Ground.of(Evidence.of(a.details(), b.details()))).isPresent();
        Set<String> shared = new HashSet<>(Traits.of(a.details()));
        shared.retainAll(Traits.of(b.details()));
        assertThat(shared).isNotEmpty().allMatch(t -> t.startsWith(kind + "|"));
    }

    static Stream<Arguments> alike() {
        return Stream.of(
                Arguments.of(
                        "sound-month|",
                        named("Ada", "Exampel").born("2015-03-07"),
                        named("Ida", "Example").born("2015-03-17")),
                Arguments.of(
                        "sound-day|",
                        named("Ada", "Exampel").born("2013-03-07"),
                        named("Una", "Example").born("2015-03-07")),
                Arguments.of(
                        "sound-year-day|",
                        named("Ada", "Exampel").born("2015-03-27"),
                        named("Una", "Example").born("2015-08-27")),
                Arguments.of(
                        "sound-swapped|",
                        named("Ada", "Exampel").born("2015-03-07"),
                        named("Una", "Example").born("2015-07-03")),
                Arguments.of(
                        "surname-initial|",
                        named("Ada", "Exampel").born("2015-03-07"),
                        named("Alma", "Example").born("2015-11-21")),
                Arguments.of(
                        "forename-initial|",
                        named("Catherine", "Exampel").born("2015-03-07"),
                        named("Katherin", "Elsewhere").born("2015-11-21")),
                Arguments.of(
                        "sound-place|",
                        named("Ada", "Exampel").at("ZZ1 1AA"),
                        named("Una", "Example").at("ZZ1 1AA")));
    }

    /** No word, date or number is the same: only what is alike finds them. */
    @ParameterizedTest
    @MethodSource("alike")
    void findsBySoundAndPartsOfADateWhatIsTheSameNowhere(String kind, People a, People b) {
        Set<String> same = new HashSet<>(Traits.of(a.details()));
        same.retainAll(Traits.of(b.details()));
        assertThat(same).isEmpty();
        Set<String> shared = new HashSet<>(Traits.alike(a.details()));
        shared.retainAll(Traits.alike(b.details()));
        assertThat(shared).anyMatch(t -> t.startsWith(kind));
    }
}
