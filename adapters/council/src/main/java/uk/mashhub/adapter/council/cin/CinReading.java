package uk.mashhub.adapter.council.cin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.item.UnknownTerm;

/** Reads the values of one child, and keeps whatever it does not understand as it was written. */
final class CinReading {
    private final List<UnknownTerm> unknown = new ArrayList<>();

    List<UnknownTerm> unknown() {
        return List.copyOf(unknown);
    }

    void keep(XmlElement at, String original) {
        unknown.add(new UnknownTerm("line " + at.line() + ", " + at.name(), original));
    }

    /** Elements that no year has, second copies of what stands once, and stray text: kept, and nothing fails by them. */
    void keepStrays(XmlElement container, Set<String> once, Set<String> often) {
        if (!container.text().isEmpty()) {
            keep(container, container.text());
        }
        Set<String> seen = new HashSet<>();
        for (XmlElement child : container.children()) {
            boolean repeated = once.contains(child.name()) && !seen.add(child.name());
            if (repeated || !(once.contains(child.name()) || often.contains(child.name()))) {
                keep(child, child.text());
            }
        }
    }

    String text(XmlElement parent, String name) {
        return parent.child(name).map(XmlElement::text).orElse("");
    }

    boolean has(XmlElement parent, String name) {
        return !text(parent, name).isEmpty();
    }

    Optional<LocalDate> day(XmlElement parent, String name) {
        return parent.child(name).flatMap(this::day);
    }

    Optional<LocalDate> day(XmlElement element) {
        String text = element.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.length() == 10 ? text : "", DateTimeFormatter.ISO_LOCAL_DATE));
        } catch (DateTimeException e) {
            keep(element, text);
            return Optional.empty();
        }
    }

    /** 0 and 1 by the schema; false and true as sent. */
    Optional<Boolean> yesNo(XmlElement parent, String name) {
        Optional<XmlElement> element = parent.child(name).filter(e -> !e.text().isEmpty());
        if (element.isEmpty()) {
            return Optional.empty();
        }
        return switch (element.get().text()) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> {
                keep(element.get(), element.get().text());
                yield Optional.empty();
            }
        };
    }

    /** The code as written; one that the list does not have is noted. */
    String code(XmlElement parent, String name, CinCode.CodeList list) {
        return parent.child(name).map(e -> code(e, list)).orElse("");
    }

    String code(XmlElement element, CinCode.CodeList list) {
        if (!element.text().isEmpty() && !CinCode.of(list, element.text()).known()) {
            keep(element, element.text());
        }
        return element.text();
    }

    /** Notes an end that comes before its beginning. */
    void inOrder(XmlElement parent, Optional<LocalDate> from, Optional<LocalDate> to, String endName) {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            parent.child(endName).ifPresent(e -> keep(e, e.text()));
        }
    }
}
