package uk.mashhub.adapter.police.sheet;

import java.time.LocalDate;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;

/** Reads how sure the source is of a date of birth. */
public final class BirthDates {
    private BirthDates() {}

    /** Without a word it is accurate; with a word that nobody knows it is uncertain. */
    public static BirthDate of(LocalDate day, String accuracy, String place, Terms terms) {
        return new BirthDate(
                day,
                switch (Words.canonical(accuracy)) {
                    case "", "A", "ACCURATE" -> Accuracy.ACCURATE;
                    case "E", "ESTIMATED" -> Accuracy.ESTIMATED;
                    case "U", "UNCERTAIN" -> Accuracy.UNCERTAIN;
                    case "EXPECTED", "EDD" -> Accuracy.EXPECTED;
                    default -> {
                        terms.add(place, accuracy);
                        yield Accuracy.UNCERTAIN;
                    }
                });
    }
}
