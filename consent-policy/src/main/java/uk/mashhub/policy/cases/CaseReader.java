package uk.mashhub.policy.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.policy.agreement.Node;
import uk.mashhub.policy.fact.Days;
import uk.mashhub.policy.fact.Windows;

/** Reads the cases of one file. */
final class CaseReader {
    private static final String[] KEYS = {
        "id",
        "title",
        "why",
        "day",
        "purpose",
        "stage",
        "family",
        "people",
        "households",
        "items",
        "acts",
        "consents",
        "overrides",
        "answers",
        "read",
        "ask",
        "open",
        "send",
        "expect"
    };
    private final Setting setting;
    private final Windows windows;
    private final List<PolicyCase> into;
    private final Set<String> ids = new HashSet<>();

    /**
     * @param windows of the policy that the cases are put to
     */
    CaseReader(Setting setting, Windows windows, List<PolicyCase> into) {
        this.setting = setting;
        this.windows = windows;
        this.into = into;
    }

    void read(Node root) {
        root.map("kind", "title", "cases");
        root.need("title").text();
        root.need("cases").list().forEach(n -> root.problems().reading(() -> into.add(one(n))));
    }

    private PolicyCase one(Node node) {
        node.map(KEYS);
        String id = node.need("id").text();
        if (!ids.add(id)) {
            throw node.problems().fault(node, "case '" + id + "' is there already");
        }
        Family family = node.want("family")
                .map(f -> Terms.named(f, "family", setting.families()))
                .orElseGet(Family::none)
                .and(node.want("people").map(p -> new PeopleReader().read(p)).orElseGet(Family::none));
        LocalDate day = node.want("day").map(Terms::day).orElse(setting.day());
        Instant begins = day.atTime(9, 0).atZone(Days.ZONE).toInstant();
        Map<String, PersonId> people = family.ids();
        Map<String, Item> items = node.want("items")
                .map(i -> new ItemReader(setting, people, begins).read(i))
                .orElse(Map.of());
        Packet packet = packet(node, family, items, new RecordReader(setting, people, begins), begins);
        return new PolicyCase(
                node.file(),
                node.line(),
                id,
                node.need("title").text(),
                node.need("why").text(),
                packet,
                family,
                items,
                new RequestReader(setting, packet, people, items, windows).read(node));
    }

    private Packet packet(Node node, Family family, Map<String, Item> items, RecordReader records, Instant begins) {
        return new Packet(
                new EnquiryId(Family.uuid("enquiry")),
                "MH-0000-00",
                setting.area(),
                Terms.one(node.want("stage"), Stage.class, "stage", Stage.ENQUIRING),
                node.need("purpose").one(Purpose.class, "purpose"),
                Rating.AMBER,
                begins,
                begins.plusSeconds(24 * 3600L),
                begins.plusSeconds(2 * 3600L),
                List.copyOf(family.people().values()),
                records.households(node.want("households")),
                List.of(),
                List.copyOf(items.values()),
                records.acts(node.want("acts"), items),
                records.consents(node.want("consents")),
                records.overrides(node.want("overrides")),
                records.agencies(node.want("answers")),
                List.of());
    }
}
