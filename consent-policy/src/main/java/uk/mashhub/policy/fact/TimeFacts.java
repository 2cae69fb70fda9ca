package uk.mashhub.policy.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.item.Item;

/** When a fact that depends on the clock next changes (ruling 14). */
public final class TimeFacts {
    /** Of the rule on sexual activity, of presumed capacity, of the end of parental responsibility. */
    private static final List<Integer> AGES = List.of(13, Word.PRESUMED_ABLE, Word.ADULT);

    private final Packet packet;
    private final Windows windows;
    private final List<LocalDate> starts;

    /**
     * @param starts the days on which rules begin to speak
     */
    public TimeFacts(Packet packet, Windows windows, List<LocalDate> starts) {
        this.packet = packet;
        this.windows = windows;
        this.starts = List.copyOf(starts);
    }

    /** The first instant after the packet's own at which a decision on it may come out differently. */
    public Optional<Instant> nextChange() {
        return Stream.of(flags(), households(), birthdays(), consents(), items(), starts.stream())
                .flatMap(d -> d)
                .map(Days::start)
                .filter(t -> t.isAfter(packet.asAt()))
                .min(Instant::compareTo);
    }

    private Stream<LocalDate> flags() {
        return packet.people().stream().flatMap(p -> p.restrictions()).flatMap(f -> span(f.from(), f.to()));
    }

    private Stream<LocalDate> households() {
        return packet.households().stream()
                .flatMap(h -> h.household().members().stream())
                .flatMap(m -> span(m.from(), m.to()));
    }

    private Stream<LocalDate> birthdays() {
        return packet.people().stream()
                .flatMap(p -> p.details().birthDate().stream())
                .flatMap(b -> AGES.stream().map(b.date()::plusYears));
    }

    private Stream<LocalDate> consents() {
        return packet.consents().stream().flatMap(c -> c.terms().stream()).flatMap(t -> span(t.from(), t.to()));
    }

    private Stream<LocalDate> items() {
        return packet.items().stream().flatMap(this::ends);
    }

    private Stream<LocalDate> ends(Item item) {
        return Stream.concat(
                item.labels().handling().expiresOn().filter(Days::usable).map(d -> d.plusDays(1)).stream(),
                windows.staleOn(item.labels().dataClass(), item.when()).stream());
    }

    private static Stream<LocalDate> span(Optional<LocalDate> from, Optional<LocalDate> to) {
        return Stream.concat(
                from.filter(Days::usable).stream(), to.filter(Days::usable).map(d -> d.plusDays(1)).stream());
    }
}
