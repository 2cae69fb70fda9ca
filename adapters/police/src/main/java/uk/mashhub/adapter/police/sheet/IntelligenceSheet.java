package uk.mashhub.adapter.police.sheet;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;

/**
 * One intelligence log. Any text but the grade may be empty.
 *
 * @param grade as the source writes it: 3x5x2 or the legacy 5x5x5
 * @param handlingText the force's own handling instructions
 * @param covert comes from a covert source: what leads to the source is not kept at all
 * @param source what leads to the source
 */
public record IntelligenceSheet(
        Heading heading, IntelligenceGrade grade, String handlingText, boolean covert, String source, String text) {
    public IntelligenceSheet {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(handlingText, "handlingText");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(text, "text");
    }

    /** Reads a grade; one that is neither 3x5x2 nor 5x5x5 becomes UNKNOWN with a term, and so never P. */
    public static IntelligenceGrade grade(String text, String place, Terms terms) {
        IntelligenceGrade grade = IntelligenceGrade.of(text);
        if (grade.handling() == HandlingCode.UNKNOWN) {
            terms.add(place, text);
        }
        return grade;
    }

    /** The log as one item. It is no event of the chronology, so it carries no event key. */
    public SourceItem item() {
        Fields fields = new Fields()
                .add(FieldKind.GRADE, "Grade", gradeText())
                .add(FieldKind.HANDLING_TEXT, "Handling", handlingText)
                .days(heading.when())
                .add(FieldKind.SOURCE_DETAIL, "Source", covert ? "" : source)
                .add(FieldKind.NARRATIVE, "Intelligence", text);
        ItemLabels labels = heading.labels(DataClass.INTELLIGENCE, Nature.INTELLIGENCE, grade, handlingText);
        Handling handling = new Handling(conditions(), handlingText, List.of(), Optional.empty());
        return heading.about(heading.subjects(), heading.when()).item("", Labels.with(labels, handling), fields.list());
    }

    /** In words beside the code; a grade that is none is words of somebody else's, and left to the unknown terms. */
    private String gradeText() {
        return grade.handling() == HandlingCode.UNKNOWN
                ? grade.inWords()
                : grade.original().strip() + ": " + grade.inWords();
    }

    /** Anything but a clean P, or instructions beside a P, means asking first (domain practice for codes 4, 5 and C). */
    private Set<HandlingCondition> conditions() {
        Set<HandlingCondition> conditions = EnumSet.noneOf(HandlingCondition.class);
        conditions.addAll(heading.conditions());
        if (grade.handling() != HandlingCode.P || !handlingText.isBlank()) {
            conditions.add(HandlingCondition.CONSULT_ORIGINATOR);
        }
        if (covert) {
            conditions.add(HandlingCondition.SOURCE_PROTECTED);
        }
        return conditions;
    }

    @Override
    public String toString() {
        return "IntelligenceSheet[" + grade.handling() + "]";
    }
}
