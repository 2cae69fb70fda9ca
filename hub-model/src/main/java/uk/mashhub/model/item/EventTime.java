package uk.mashhub.model.item;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** When something happened: a day, a period, or not known. */
public record EventTime(Optional<LocalDate> from, Optional<LocalDate> to) {
    public EventTime {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** One day. */
    public static EventTime on(LocalDate day) {
        return new EventTime(Optional.of(day), Optional.of(day));
    }

    /** The source does not say. */
    public static EventTime unknown() {
        return new EventTime(Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "EventTime[not shown]";
    }
}
