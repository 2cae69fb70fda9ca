package uk.mashhub.adapter.council.marf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.mashhub.model.item.UnknownTerm;

/** Reads codes, days and numbers, and keeps whatever it does not understand as it was written. */
final class Terms {
    // A field may be read for two items; it is one unknown term.
    private final Set<UnknownTerm> unknown = new LinkedHashSet<>();

    List<UnknownTerm> unknown() {
        return List.copyOf(unknown);
    }

    void keep(String place, String original) {
        unknown.add(new UnknownTerm(place, original));
    }

    /** The code of a field; {@code otherwise} if it is not given, {@code misread} if it is not understood. */
    <E extends Enum<E>> E code(Form form, String name, Class<E> codes, E otherwise, E misread) {
        return form.text(name).isEmpty()
                ? otherwise
                : code(form.place(name), form.text(name), codes).orElse(misread);
    }

    /** A code in any case, with blanks or hyphens for underscores. */
    <E extends Enum<E>> Optional<E> code(String place, String word, Class<E> codes) {
        Optional<E> code = match(word, codes);
        if (code.isEmpty()) {
            keep(place, word);
        }
        return code;
    }

    /** As {@link #code}, without keeping what is not understood. */
    static <E extends Enum<E>> Optional<E> match(String word, Class<E> codes) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (E code : codes.getEnumConstants()) {
            if (code.name().equals(name)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** A day of four-digit years. */
    Optional<LocalDate> day(Form form, String name) {
        return read(form, name, text -> LocalDate.parse(text.length() == 10 ? text : "", DateTimeFormatter.ISO_DATE));
    }

    Optional<Instant> instant(Form form, String name) {
        return read(form, name, text -> OffsetDateTime.parse(text).toInstant());
    }

    /** A number that checks itself; nothing if it is not given or does not check. */
    <T> Optional<T> read(Form form, String name, Function<String, T> reading) {
        String text = form.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            keep(form.place(name), text);
            return Optional.empty();
        }
    }
}
