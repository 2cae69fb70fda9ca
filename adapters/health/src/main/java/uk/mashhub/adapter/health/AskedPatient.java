package uk.mashhub.adapter.health;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The one person whom an answer may be about. Whatever is about anybody else makes the whole answer worthless. */
final class AskedPatient implements Persons {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final PersonDetails NOTHING =
            new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());

    private final AskedPerson asked;
    private final NhsNumber number;
    private final BundleIndex index;
    private final Clock clock;

    AskedPatient(AskedPerson asked, NhsNumber number, BundleIndex index, Clock clock) {
        this.asked = asked;
        this.number = number;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public PersonKey of(Reference reference, Resource holder) throws Unreadable {
        boolean same = index.resolve(reference, holder, Patient.class)
                .map(this::isAsked)
                .orElseGet(() -> NhsNumbers.is(reference.getIdentifier())
                        ? number.value().equals(reference.getIdentifier().getValue())
                        : ("Patient/" + number.value()).equals(reference.getReference()));
        if (!same) {
            throw notAsked(holder);
        }
        return asked.key();
    }

    private Unreadable notAsked(Resource holder) {
        return new Unreadable(Fault.NOT_VALID, index.place(holder), "is about somebody who was not asked about");
    }

    private boolean isAsked(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(NhsNumbers::is)
                .anyMatch(i -> number.value().equals(i.getValue()));
    }

    @Override
    public SubjectRole role(PersonKey person) {
        return SubjectRole.UNKNOWN;
    }

    @Override
    public Optional<Boolean> child(PersonKey person, Optional<LocalDate> day) {
        LocalDate at = day.orElse(LocalDate.ofInstant(clock.instant(), ENGLAND));
        return asked.birthDate()
                .or(() -> index.all(Patient.class).stream()
                        .flatMap(p -> Demographics.birthDate(p.getBirthDateElement()).stream())
                        .findFirst())
                .map(BirthDate::date)
                .map(born -> born.plusYears(18).isAfter(at));
    }

    @Override
    public Set<HandlingCondition> conditions(PersonKey person) {
        Set<HandlingCondition> all = new HashSet<>();
        index.all(Patient.class)
                .forEach(p -> all.addAll(RestrictedMark.of(p, false).conditions()));
        return all;
    }

    /** The person with the flags that the source's own record of the patient carries; empty if it carries none. */
    List<ContactPerson> flagged(SourceId source) {
        List<PersonFlag> flags = index.all(Patient.class).stream()
                .flatMap(p -> RestrictedMark.of(p, false).flags(source).stream())
                .distinct()
                .toList();
        return flags.isEmpty() ? List.of() : List.of(person(NOTHING, flags));
    }

    /** The person as an answer names it. */
    ContactPerson person(PersonDetails details, List<PersonFlag> flags) {
        return new ContactPerson(asked.key(), Set.of(SubjectRole.UNKNOWN), details, flags);
    }

    /** The person, of whom nothing is said that a matcher could use. */
    ContactPerson bare(List<PersonFlag> flags) {
        return person(NOTHING, flags);
    }
}
