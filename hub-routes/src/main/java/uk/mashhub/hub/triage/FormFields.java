package uk.mashhub.hub.triage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields that a form or the API sent, read strictly: a word that is no choice, a field given twice or a field that
 * nobody reads refuses the form in words. What a person typed is never repeated.
 */
public final class FormFields {
    private static final int LONGEST = 10_000;
    private static final int MOST = 200;

    private final Map<String, List<String>> fields;
    private final Set<String> read = new HashSet<>();

    public FormFields(Map<String, List<String>> fields) {
        this.fields = new TreeMap<>(fields);
    }

    /** The value, without the white space around it; empty if the field is not there. */
    String text(String name) {
        List<String> values = values(name);
        if (values.size() > 1) {
            throw new NotAllowed("A field of this form was sent twice.");
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    /** A value that must be there. */
    String required(String name, String otherwise) {
        String value = text(name);
        if (value.isEmpty()) {
            throw new NotAllowed(otherwise);
        }
        return value;
    }

    /** All values that are not blank. */
    List<String> all(String name) {
        return values(name).stream().filter(v -> !v.isEmpty()).toList();
    }

    /** One of a closed list. */
    <E extends Enum<E>> E choice(String name, Class<E> type, String otherwise) {
        return constant(required(name, otherwise), type, otherwise);
    }

    /** One of a closed list, or nothing. */
    <E extends Enum<E>> Optional<E> optional(String name, Class<E> type, String otherwise) {
        String value = text(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(constant(value, type, otherwise));
    }

    /** Some of a closed list. */
    <E extends Enum<E>> Set<E> choices(String name, Class<E> type, String otherwise) {
        Set<E> chosen = EnumSet.noneOf(type);
        all(name).forEach(value -> chosen.add(constant(value, type, otherwise)));
        return chosen;
    }

    /** Yes or no; anything else is neither. */
    boolean flag(String name, String otherwise) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NotAllowed(otherwise);
        };
    }

    /** A day in three fields named {@code <name>Day}, {@code <name>Month} and {@code <name>Year}; nothing if all are empty. */
    Optional<LocalDate> day(String name, String otherwise) {
        String day = text(name + "Day");
        String month = text(name + "Month");
        String year = text(name + "Year");
        if ((day + month + year).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException e) {
            throw new NotAllowed(otherwise);
        }
    }

    /** Refuses fields that nobody has read: a misspelt one must not be taken for one left empty. */
    void nothingElse() {
        if (!read.containsAll(fields.keySet())) {
            throw new NotAllowed("This form has a field that the hub does not know.");
        }
    }

    private static <E extends Enum<E>> E constant(String value, Class<E> type, String otherwise) {
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new NotAllowed(otherwise);
        }
    }

    private List<String> values(String name) {
        read.add(name);
        List<String> values = new ArrayList<>();
        for (String value : fields.getOrDefault(name, List.of())) {
            if (value.length() > LONGEST || values.size() == MOST) {
                throw new NotAllowed("Write less: a field takes " + LONGEST + " characters.");
            }
            values.add(value.strip());
        }
        return values;
    }
}
