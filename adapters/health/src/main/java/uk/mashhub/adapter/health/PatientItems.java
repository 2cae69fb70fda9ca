package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Identity, whereabouts and contacts of a Patient, each an item of its own, because each is a row of its own in the
 * sharing matrix.
 */
final class PatientItems {
    private final Telling telling;

    PatientItems(Telling telling) {
        this.telling = telling;
    }

    /** Everything that the record says of the patient. */
    void add(Patient patient, PersonKey person) {
        identity(patient, person, true);
        new Whereabouts(telling).add(patient, patient.getAddress(), patient.getTelecom(), person);
        patient.getContact().forEach(contact -> contact(patient, contact, person));
        telling.narrative(patient, DataClass.UNCLASSIFIED, person);
    }

    /**
     * Names, date of birth, numbers.
     *
     * @param located whether the GP practice, which leads to an area, may be taken too
     */
    void identity(Patient patient, PersonKey person, boolean located) {
        ItemDraft draft = telling.draft(patient, "", DataClass.IDENTITY, person);
        PatientDetails.names(patient).forEach(n -> draft.field(kind(n), label(n), n.full()));
        draft.field(
                        FieldKind.BIRTH_DATE,
                        "Date of birth",
                        patient.getBirthDateElement().getValueAsString())
                .field(
                        FieldKind.SEX,
                        "Gender recorded",
                        patient.hasGender() ? patient.getGender().getDisplay() : "")
                .field(FieldKind.STATUS, "Death recorded", death(patient.getDeceased()));
        patient.getIdentifier().forEach(i -> number(patient, i, draft));
        if (located) {
            patient.getGeneralPractitioner()
                    .forEach(gp -> draft.field(FieldKind.GP_PRACTICE, "GP practice", practice(gp, patient)));
        }
        telling.items.add(draft.build());
        formerNames(patient, person);
    }

    /** Former names of a record that tells of a gender history stand alone, under the statute. */
    private void formerNames(Patient patient, PersonKey person) {
        List<PersonName> shown = PatientDetails.names(patient);
        List<PersonName> kept = Demographics.names(patient.getName()).stream()
                .filter(n -> !shown.contains(n))
                .toList();
        if (!kept.isEmpty()) {
            ItemDraft draft = telling.draft(patient, "#former-names", DataClass.IDENTITY, person)
                    .statute(StatuteFlag.GENDER_RECOGNITION);
            kept.forEach(n -> draft.field(FieldKind.ALIAS, label(n), n.full()));
            telling.items.add(draft.build());
        }
    }

    private void number(Patient patient, Identifier identifier, ItemDraft draft) {
        boolean verified = NhsNumbers.verified(identifier).isPresent();
        String label =
                verified ? "NHS number" : NhsNumbers.is(identifier) ? "NHS number (not verified)" : "Local number";
        draft.field(FieldKind.IDENTIFIER, label, identifier.getValue());
        if (!verified && NhsNumbers.is(identifier)) {
            draft.unknown(List.of(new UnknownTerm(
                    telling.index.place(patient) + ".identifier", "NHS number not verified or not valid")));
        }
    }

    /** Next of kin and the like: somebody else's name and whereabouts, perhaps those of an estranged parent. */
    private void contact(Patient patient, ContactComponent contact, PersonKey person) {
        ItemDraft draft = telling.draft(
                patient, "#contact-" + patient.getContact().indexOf(contact), DataClass.THIRD_PARTY_IDENTITY, person);
        Demographics.names(List.of(contact.getName())).forEach(n -> draft.field(FieldKind.NAME, "Name", n.full()));
        draft.coded(FieldKind.RELATIONSHIP, "Relationship", contact.getRelationship());
        Whereabouts.contactPoints(draft, contact.getTelecom());
        PostalAddresses.of(List.of(contact.getAddress())).forEach(a -> Whereabouts.address(draft, a));
        if (draft.hasContent()) {
            telling.items.add(draft.build());
        }
    }

    private String practice(Reference gp, Patient patient) {
        return telling.index
                .resolve(gp, patient, Organization.class)
                .map(Organization::getName)
                .or(() -> Optional.ofNullable(gp.getDisplay()))
                .or(() -> Optional.ofNullable(gp.getIdentifier().getValue()))
                .orElse("");
    }

    private static String death(@Nullable Type deceased) {
        if (deceased instanceof DateTimeType at) {
            return Demographics.day(at).map(d -> "died on " + d).orElse("died");
        }
        return deceased instanceof BooleanType flag && flag.booleanValue() ? "died" : "";
    }

    private static FieldKind kind(PersonName name) {
        return name.use() == NameUse.USUAL ? FieldKind.NAME : FieldKind.ALIAS;
    }

    private static String label(PersonName name) {
        return switch (name.use()) {
            case USUAL -> "Name";
            case FORMER -> "Former name";
            case BIRTH -> "Name at birth";
            case ALIAS -> "Also known as";
            case UNKNOWN -> "Name, use not said";
        };
    }
}
