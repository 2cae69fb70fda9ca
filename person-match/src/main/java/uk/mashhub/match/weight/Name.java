package uk.mashhub.match.weight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.mashhub.match.text.Latin;
import uk.mashhub.match.text.Sound;
import uk.mashhub.match.text.SurnameForms;
import uk.mashhub.match.text.Titles;

/**
 * A name as it is compared: folded, in Latin letters, without titles. Any part may be empty.
 *
 * @param forename the first forename
 * @param others further forenames, and words that stand in no field
 * @param family the words of the surname
 * @param split whether the source says which words are the surname
 */
public record Name(
        String forename,
        List<String> others,
        List<String> family,
        boolean split,
        String forenameSound,
        String forenameSkeleton,
        String surname,
        String surnameSound,
        String surnameSkeleton,
        String surnameForm) {

    /** A name whose parts the source tells apart. */
    public static Name of(String given, String family) {
        return of(given, family, "");
    }

    /**
     * A name whose parts the source tells apart, with the whole name as it also writes it.
     *
     * @param whole words that are neither forename nor surname count as further names
     */
    public static Name of(String given, String family, String whole) {
        List<String> forenames = Titles.without(Latin.words(given));
        List<String> surname = Titles.without(Latin.words(family));
        List<String> others = new ArrayList<>(forenames.subList(Math.min(1, forenames.size()), forenames.size()));
        Titles.without(Latin.words(whole)).stream()
                .filter(w -> !forenames.contains(w) && !surname.contains(w))
                .forEach(others::add);
        return new Name(forenames.isEmpty() ? "" : forenames.get(0), List.copyOf(others), surname, true);
    }

    /** A name of which the source does not say where the surname begins; 'SURNAME, forenames' is understood. */
    public static Name whole(String text) {
        List<String> all = Titles.without(Latin.words(text));
        int comma = text.indexOf(',');
        List<String> before = comma < 0 ? List.of() : Titles.without(Latin.words(text.substring(0, comma)));
        List<String> family = before.isEmpty() || before.size() >= all.size()
                ? all.subList(Math.max(0, all.size() - 1), all.size())
                : before;
        List<String> given = before.isEmpty() || before.size() >= all.size()
                ? all.subList(0, Math.max(0, all.size() - 1))
                : all.subList(before.size(), all.size());
        return new Name(
                given.isEmpty() ? "" : given.get(0),
                List.copyOf(given.subList(Math.min(1, given.size()), given.size())),
                List.copyOf(family),
                false);
    }

    private Name(String forename, List<String> others, List<String> family, boolean split) {
        this(
                forename,
                others,
                family,
                split,
                forename.isEmpty() ? "" : Sound.of(forename),
                Sound.skeleton(forename),
                String.join("", family),
                family.isEmpty() ? "" : Sound.of(String.join("", family)),
                Sound.skeleton(String.join("", family)),
                SurnameForms.form(String.join("", family)));
    }

    /** All forenames as one word. */
    String given() {
        return forename + String.join("", others);
    }

    /** All its words, forename first. */
    List<String> words() {
        return Stream.of(forename.isEmpty() ? List.<String>of() : List.of(forename), others, family)
                .flatMap(List::stream)
                .toList();
    }

    boolean isEmpty() {
        return forename.isEmpty() && others.isEmpty() && family.isEmpty();
    }

    @Override
    public String toString() {
        return "Name[not shown]";
    }
}
