package uk.mashhub.adapter.council.cin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.council.cin.CinCode.CodeList;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.Sex;

/** Reads one Child element. Nothing in it fails the census: what is wrong with one child must not hide the others. */
final class ChildReading {
    private static final Set<String> PARTS = Set.of("ChildIdentifiers", "ChildCharacteristics");
    private static final Set<String> IDENTIFIERS = Set.of(
            "LAchildID",
            "UPN",
            "FormerUPN",
            "UPNunknown",
            "PersonBirthDate",
            "ExpectedPersonBirthDate",
            "GenderCurrent",
            "Sex",
            "PersonDeathDate");
    private static final Set<String> CHARACTERISTICS = Set.of("Ethnicity", "Disabilities");
    private static final XmlElement NOTHING = new XmlElement("", 1, "", List.of());

    private final CinReading reading = new CinReading();

    private ChildReading() {}

    static CinChild of(XmlElement child) {
        return new ChildReading().read(child);
    }

    private CinChild read(XmlElement child) {
        reading.keepStrays(child, PARTS, Set.of("CINdetails"));
        XmlElement ids = child.child("ChildIdentifiers").orElse(NOTHING);
        reading.keepStrays(ids, IDENTIFIERS, Set.of());
        EpisodeReading episodes = new EpisodeReading(reading);
        return new CinChild(
                localNumber(ids),
                upn(ids),
                reading.text(ids, "UPN"),
                birthDate(ids),
                sex(ids),
                reading.day(ids, "PersonDeathDate"),
                disabilities(child.child("ChildCharacteristics").orElse(NOTHING)),
                child.all("CINdetails").stream().map(episodes::read).toList(),
                reading.unknown());
    }

    /** Longer than any council's number, it is none. */
    private String localNumber(XmlElement ids) {
        String number = reading.text(ids, "LAchildID");
        if (number.length() <= 80) {
            return number;
        }
        ids.child("LAchildID").ifPresent(e -> reading.keep(e, number));
        return "";
    }

    private Optional<Upn> upn(XmlElement ids) {
        String written = reading.text(ids, "UPN");
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(new Upn(written));
        } catch (IllegalArgumentException e) {
            ids.child("UPN").ifPresent(at -> reading.keep(at, written));
            return Optional.empty();
        }
    }

    private Optional<BirthDate> birthDate(XmlElement ids) {
        return reading.day(ids, "PersonBirthDate")
                .map(BirthDate::accurate)
                .or(() ->
                        reading.day(ids, "ExpectedPersonBirthDate").map(day -> new BirthDate(day, Accuracy.EXPECTED)));
    }

    /** GenderCurrent until 2024 and Sex after; either is read in any year. */
    private Sex sex(XmlElement ids) {
        Optional<XmlElement> element = ids.child("Sex").or(() -> ids.child("GenderCurrent"));
        return switch (element.map(XmlElement::text).orElse("")) {
            case "M", "1" -> Sex.MALE;
            case "F", "2" -> Sex.FEMALE;
            case "9" -> Sex.OTHER;
            case "U", "0", "" -> Sex.UNKNOWN;
            default -> {
                element.ifPresent(e -> reading.keep(e, e.text()));
                yield Sex.UNKNOWN;
            }
        };
    }

    /** Ethnicity stays where it is: a special category (UK GDPR Art 9) that no question asks for. */
    private List<String> disabilities(XmlElement characteristics) {
        reading.keepStrays(characteristics, CHARACTERISTICS, Set.of());
        XmlElement list = characteristics.child("Disabilities").orElse(NOTHING);
        reading.keepStrays(list, Set.of(), Set.of("Disability"));
        return list.all("Disability").stream()
                .map(e -> reading.code(e, CodeList.DISABILITY))
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
