package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;

/** What is feared and why: each text is an item of its own, so that its owner can word or release it by itself. */
final class ConcernItems {
    private record Paragraph(String field, String label, Nature nature) {}

    private static final List<Paragraph> PARAGRAPHS = List.of(
            new Paragraph("whatHappened", "What happened", Nature.ALLEGATION),
            new Paragraph("evidence", "Evidence", Nature.FACT),
            new Paragraph("injuries", "Injuries", Nature.FACT),
            new Paragraph("childsWords", "The child's words", Nature.ALLEGATION),
            new Paragraph("parentsExplanation", "The parents' explanation", Nature.ALLEGATION),
            new Paragraph("workingWell", "What is working well", Nature.OPINION),
            new Paragraph("worries", "Worries", Nature.OPINION),
            new Paragraph("danger", "Danger", Nature.OPINION),
            new Paragraph("immediateSafety", "Immediate safety", Nature.OPINION));

    private final Form concern;
    private final Sheet sheet;
    private final Terms terms;

    ConcernItems(Form concern, Sheet sheet, Terms terms) {
        this.concern = concern;
        this.sheet = sheet;
        this.terms = terms;
    }

    Set<ConcernCategory> categories() {
        Set<ConcernCategory> all = EnumSet.noneOf(ConcernCategory.class);
        for (String word : concern.texts("categories")) {
            all.add(terms.code(concern.place("categories"), word, ConcernCategory.class)
                    .orElse(ConcernCategory.UNKNOWN));
        }
        return all;
    }

    List<SourceItem> items(Form form, Cast cast) {
        List<Optional<SourceItem>> items = new ArrayList<>();
        EventTime when = new EventTime(terms.day(concern, "happenedFrom"), terms.day(concern, "happenedTo"));
        for (Paragraph p : PARAGRAPHS) {
            items.add(draft("/" + p.field())
                    .nature(p.nature())
                    .when(when)
                    .field(FieldKind.NARRATIVE, p.label(), concern.text(p.field()))
                    .item());
        }
        items.add(summary(form, when));
        for (Form risk : concern.objects("risksToStaff")) {
            items.add(risk(risk, cast));
        }
        return items.stream().flatMap(Optional::stream).toList();
    }

    private Optional<SourceItem> summary(Form form, EventTime when) {
        ItemDraft draft = draft("").nature(Nature.OPINION).when(when);
        concern.texts("categories").forEach(c -> draft.field(FieldKind.CATEGORY, "Kind of harm feared", c));
        return draft.field(FieldKind.RISK_LEVEL, "Level of need claimed", concern.text("levelOfNeed"))
                .field(FieldKind.STATUS, "Somebody is in danger now", concern.flag("immediateDanger") ? "yes" : "")
                .field(FieldKind.EVENT_DATE, "First told by telephone", form.text("telephonedAt"))
                .item();
    }

    private Optional<SourceItem> risk(Form risk, Cast cast) {
        ItemDraft draft = sheet.item(Section.CONCERN, risk.pointer(), DataClass.REFERRAL_NARRATIVE)
                .nature(Nature.OPINION)
                .field(FieldKind.STATUS, "Risk to staff", "yes")
                .field(FieldKind.NARRATIVE, "What the risk is", risk.text("description"));
        List<FormPerson> about = cast.named(risk, "about");
        return (about.isEmpty()
                        ? draft
                        : draft.about(about.stream().map(FormPerson::subject).toList()))
                .item();
    }

    private ItemDraft draft(String part) {
        return sheet.item(Section.CONCERN, concern.pointer() + part, DataClass.REFERRAL_NARRATIVE);
    }
}
