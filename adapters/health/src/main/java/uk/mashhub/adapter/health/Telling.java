package uk.mashhub.adapter.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * What one bundle tells: the items found so far, the terms nobody knew, and the labels that hold for all of it. One use,
 * one thread.
 */
final class Telling {
    private static final Set<DataClass> SENSITIVE =
            Set.of(DataClass.SEXUAL_REPRODUCTIVE_HEALTH, DataClass.PARENT_HEALTH_TREATMENT, DataClass.UNKNOWN);

    final BundleIndex index;
    final Persons persons;
    final List<SourceItem> items = new ArrayList<>();
    final List<UnknownTerm> unknownTerms = new ArrayList<>();
    private final SecurityLabels whole;

    Telling(BundleIndex index, Persons persons, SecurityLabels whole) {
        this.index = index;
        this.persons = persons;
        this.whole = whole;
        whole.unknown().forEach(code -> unknown("Bundle.meta.security", code));
    }

    void unknown(String place, String original) {
        unknownTerms.add(new UnknownTerm(place, PlainText.of(original)));
    }

    /** An item about one person, with the record's id and version and every label that applies. */
    ItemDraft draft(Resource origin, String part, DataClass dataClass, PersonKey person) {
        SecurityLabels own = SecurityLabels.of(codings(origin));
        DataClass row = own.sexual() || whole.sexual() ? DataClass.SEXUAL_REPRODUCTIVE_HEALTH : dataClass;
        ItemDraft draft = new ItemDraft(recordId(origin) + part, row)
                .recorded(version(origin), recordedAt(origin))
                .about(person, persons.role(person))
                .conditions(whole.conditions())
                .conditions(conditions(origin))
                .conditions(persons.conditions(person));
        // A patient's own record is split instead: former names stand alone under the statute, the name in use does
        // not.
        boolean split = origin instanceof Patient && part.isEmpty();
        own.statutes().stream()
                .filter(statute -> !(split && statute == StatuteFlag.GENDER_RECOGNITION))
                .forEach(draft::statute);
        whole.statutes().forEach(draft::statute);
        draft.unknown(own.unknown().stream()
                .map(code -> term(origin, labelPlace(origin), code))
                .toList());
        return draft;
    }

    /** R on a patient's own record is a matter of safety and stands on the person; it does not hide who the person is. */
    private static Set<HandlingCondition> conditions(Resource origin) {
        return SecurityLabels.of(codings(origin).stream()
                        .filter(l -> !(origin instanceof Patient && SecurityLabels.restricts(l)))
                        .toList())
                .conditions();
    }

    private static String labelPlace(Resource origin) {
        return origin instanceof DocumentReference ? ".securityLabel" : ".meta.security";
    }

    /** A term of a resource that nobody knew; it goes with the item, because it may say as much as the item does. */
    UnknownTerm term(Resource origin, String path, String original) {
        return new UnknownTerm(index.place(origin) + path, PlainText.of(original));
    }

    /**
     * Adds an item and, apart from it, the narrative of its resource: free text, in which nothing can be redacted (ruling
     * 9).
     */
    void add(ItemDraft draft, DomainResource origin, PersonKey person) {
        if (draft.hasContent()) {
            items.add(draft.build());
        }
        narrative(origin, draft.dataClass(), person);
    }

    /** The narrative of a resource as an item of its own, if there is one. */
    void narrative(DomainResource origin, DataClass row, PersonKey person) {
        String words = PlainText.narrative(origin);
        if (!words.isEmpty()) {
            items.add(draft(origin, "#narrative", freeText(row), person)
                    .field(FieldKind.NARRATIVE, "Narrative of " + origin.fhirType(), words)
                    .build());
        }
    }

    /**
     * The row for free text of a resource: UNCLASSIFIED, unless the resource itself is of a kind whose very existence is
     * sensitive, which a withheld text beside it would give away.
     */
    static DataClass freeText(DataClass row) {
        return SENSITIVE.contains(row) ? row : DataClass.UNCLASSIFIED;
    }

    /** Those of the resource and, of a document, those that it has of its own. */
    private static List<Coding> codings(Resource origin) {
        List<Coding> labels = new ArrayList<>(origin.getMeta().getSecurity());
        if (origin instanceof DocumentReference document) {
            labels.addAll(DocumentItems.labels(document));
        }
        return labels;
    }

    private String recordId(Resource origin) {
        String id = origin.getIdElement().getIdPart();
        return id == null || id.isBlank() ? index.address(origin) : origin.fhirType() + "/" + PlainText.of(id);
    }

    private static String version(Resource origin) {
        return origin.hasMeta() ? PlainText.of(origin.getMeta().getVersionId()) : "";
    }

    private static Optional<Instant> recordedAt(Resource origin) {
        return Optional.ofNullable(origin.getMeta()).map(Meta::getLastUpdated).map(java.util.Date::toInstant);
    }
}
