package uk.mashhub.model.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.SafetyFlag;

/**
 * A safety flag on a person, with who raised it and when it holds.
 *
 * @param source the system that raised it
 * @param from first day, if known
 * @param to last day; empty while it holds
 */
public record PersonFlag(SafetyFlag flag, SourceId source, Optional<LocalDate> from, Optional<LocalDate> to) {
    public PersonFlag {
        Objects.requireNonNull(flag, "flag");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** Whether it holds on a day. An unknown start counts as held. */
    public boolean holdsOn(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && to.map(t -> !day.isAfter(t)).orElse(true);
    }

    @Override
    public String toString() {
        return "PersonFlag[" + flag + ", " + source + "]";
    }
}
