package uk.mashhub.adapter.police.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Account;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Risk;
import uk.mashhub.adapter.police.sheet.IncidentSheet.RiskAnswer;
import uk.mashhub.adapter.police.sheet.IncidentSheet.Voice;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Takes one incident apart: the bare record, what was seen, what was alleged, what was thought, the outcome, the risk
 * assessment, each child's words and the place are items of their own, so that one can be shared without the others (Data Protection Act
 * 2018 s38(2): facts apart from assessments).
 */
public final class IncidentItems {
    private final IncidentSheet sheet;
    private final Heading heading;
    private final List<SourceItem> items = new ArrayList<>();

    private IncidentItems(IncidentSheet sheet) {
        this.sheet = sheet;
        this.heading = sheet.heading();
    }

    /**
     * The items of an incident.
     *
     * @param placeHolders further subjects of the place: people whose kept address it may be
     */
    public static List<SourceItem> of(IncidentSheet sheet, List<SourceSubject> placeHolders) {
        IncidentItems it = new IncidentItems(sheet);
        it.bareRecord();
        it.accounts();
        it.outcome();
        it.voices();
        sheet.risk().ifPresent(it::risk);
        sheet.place().ifPresent(place -> it.place(place, placeHolders));
        return it.items;
    }

    private void bareRecord() {
        Fields fields = new Fields().copy(kind()).days(heading.when());
        DataClass dataClass = sheet.domestic()
                ? DataClass.DOMESTIC_ABUSE_INCIDENT
                : sheet.kind().dataClass();
        Nature nature = dataClass == DataClass.ALLEGATION ? Nature.ALLEGATION : Nature.FACT;
        items.add(heading.item("", dataClass, nature, fields.list()));
    }

    private void accounts() {
        int number = 0;
        for (Account account : sheet.accounts()) {
            number++;
            Fields fields = new Fields()
                    .copy(kind())
                    .days(heading.when())
                    .add(FieldKind.NARRATIVE, "What was recorded", account.text());
            items.add(heading.item("/account/" + number, narrativeClass(), account.nature(), fields.list()));
        }
    }

    private void outcome() {
        if (!sheet.outcome().isBlank()) {
            Fields fields =
                    new Fields().copy(kind()).days(heading.when()).add(FieldKind.NARRATIVE, "Outcome", sheet.outcome());
            items.add(heading.item("/outcome", narrativeClass(), Nature.FACT, fields.list()));
        }
    }

    private ItemField kind() {
        return Codes.field(sheet.kind(), FieldKind.CATEGORY, "Kind", sheet.kindWord());
    }

    /** A child's own words must not reach the family by a copy of the record. */
    private void voices() {
        int number = 0;
        for (Voice voice : sheet.voices()) {
            number++;
            Heading own = heading.about(heardBy(voice), heading.when());
            Set<HandlingCondition> conditions = new LinkedHashSet<>(heading.conditions());
            conditions.add(HandlingCondition.NOT_FOR_SUBJECT);
            ItemLabels plain = own.labels(narrativeClass(), Nature.ALLEGATION, IntelligenceGrade.none(), "");
            Handling handling =
                    new Handling(conditions, "", List.of(), plain.handling().expiresOn());
            items.add(own.item(
                    "/voice/" + number,
                    Labels.with(plain, handling),
                    new Fields()
                            .days(heading.when())
                            .add(FieldKind.NARRATIVE, "Child's voice", voice.text())
                            .list()));
        }
    }

    /** The child, and whoever else of the incident is not accused in it. */
    private List<SourceSubject> heardBy(Voice voice) {
        Set<SourceSubject> subjects = new LinkedHashSet<>();
        subjects.add(new SourceSubject(voice.child(), SubjectRole.INDEX_CHILD));
        heading.subjects().stream()
                .filter(s -> s.role() != SubjectRole.ALLEGED_PERPETRATOR)
                .forEach(subjects::add);
        return List.copyOf(subjects);
    }

    private void risk(Risk risk) {
        Fields fields = new Fields()
                .days(heading.when())
                .copy(risk.grade())
                .add(FieldKind.RISK_LEVEL, "DASH score", risk.score());
        for (RiskAnswer answer : risk.answers()) {
            fields.copy(answer.answer());
            fields.add(FieldKind.NARRATIVE, RiskWords.label(answer.question()) + ", comment", answer.comment());
        }
        items.add(heading.item("/risk", DataClass.DOMESTIC_ABUSE_INCIDENT, Nature.OPINION, fields.list()));
    }

    private void place(Address place, List<SourceSubject> holders) {
        Set<SourceSubject> subjects = new LinkedHashSet<>(heading.subjects());
        subjects.addAll(holders);
        Fields fields = new Fields()
                .days(heading.when())
                .add(FieldKind.ADDRESS, "Place of the incident", Places.oneLine(place))
                .add(FieldKind.POSTCODE, "Postcode", place.postcode())
                .add(FieldKind.ADDRESS, "UPRN", place.uprn().map(u -> u.value()));
        Heading own = heading.about(List.copyOf(subjects), heading.when());
        items.add(own.item("/place", DataClass.LOCATION, Nature.FACT, fields.list()));
    }

    private DataClass narrativeClass() {
        if (sheet.domestic()) {
            return DataClass.DOMESTIC_ABUSE_INCIDENT;
        }
        return switch (sheet.narrativeKind()) {
            case REFERRAL -> DataClass.REFERRAL_NARRATIVE;
            case RECORD ->
                sheet.kind().dataClass() == DataClass.ALLEGATION ? DataClass.ALLEGATION : DataClass.UNCLASSIFIED;
        };
    }
}
