package uk.mashhub.policy.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import uk.mashhub.policy.agreement.Node;

/** Reads the items of a case. What a case leaves out is a fact, OFFICIAL_SENSITIVE, under UK GDPR, without condition. */
final class ItemReader {
    private static final String[] KEYS = {
        "id",
        "class",
        "heldBy",
        "source",
        "about",
        "day",
        "nature",
        "grade",
        "regime",
        "classification",
        "confidential",
        "handling",
        "handlingText",
        "readers",
        "until",
        "statutes",
        "holds",
        "files"
    };
    private final Setting setting;
    private final Map<String, PersonId> people;
    private final Instant extractedAt;

    ItemReader(Setting setting, Map<String, PersonId> people, Instant extractedAt) {
        this.setting = setting;
        this.people = people;
        this.extractedAt = extractedAt;
    }

    /** Items by the word that the case calls them by. */
    Map<String, Item> read(Node list) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (Node n : list.list()) {
            n.map(KEYS);
            String word = Terms.name(n.need("id"));
            if (items.put(word, item(word, n)) != null) {
                throw n.problems().fault(n, "item '" + word + "' is there already");
            }
        }
        return items;
    }

    private Item item(String word, Node node) {
        List<Subject> subjects = new ArrayList<>();
        node.need("about").map().forEach((name, role) -> subjects.add(subject(name, role)));
        return new Item(
                new ItemId(Family.uuid("item " + word)),
                provenance(word, node),
                Terms.dayIfKnown(node.need("day")).map(EventTime::on).orElseGet(EventTime::unknown),
                subjects,
                labels(node),
                fields(node),
                Terms.texts(node.want("files")).stream()
                        .map(f -> new Attachment(f, "application/octet-stream", ""))
                        .toList());
    }

    private Subject subject(String name, Node role) {
        PersonId person = people.get(name);
        if (person == null) {
            throw role.problems().unknown(role, "person", name, people.keySet());
        }
        return new Subject(person, role.one(SubjectRole.class, "role"));
    }

    private Provenance provenance(String word, Node node) {
        Setting.Agency owner = Terms.named(node.need("heldBy"), "agency", setting.agencies());
        SourceId source = node.want("source")
                .map(s -> source(s, owner))
                .orElseGet(() -> owner.sources().get(0));
        return new Provenance(
                new AgencyId(owner.id()),
                Optional.empty(),
                source,
                word,
                "",
                Optional.empty(),
                Optional.empty(),
                extractedAt);
    }

    static SourceId source(Node node, Setting.Agency agency) {
        if (!SettingReader.sources(agency).contains(node.text())) {
            throw node.problems().unknown(node, "source of " + agency.id(), node.text(), SettingReader.sources(agency));
        }
        return new SourceId(node.text());
    }

    private ItemLabels labels(Node node) {
        Optional<IntelligenceGrade> grade = node.want("grade").map(g -> IntelligenceGrade.of(g.text()));
        return new ItemLabels(
                node.need("class").one(DataClass.class, "data class"),
                Terms.one(
                        node.want("nature"),
                        Nature.class,
                        "nature",
                        grade.isPresent() ? Nature.INTELLIGENCE : Nature.FACT),
                grade.orElseGet(IntelligenceGrade::none),
                Terms.one(
                        node.want("regime"),
                        Regime.class,
                        "regime",
                        grade.isPresent() ? Regime.DPA_PART_3 : Regime.UK_GDPR),
                Terms.one(
                        node.want("classification"),
                        Classification.class,
                        "classification",
                        Classification.OFFICIAL_SENSITIVE),
                node.want("confidential").map(Terms::yes).orElse(false),
                new Handling(
                        Terms.all(node.want("handling"), HandlingCondition.class, "handling condition"),
                        Terms.text(node.want("handlingText"), ""),
                        readers(node.want("readers")),
                        node.want("until").map(Terms::day)),
                Terms.all(node.want("statutes"), StatuteFlag.class, "statute flag"));
    }

    private List<TeamId> readers(Optional<Node> list) {
        return list.map(Node::list).orElse(List.of()).stream()
                .map(n -> Terms.named(n, "team", setting.teams()).team())
                .toList();
    }

    private static List<ItemField> fields(Node node) {
        List<ItemField> fields = new ArrayList<>();
        node.want("holds").map(Node::map).orElse(Map.of()).forEach((kind, value) -> {
            List<String> kinds =
                    java.util.Arrays.stream(FieldKind.values()).map(Enum::name).toList();
            if (!kinds.contains(kind)) {
                throw value.problems().unknown(value, "kind of field", kind, kinds);
            }
            String label = kind.substring(0, 1)
                    + kind.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
            fields.add(new ItemField(FieldKind.valueOf(kind), label, value.text()));
        });
        return fields;
    }
}
