package uk.mashhub.policy.fact;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.DataClass;

/** How long after an event information of each class is still recent. Local, so it is configuration. */
public final class Windows {
    private final Map<DataClass, Optional<Period>> byClass;

    /**
     * @param byClass for every class a period, or empty where information never grows old
     * @throws IllegalArgumentException if a class is missing
     */
    public Windows(Map<DataClass, Optional<Period>> byClass) {
        this.byClass = new EnumMap<>(byClass);
        if (this.byClass.size() != DataClass.values().length) {
            throw new IllegalArgumentException("every data class needs a window");
        }
    }

    /** The first day on which an event is no longer recent; empty where it stays so or has no day. */
    public Optional<LocalDate> staleOn(DataClass dataClass, EventTime when) {
        return period(dataClass)
                .flatMap(p -> when.to()
                        .or(when::from)
                        .filter(Days::usable)
                        .map(d -> d.plus(p).plusDays(1)));
    }

    /** Whether it is recent on a day. An event without a day is not, where its class has a window. */
    public boolean recent(DataClass dataClass, EventTime when, LocalDate today) {
        return period(dataClass).isEmpty()
                || staleOn(dataClass, when).map(today::isBefore).orElse(false);
    }

    /** The window of a class as an ISO 8601 period, or {@code none}. */
    public String text(DataClass dataClass) {
        return period(dataClass).map(Period::toString).orElse("none");
    }

    private Optional<Period> period(DataClass dataClass) {
        Optional<Period> period = byClass.get(dataClass);
        return period == null ? Optional.of(Period.ZERO) : period;
    }
}
