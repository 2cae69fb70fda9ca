package uk.mashhub.adapter.health;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Sex;

/** FHIR data types of a person in the hub's words. Days are those of the time zone that the source wrote. */
final class Demographics {
    private Demographics() {}

    static List<PersonName> names(List<HumanName> names) {
        List<PersonName> out = new ArrayList<>();
        for (HumanName name : names) {
            List<String> given = name.getGiven().stream()
                    .map(StringType::getValue)
                    .map(PlainText::of)
                    .filter(g -> !g.isEmpty())
                    .toList();
            String family = PlainText.of(name.hasFamily() ? name.getFamily() : given.isEmpty() ? name.getText() : "");
            if (!given.isEmpty() || !family.isEmpty()) {
                out.add(new PersonName(given, family, use(name)));
            }
        }
        return List.copyOf(out);
    }

    private static NameUse use(HumanName name) {
        HumanName.NameUse use = name.getUse();
        if (use == null) {
            return NameUse.UNKNOWN;
        }
        return switch (use) {
            case USUAL, OFFICIAL -> NameUse.USUAL;
            case OLD -> NameUse.FORMER;
            case MAIDEN -> NameUse.BIRTH;
            case NICKNAME, ANONYMOUS, TEMP -> NameUse.ALIAS;
            default -> NameUse.UNKNOWN;
        };
    }

    /** A year or a month alone is an estimate, and its first day stands for it. */
    static Optional<BirthDate> birthDate(DateType date) {
        String text = Objects.requireNonNullElse(date.getValueAsString(), "");
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(new BirthDate(LocalDate.of(Integer.parseInt(text), 1, 1), Accuracy.ESTIMATED));
                case 7 -> Optional.of(new BirthDate(YearMonth.parse(text).atDay(1), Accuracy.ESTIMATED));
                case 10 -> Optional.of(BirthDate.accurate(LocalDate.parse(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Sex sex(@Nullable AdministrativeGender gender) {
        if (gender == null) {
            return Sex.UNKNOWN;
        }
        return switch (gender) {
            case FEMALE -> Sex.FEMALE;
            case MALE -> Sex.MALE;
            case OTHER -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }

    /** Telephone numbers, as the source writes them. */
    static List<String> telephones(List<ContactPoint> points) {
        return values(points, ContactPointSystem.EMAIL, false);
    }

    /** Electronic mail addresses. */
    static List<String> emails(List<ContactPoint> points) {
        return values(points, ContactPointSystem.EMAIL, true);
    }

    private static List<String> values(List<ContactPoint> points, ContactPointSystem system, boolean wanted) {
        return points.stream()
                .filter(p -> (p.getSystem() == system) == wanted)
                .map(p -> PlainText.of(p.getValue()))
                .filter(v -> !v.isEmpty())
                .distinct()
                .toList();
    }

    /** The day of a date or time; empty if only a year or a month is known. */
    static Optional<LocalDate> day(BaseDateTimeType time) {
        String text = Objects.requireNonNullElse(time.getValueAsString(), "");
        try {
            return text.length() >= 10 ? Optional.of(LocalDate.parse(text.substring(0, 10))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static EventTime when(Period period) {
        return new EventTime(day(period.getStartElement()), day(period.getEndElement()));
    }
}
