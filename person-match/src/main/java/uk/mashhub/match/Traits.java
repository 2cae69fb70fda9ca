package uk.mashhub.match;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.mashhub.match.text.Sound;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;

/**
 * What a person can be found by, as text of the form {@code kind|value}. Personal data: it goes into an HMAC and nowhere
 * else. Each ground of {@link Ground} has a trait that both records of such a pair carry. What the weights speak of is found
 * by what is alike: the sound of a name with parts of the date of birth, so that a slip in both does not hide anybody.
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

    /** The same for records that are alike and agree in nothing: kinds of trait as a batch is blocked by them. */
    static Set<String> alike(PersonDetails person) {
        Set<String> traits = new HashSet<>();
        Set<String> places = Places.of(person);
        for (PersonName name : person.names()) {
            NameForm form = NameForm.of(name);
            Set<String> sounds = sounds(form);
            person.birthDate().ifPresent(born -> {
                sounds.forEach(s -> soundAndDate(s, born.date()).forEach(traits::add));
                initials(form, born.date()).forEach(traits::add);
            });
            sounds.forEach(s -> places.forEach(p -> traits.add("sound-place|" + s + "|" + p)));
        }
        return traits;
    }

    private static Set<String> sounds(NameForm name) {
        return Stream.of(name.givenParts(), name.familyParts())
                .flatMap(Set::stream)
                .filter(w -> w.length() >= NameForm.TELLING)
                .map(Sound::of)
                .collect(Collectors.toSet());
    }

    /** Two of the three parts of a date, and day and month whichever way round. */
    private static Stream<String> soundAndDate(String sound, LocalDate born) {
        int year = born.getYear();
        int month = born.getMonthValue();
        int day = born.getDayOfMonth();
        return Stream.of(
                "sound-month|" + sound + "|" + year + "-" + month,
                "sound-day|" + sound + "|" + month + "-" + day,
                "sound-year-day|" + sound + "|" + year + "-" + day,
                "sound-swapped|" + sound + "|" + year + "-" + Math.min(month, day) + "-" + Math.max(month, day));
    }

    /** One name by its sound, the other by its initial, and the year of birth. */
    private static Stream<String> initials(NameForm name, LocalDate born) {
        if (name.given().isEmpty() || name.family().isEmpty()) {
            return Stream.of();
        }
        String year = "|" + born.getYear();
        return Stream.of(
                "surname-initial|" + Sound.of(name.familyJoined()) + "|"
                        + name.givenJoined().charAt(0) + year,
                "forename-initial|" + Sound.of(name.given().get(0)) + "|"
                        + name.familyJoined().charAt(0) + year);
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
