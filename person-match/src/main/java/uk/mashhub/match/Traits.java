package uk.mashhub.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.mashhub.match.text.Phones;
import uk.mashhub.match.text.Sound;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;

/**
 * What a person can be found by, as text of the form {@code kind|value}. Personal data: it goes into an HMAC and nowhere
 * else. Each ground of {@link Ground} has a trait that both records of such a pair carry. Where no rule speaks, a home or a
 * telephone may agree beside what is only alike, and so each of these has a trait, a home together with the sound of a name.
 * Whoever has fled shares neither with the record from before, and of many no home is told: names that are slips of each
 * other weigh enough for a look with nothing beside them but the date, or most of it, and so have traits too.
 */
final class Traits {
    private Traits() {}

    static Set<String> of(PersonDetails person) {
        Set<String> traits = new HashSet<>();
        person.identifiers().forEach(i -> traits.add(IdentifierKind.scheme(i) + "|" + i.value()));
        Set<String> places = Places.of(person);
        List<NameForm> names = person.names().stream().map(NameForm::of).toList();
        names.forEach(n -> nameAndPlace(n, places).forEach(traits::add));
        person.birthDate().ifPresent(born -> {
            names.forEach(n -> nameAndDate(n, born).forEach(traits::add));
            years(born).forEach(y -> places.forEach(p -> traits.add("place-year|" + p + "|" + y)));
        });
        return traits;
    }

    /** The same for records of which nothing need agree in full but a home, a telephone or the year of birth. */
    static Set<String> alike(PersonDetails person) {
        Set<String> traits = new HashSet<>();
        Set<String> homes = new HashSet<>(Places.of(person));
        homes.addAll(Places.streets(person));
        for (PersonName name : person.names()) {
            NameForm form = NameForm.of(name);
            sounds(form).forEach(s -> homes.forEach(h -> traits.add("sound-place|" + s + "|" + h)));
            person.birthDate().ifPresent(born -> bothNames(form, born).forEach(traits::add));
        }
        person.telephones().forEach(t -> Phones.number(t).ifPresent(n -> traits.add("telephone|" + n)));
        return traits;
    }

    /** Both names by sound with the year, for a slip in the date; by initial with the date, for what sounds otherwise. */
    private static Stream<String> bothNames(NameForm name, BirthDate born) {
        if (name.given().isEmpty() || name.family().isEmpty()) {
            return Stream.of();
        }
        List<String> both = List.of(name.given().get(0), name.familyJoined());
        // Sorted, because some records have them the wrong way round.
        String sounds = both.stream().map(Sound::of).sorted().collect(Collectors.joining("|"));
        String initials = both.stream().map(w -> w.substring(0, 1)).sorted().collect(Collectors.joining("|"));
        return Stream.concat(
                years(born).mapToObj(y -> "sounds-year|" + sounds + "|" + y),
                Stream.of("initials-date|" + initials + "|" + born.date()));
    }

    private static Set<String> sounds(NameForm name) {
        return Stream.of(name.givenParts(), name.familyParts())
                .flatMap(Set::stream)
                .filter(w -> w.length() >= NameForm.TELLING)
                .map(Sound::of)
                .collect(Collectors.toSet());
    }

    private static Stream<String> nameAndPlace(NameForm name, Set<String> places) {
        return name.given().isEmpty() || name.family().isEmpty()
                ? Stream.of()
                : places.stream().map(p -> "name-place|" + name.givenJoined() + "|" + name.familyJoined() + "|" + p);
    }

    private static Stream<String> nameAndDate(NameForm name, BirthDate born) {
        Stream<String> surnames =
                name.familyParts().stream().flatMap(s -> years(born).mapToObj(y -> "surname-year|" + s + "|" + y));
        // Forenames and surnames alike, because some records have them the wrong way round.
        Stream<String> words = Stream.of(name.givenParts(), name.familyParts(), Set.copyOf(name.sortedWords()))
                .flatMap(Set::stream)
                .map(w -> "word-date|" + w + "|" + born.date());
        return Stream.concat(surnames, words);
    }

    /** The year of birth; for an expected date, every year in which the child may be born. */
    private static IntStream years(BirthDate born) {
        int year = born.date().getYear();
        if (born.accuracy() != Accuracy.EXPECTED) {
            return IntStream.of(year);
        }
        int days = born.date().getDayOfYear();
        int first = days <= DateLevel.EARLIEST_DAYS ? year - 1 : year;
        int last = days > born.date().lengthOfYear() - DateLevel.EARLIEST_DAYS ? year + 1 : year;
        return IntStream.rangeClosed(first, last);
    }
}
