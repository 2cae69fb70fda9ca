package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.match.People.named;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.DatedAddress.AddressUse;

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
                        "sound-place|",
                        named("Ada", "Exampel").at("ZZ1 1AA"),
                        named("Una", "Example").at(home("2 Elsewhere Road", "ZZ1 1AA"), AddressUse.CURRENT)),
                Arguments.of(
                        "sound-place|",
                        named("Catherine", "Exampel").at(home("1 Test Street", ""), AddressUse.CURRENT),
                        named("Katherin", "Sample").at("ZZ1 1AA")),
                Arguments.of(
                        "telephone|",
                        named("Ada", "Exampel").telephone("07700 900123"),
                        named("Una", "Sample").telephone("+44 7700 900123")),
                Arguments.of(
                        "sounds-year|",
                        named("Catherine", "Exampel").born("2015-03-07"),
                        named("Example", "Katherin").born("2015-04-17")),
                Arguments.of(
                        "initials-date|",
                        named("Rhys", "Mostyn").born("2015-03-07"),
                        named("Rhyys", "Mkstyn").born("2015-03-07")));
    }

    /** No word of a person with the date or the home is the same: only what is alike finds them. */
    @ParameterizedTest
    @MethodSource("alike")
    void findsByWhatIsAlikeWhatIsTheSameNowhereElse(String kind, People a, People b) {
        Set<String> same = new HashSet<>(Traits.of(a.details()));
        same.retainAll(Traits.of(b.details()));
        assertThat(same).isEmpty();
        Set<String> shared = new HashSet<>(Traits.alike(a.details()));
        shared.retainAll(Traits.alike(b.details()));
        assertThat(shared).isNotEmpty().allMatch(t -> t.startsWith(kind));
    }

    private static Address home(String street, String postcode) {
        return new Address(List.of(street), postcode, Optional.empty());
    }

    /** Where somebody has letters sent is not where they live. */
    @Test
    void findsNobodyByAnAddressForLetters() {
        assertThat(Traits.alike(named("Ada", "Example")
                        .at(home("1 Test Street", "ZZ1 1AA"), AddressUse.CORRESPONDENCE)
                        .details()))
                .isEmpty();
    }
}
