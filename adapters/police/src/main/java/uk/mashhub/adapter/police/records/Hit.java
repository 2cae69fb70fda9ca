package uk.mashhub.adapter.police.records;

import java.util.List;
import java.util.Objects;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.model.item.UnknownTerm;

/** A record that the search found, by the system's opaque id, with the words of it that nobody here knows. */
record Hit(String recordId, PersonSheet person, List<UnknownTerm> terms) {
    Hit {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(person, "person");
        terms = List.copyOf(terms);
    }

    @Override
    public String toString() {
        return "Hit[not shown]";
    }
}
