package uk.mashhub.adapter.health;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.ContactRelationship;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * The people of a referral. A RelatedPerson with the verified NHS number of a Patient of the same message is that
 * patient; otherwise nobody is joined here. Keys say nothing: {@code patient-1}, {@code related-2}.
 */
final class BarsPeople implements Persons {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final BundleIndex index;
    private final Received received;
    private final Map<Resource, PersonKey> keys = new IdentityHashMap<>();
    private final Map<PersonKey, PersonDetails> details = new LinkedHashMap<>();
    private final Map<PersonKey, Set<SubjectRole>> roles = new HashMap<>();
    private final Map<PersonKey, List<PersonFlag>> flags = new HashMap<>();
    private final Map<PersonKey, Set<HandlingCondition>> conditions = new HashMap<>();
    private final List<ContactRelationship> relationships = new ArrayList<>();
    private final List<UnknownTerm> unknownTerms = new ArrayList<>();

    BarsPeople(BundleIndex index, Received received) throws Unreadable {
        this.index = index;
        this.received = received;
        Map<NhsNumber, PersonKey> patients = new HashMap<>();
        for (Patient patient : index.all(Patient.class)) {
            PersonKey key = new PersonKey("patient-" + (details.size() + 1));
            keys.put(patient, key);
            details.put(key, PatientDetails.of(patient, received.source()));
            NhsNumbers.verified(patient.getIdentifier()).ifPresent(n -> patients.put(n, key));
            marks(patient, key);
        }
        for (RelatedPerson related : index.all(RelatedPerson.class)) {
            Optional<PersonKey> known =
                    NhsNumbers.verified(related.getIdentifier()).map(patients::get);
            PersonKey key = known.orElseGet(() -> new PersonKey("related-" + (details.size() + 1)));
            keys.put(related, key);
            details.merge(key, PatientDetails.of(related, received.source()), PatientDetails::both);
            tie(related, key);
        }
    }

    private void marks(Patient patient, PersonKey key) {
        RestrictedMark mark = RestrictedMark.of(patient, false);
        flags.put(key, mark.flags(received.source()));
        conditions.put(key, mark.conditions());
    }

    private void tie(RelatedPerson related, PersonKey key) throws Unreadable {
        PersonKey patient = of(related.getPatient(), related);
        FamilyTies tie = FamilyTies.of(related.getRelationship());
        relationships.add(new ContactRelationship(key, tie.kind(), patient));
        roles.computeIfAbsent(key, k -> EnumSet.noneOf(SubjectRole.class)).add(tie.role());
        FamilyTies.unknownWord(related.getRelationship())
                .ifPresent(w -> unknownTerms.add(new UnknownTerm(index.place(related) + ".relationship", w)));
    }

    /** The person of a patient of the message. */
    PersonKey key(Patient patient) {
        return Objects.requireNonNull(keys.get(patient));
    }

    /** Makes the patient whom the referral is about the index child, if a child; an adult gets no role by that. */
    void referred(PersonKey patient) {
        if (child(patient, Optional.empty()).orElse(false)) {
            roles.computeIfAbsent(patient, k -> EnumSet.noneOf(SubjectRole.class))
                    .add(SubjectRole.INDEX_CHILD);
        }
    }

    /** Adds a role that the message itself gives. */
    void is(PersonKey person, SubjectRole role) {
        roles.computeIfAbsent(person, k -> EnumSet.noneOf(SubjectRole.class)).add(role);
    }

    @Override
    public PersonKey of(Reference reference, Resource holder) throws Unreadable {
        return index.resolve(reference, holder, Resource.class)
                .flatMap(r -> Optional.ofNullable(keys.get(r)))
                .orElseThrow(() -> new Unreadable(
                        Fault.NOT_VALID, index.place(holder), "refers to a person who is not in the message"));
    }

    @Override
    public SubjectRole role(PersonKey person) {
        Set<SubjectRole> known = roles.getOrDefault(person, Set.of());
        return known.contains(SubjectRole.INDEX_CHILD)
                ? SubjectRole.INDEX_CHILD
                : known.stream().sorted().findFirst().orElse(SubjectRole.UNKNOWN);
    }

    @Override
    public Optional<Boolean> child(PersonKey person, Optional<LocalDate> day) {
        LocalDate at = day.orElse(LocalDate.ofInstant(received.at(), ENGLAND));
        return Optional.ofNullable(details.get(person))
                .flatMap(PersonDetails::birthDate)
                .map(BirthDate::date)
                .map(born -> born.plusYears(18).isAfter(at));
    }

    @Override
    public Set<HandlingCondition> conditions(PersonKey person) {
        return conditions.getOrDefault(person, Set.of());
    }

    List<ContactPerson> people() {
        return details.entrySet().stream()
                .map(e -> new ContactPerson(
                        e.getKey(),
                        roles.getOrDefault(e.getKey(), Set.of(SubjectRole.UNKNOWN)),
                        e.getValue(),
                        flags.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    /** The related people who are no patient of the message, by the key they got. */
    Map<RelatedPerson, PersonKey> related() {
        Map<RelatedPerson, PersonKey> out = new LinkedHashMap<>();
        index.all(RelatedPerson.class)
                .forEach(r -> Optional.ofNullable(keys.get(r)).ifPresent(k -> out.put(r, k)));
        return out;
    }

    List<ContactRelationship> relationships() {
        return relationships;
    }

    List<UnknownTerm> unknownTerms() {
        return unknownTerms;
    }
}
