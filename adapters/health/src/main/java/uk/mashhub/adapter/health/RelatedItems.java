package uk.mashhub.adapter.health;

import java.util.Map;
import org.hl7.fhir.r4.model.RelatedPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** Identity and whereabouts of the related people of a referral. */
final class RelatedItems {
    private final Telling telling;

    RelatedItems(Telling telling) {
        this.telling = telling;
    }

    void addAll(BarsPeople people) {
        for (Map.Entry<RelatedPerson, PersonKey> entry : people.related().entrySet()) {
            add(entry.getKey(), entry.getValue());
        }
    }

    private void add(RelatedPerson related, PersonKey person) {
        ItemDraft draft = telling.draft(related, "", DataClass.IDENTITY, person);
        Demographics.names(related.getName()).forEach(n -> draft.field(FieldKind.NAME, "Name", n.full()));
        draft.coded(FieldKind.RELATIONSHIP, "Relationship to the patient", related.getRelationship())
                .field(
                        FieldKind.BIRTH_DATE,
                        "Date of birth",
                        related.getBirthDateElement().getValueAsString());
        if (draft.hasContent()) {
            telling.items.add(draft.build());
        }
        new Whereabouts(telling).add(related, related.getAddress(), related.getTelecom(), person);
        telling.narrative(related, DataClass.UNCLASSIFIED, person);
    }
}
