package uk.mashhub.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.Attachment;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Puts an invented item together, reading as prose: {@code Items.of(CHILD_HEALTH).heldBy(HEALTH).about(CHILD)}. */
final class Items {
    private final DataClass dataClass;
    private int number = 1;
    private AgencyId owner = Audiences.POLICE;
    private String source = "police-records";
    private Optional<String> event = Optional.empty();
    private EventTime when = EventTime.on(LocalDate.of(2026, 3, 2));
    private final List<Subject> subjects = new ArrayList<>();
    private Nature nature = Nature.FACT;
    private IntelligenceGrade grade = IntelligenceGrade.none();
    private Regime regime = Regime.UK_GDPR;
    private Classification classification = Classification.OFFICIAL_SENSITIVE;
    private boolean confidential;
    private Set<HandlingCondition> conditions = Set.of();
    private List<TeamId> readers = List.of();
    private Optional<LocalDate> expires = Optional.empty();
    private String handlingText = "";
    private Set<StatuteFlag> statutes = Set.of();
    private final List<ItemField> fields = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();

    private Items(DataClass dataClass) {
        this.dataClass = dataClass;
    }

    static Items of(DataClass dataClass) {
        return new Items(dataClass);
    }

    static ItemId id(int n) {
        return new ItemId(new UUID(0x20L, n));
    }

    Items number(int n) {
        this.number = n;
        return this;
    }

    Items heldBy(AgencyId agency, String source) {
        this.owner = agency;
        this.source = source;
        return this;
    }

    Items event(String key) {
        this.event = Optional.of(key);
        return this;
    }

    Items on(LocalDate day) {
        this.when = EventTime.on(day);
        return this;
    }

    Items undated() {
        this.when = EventTime.unknown();
        return this;
    }

    Items about(PersonId person, SubjectRole role) {
        subjects.add(new Subject(person, role));
        return this;
    }

    Items nature(Nature nature) {
        this.nature = nature;
        return this;
    }

    Items graded(String grade) {
        this.grade = IntelligenceGrade.of(grade);
        this.nature = Nature.INTELLIGENCE;
        this.regime = Regime.DPA_PART_3;
        return this;
    }

    Items regime(Regime regime) {
        this.regime = regime;
        return this;
    }

    Items classified(Classification classification) {
        this.classification = classification;
        return this;
    }

    Items confidential() {
        this.confidential = true;
        return this;
    }

    Items handled(HandlingCondition... conditions) {
        this.conditions = EnumSet.copyOf(List.of(conditions));
        return this;
    }

    Items readBy(String team) {
        this.readers = List.of(new TeamId(team));
        return this;
    }

    Items until(LocalDate last) {
        this.expires = Optional.of(last);
        return this;
    }

    Items handlingText(String text) {
        this.handlingText = text;
        return this;
    }

    Items statute(StatuteFlag flag) {
        this.statutes = Set.of(flag);
        return this;
    }

    Items field(FieldKind kind, String value) {
        fields.add(new ItemField(kind, kind.name().toLowerCase(java.util.Locale.ROOT), value));
        return this;
    }

    Items attachment(String fileName) {
        attachments.add(new Attachment(fileName, "image/jpeg", "QUJD"));
        return this;
    }

    Item done() {
        Provenance provenance = new Provenance(
                owner,
                Optional.empty(),
                new SourceId(source),
                "rec-" + number,
                "",
                event,
                Optional.empty(),
                Instant.parse("2026-11-20T10:40:00Z"));
        ItemLabels labels = new ItemLabels(
                dataClass,
                nature,
                grade,
                regime,
                classification,
                confidential,
                new Handling(conditions, handlingText, readers, expires),
                statutes);
        return new Item(id(number), provenance, when, subjects, labels, fields, attachments);
    }
}
