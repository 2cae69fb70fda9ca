package uk.mashhub.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.match.text.Folded;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonName;

/** A name folded for comparing. Either list is empty where that part of the name is not known. */
record NameForm(List<String> given, List<String> family, boolean current) {

    /** A word shorter than this is a particle or an initial, and names nobody. */
    static final int TELLING = 3;

    static NameForm of(PersonName name) {
        // Aliases, birth and former names never make a link certain: they are where adoption and
        // gender recognition leak (domain notes 2.3).
        boolean current = name.use() == NameUse.USUAL || name.use() == NameUse.UNKNOWN;
        return new NameForm(Folded.words(name.given()), Folded.words(name.family()), current);
    }

    String givenJoined() {
        return String.join("", given);
    }

    String familyJoined() {
        return String.join("", family);
    }

    /** All words of the name in alphabetical order, whichever field they stand in. */
    List<String> sortedWords() {
        return Stream.concat(given.stream(), family.stream()).sorted().toList();
    }

    /** The surname whole, and those of its words that tell people apart. */
    Set<String> familyParts() {
        return parts(family);
    }

    /** The forenames whole, and those of their words that tell people apart. */
    Set<String> givenParts() {
        return parts(given);
    }

    private static Set<String> parts(List<String> words) {
        Set<String> parts = new HashSet<>();
        words.stream().filter(w -> w.length() >= TELLING).forEach(parts::add);
        if (!words.isEmpty()) {
            parts.add(String.join("", words));
        }
        return parts;
    }

    @Override
    public String toString() {
        return "NameForm[not shown]";
    }
}
