package uk.mashhub.adapter.police.records;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.Heading;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.InformationAssessment;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.SourceEvaluation;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * The sign that the system kept something back, so that silence is not read as 'nothing known'. That it kept something
 * back may itself say too much, so the sign is intelligence of handling C: the force's own reviewer sees it, and decides.
 */
final class Withheld {
    private static final IntelligenceGrade GRADE =
            new IntelligenceGrade(SourceEvaluation.UNKNOWN, InformationAssessment.UNKNOWN, HandlingCode.C, "");

    private Withheld() {}

    /** The system refused one kind of records about a person. */
    static SourceItem refused(PersonKey person, String personRecord, String kind) {
        return sign(person, kind + "/refused/" + personRecord, "The records system does not release its " + kind);
    }

    /** The system sent a record that this platform may not hold; it was dropped unread. */
    static SourceItem tooHigh(PersonKey person, String recordId) {
        return sign(person, recordId + "/not-kept", "A record may not be held here; ask the force");
    }

    private static SourceItem sign(PersonKey person, String recordId, String words) {
        Heading heading = new Heading(
                recordId,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventTime.unknown(),
                List.of(new SourceSubject(person, SubjectRole.UNKNOWN)),
                Classification.OFFICIAL_SENSITIVE,
                Set.of(HandlingCondition.CONSULT_ORIGINATOR),
                false,
                List.of());
        return heading.item(
                "",
                heading.labels(DataClass.INTELLIGENCE, Nature.INTELLIGENCE, GRADE, ""),
                List.of(new ItemField(FieldKind.STATUS, "Status", words)));
    }
}
