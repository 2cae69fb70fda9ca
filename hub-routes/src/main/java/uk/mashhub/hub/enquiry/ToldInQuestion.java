package uk.mashhub.hub.enquiry;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.FieldKind;

/** What a question told of each person, under which law. */
public record ToldInQuestion(String law, List<OfPerson> people) {
    public ToldInQuestion {
        Objects.requireNonNull(law, "law");
        people = List.copyOf(people);
    }

    /** Which kinds of field a question told of a person; never the fields. */
    public record OfPerson(PersonId person, Set<FieldKind> fields) {
        public OfPerson {
            Objects.requireNonNull(person, "person");
            fields = Set.copyOf(fields);
        }
    }
}
