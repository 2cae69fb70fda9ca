package uk.mashhub.model.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.PersonId;

/** A member of a household. {@code to} is empty while the person lives there; {@code from} if not known. */
public record HouseholdMember(PersonId person, Optional<LocalDate> from, Optional<LocalDate> to) {
    public HouseholdMember {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** Whether the person lived there on a day. Unknown dates count as yes. */
    public boolean livedThereOn(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && to.map(t -> !day.isAfter(t)).orElse(true);
    }

    @Override
    public String toString() {
        return "HouseholdMember[" + person + "]";
    }
}
