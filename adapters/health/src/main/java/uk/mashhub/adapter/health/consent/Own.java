package uk.mashhub.adapter.health.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.enquiry.Competence;

/** The hub's own extensions of a Consent: one of each at most, whole and of its type. */
final class Own {
    private static final String COMPETENCE = "Consent.extension";

    private Own() {}

    /**
     * The value of an extension.
     *
     * @throws Unreadable if there are two, or it has none
     */
    static Optional<Type> value(List<Extension> extensions, String place) throws Unreadable {
        if (extensions.size() > 1) {
            throw Words.refused(place, "is there twice");
        }
        if (extensions.isEmpty()) {
            return Optional.empty();
        }
        Extension one = extensions.get(0);
        if (!one.hasValue() || one.hasExtension()) {
            throw Words.refused(place, "has no value, or more than one");
        }
        return Optional.of(one.getValue());
    }

    static Optional<String> code(List<Extension> extensions, String place) throws Unreadable {
        Optional<Type> value = value(extensions, place);
        if (value.isPresent() && !(value.get() instanceof CodeType)) {
            throw Words.refused(place, "is no code");
        }
        return value.map(v -> String.valueOf(v.primitiveValue()));
    }

    /** As an extension or as one that modifies; not as both. */
    static Optional<Competence> competence(Consent in) throws Unreadable {
        List<Extension> all = Stream.of(in.getExtension(), in.getModifierExtension())
                .flatMap(List::stream)
                .filter(e -> Urls.COMPETENCE.equals(e.getUrl()))
                .toList();
        if (all.size() > 1) {
            throw Words.refused(COMPETENCE, "is there twice");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(competence(all.get(0)));
    }

    private static Competence competence(Extension extension) throws Unreadable {
        boolean known = extension.getExtension().stream()
                .allMatch(e -> List.of("kind", "assessedBy", "assessedOn").contains(String.valueOf(e.getUrl())));
        if (!known || extension.hasValue()) {
            throw Words.refused(COMPETENCE, "has a part that is not known here");
        }
        String kind = code(extension.getExtensionsByUrl("kind"), COMPETENCE)
                .orElseThrow(() -> Words.refused(COMPETENCE, "does not say what was found"));
        Optional<Type> by = value(extension.getExtensionsByUrl("assessedBy"), COMPETENCE);
        if (by.isPresent() && !(by.get() instanceof StringType)) {
            throw Words.refused(COMPETENCE, "does not say in words who assessed it");
        }
        return new Competence(
                Words.word(kind, Competence.Kind.class, COMPETENCE),
                by.map(v -> String.valueOf(v.primitiveValue())).orElse(""),
                assessedOn(extension));
    }

    private static Optional<LocalDate> assessedOn(Extension extension) throws Unreadable {
        Optional<Type> on = value(extension.getExtensionsByUrl("assessedOn"), COMPETENCE);
        if (on.isEmpty()) {
            return Optional.empty();
        }
        if (!(on.get() instanceof DateType day)) {
            throw Words.refused(COMPETENCE, "has no day of the assessment");
        }
        return Provisions.day(true, day, COMPETENCE);
    }
}
