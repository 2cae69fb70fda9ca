package uk.mashhub.model.person;

import java.util.Objects;
import uk.mashhub.model.id.SourceId;

/** A source system's own number for a person. Without check digit; means something in that system only. */
public record LocalId(SourceId source, String value) implements PersonIdentifier {
    public LocalId {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > 80) {
            throw new IllegalArgumentException("a local id has 1 to 80 characters");
        }
    }

    @Override
    public String toString() {
        return "LocalId[" + source + "]";
    }
}
