package uk.mashhub.adapter.police.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.police.sheet.Heading;
import uk.mashhub.adapter.police.sheet.Marking;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.Classification;

/**
 * The header of a notification, read.
 *
 * @param occurrence occurrence number in canonical form: no spaces, upper case
 */
record Cover(
        String occurrence,
        String version,
        String force,
        Classification classification,
        Instant recordedAt,
        Element officer) {

    static Cover of(Element header, Terms terms) throws Unreadable {
        Element marking = header.the("classification");
        return new Cover(
                occurrence(header),
                header.token("version"),
                header.token("force"),
                Marking.of(marking.token(), marking.place(), terms),
                instant(header.the("recordedAt")),
                header.the("officer"));
    }

    static String occurrence(Element e) {
        return e.token("occurrence").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** The heading of what this notification says of one person. */
    Heading heading(PersonKey person) {
        return new Heading(
                occurrence + "/person/" + person.value(),
                version,
                Optional.empty(),
                Optional.of(occurrence),
                Optional.of(recordedAt),
                EventTime.unknown(),
                List.of(),
                classification,
                Set.of(),
                false,
                List.of());
    }

    Referrer referrer() {
        String role = (officer.token("rank") + " " + officer.token("unit")).strip();
        return new Referrer(
                officer.token("name"), role, force, officer.token("telephone"), officer.token("email"), true, false);
    }

    /** XML Schema knows hour 24 and offsets that no clock knows. */
    static Instant instant(Element element) throws Unreadable {
        try {
            return OffsetDateTime.parse(element.token()).toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable(Fault.NOT_VALID, element.place(), "not a date and time with offset");
        }
    }

    static Optional<LocalDate> day(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(token));
    }

    @Override
    public String toString() {
        return "Cover[" + classification + "]";
    }
}
