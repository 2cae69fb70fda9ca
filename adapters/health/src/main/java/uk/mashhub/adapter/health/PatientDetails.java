package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Sex;

/** What a Patient or a RelatedPerson says of somebody's identity, for matching. */
final class PatientDetails {
    private PatientDetails() {}

    static PersonDetails of(Patient patient, SourceId source) {
        return new PersonDetails(
                names(patient),
                Demographics.birthDate(patient.getBirthDateElement()),
                Demographics.sex(patient.getGender()),
                identifiers(patient.getIdentifier(), source),
                PostalAddresses.of(patient.getAddress()),
                Demographics.telephones(patient.getTelecom()));
    }

    static PersonDetails of(RelatedPerson person, SourceId source) {
        return new PersonDetails(
                Demographics.names(person.getName()),
                Demographics.birthDate(person.getBirthDateElement()),
                Demographics.sex(person.getGender()),
                identifiers(person.getIdentifier(), source),
                PostalAddresses.of(person.getAddress()),
                Demographics.telephones(person.getTelecom()));
    }

    /** What two records of one message say of one person; in doubt the first. */
    static PersonDetails both(PersonDetails first, PersonDetails second) {
        return new PersonDetails(
                first.names().isEmpty() ? second.names() : first.names(),
                first.birthDate().or(second::birthDate),
                first.sex() == Sex.UNKNOWN ? second.sex() : first.sex(),
                union(first.identifiers(), second.identifiers()),
                union(first.addresses(), second.addresses()),
                union(first.telephones(), second.telephones()));
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    /** The same person with one number more. */
    static PersonDetails with(PersonDetails details, PersonIdentifier number) {
        return new PersonDetails(
                details.names(),
                details.birthDate(),
                details.sex(),
                union(details.identifiers(), List.of(number)),
                details.addresses(),
                details.telephones());
    }

    /** The same person without anything that leads to where the person is. */
    static PersonDetails unlocated(PersonDetails details) {
        return new PersonDetails(
                details.names(), details.birthDate(), details.sex(), details.identifiers(), List.of(), List.of());
    }

    /** Of a record that tells of a gender history only the names in use: the others are an item under its statute. */
    static List<PersonName> names(Patient patient) {
        List<PersonName> names = Demographics.names(patient.getName());
        boolean history = SecurityLabels.of(patient.getMeta().getSecurity()).genderHistory();
        return history ? names.stream().filter(n -> n.use() == NameUse.USUAL).toList() : names;
    }

    private static List<PersonIdentifier> identifiers(List<Identifier> identifiers, SourceId source) {
        List<PersonIdentifier> out = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            String value = PlainText.of(identifier.getValue());
            if (NhsNumbers.is(identifier)) {
                NhsNumbers.verified(identifier).ifPresent(out::add);
            } else if (!value.isEmpty() && value.length() <= 80) {
                out.add(new LocalId(source, value));
            }
        }
        return List.copyOf(out);
    }
}
