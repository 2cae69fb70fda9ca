package uk.mashhub.policy.cases;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.Opening;
import uk.mashhub.policy.Readership;
import uk.mashhub.policy.Ruling;
import uk.mashhub.policy.Sending;
import uk.mashhub.policy.agreement.Node;
import uk.mashhub.policy.fact.ActsFor;
import uk.mashhub.policy.fact.Scene;
import uk.mashhub.policy.fact.Windows;

/** Reads the request of a case and what is expected of it: exactly one of {@code read}, {@code ask}, {@code open}, {@code send}. */
final class RequestReader {
    private final Setting setting;
    private final Packet packet;
    private final Map<String, PersonId> people;
    private final Map<String, Item> items;
    private final Windows windows;

    RequestReader(
            Setting setting, Packet packet, Map<String, PersonId> people, Map<String, Item> items, Windows windows) {
        this.setting = setting;
        this.packet = packet;
        this.people = people;
        this.items = items;
        this.windows = windows;
    }

    Request read(Node node) {
        List<String> asked = List.of("read", "ask", "open", "send").stream()
                .filter(k -> node.want(k).isPresent())
                .toList();
        if (asked.size() != 1) {
            throw node.problems().fault(node, "exactly one of 'read', 'ask', 'open' and 'send' is wanted");
        }
        Node request = node.need(asked.get(0));
        Node expect = node.need("expect");
        return switch (asked.get(0)) {
            case "read" -> reading(request, expect);
            case "ask" -> asking(request, expect);
            case "open" -> opening(request, expect);
            default -> sending(request, expect);
        };
    }

    private Request reading(Node node, Node expect) {
        node.map("team", "packetOf", "artefact", "actsFor");
        expect.map("items", "says", "neverSays");
        Map<String, Expected.OfItem> expected = new LinkedHashMap<>();
        expect.want("items").map(Node::map).orElse(Map.of()).forEach((word, verdict) -> {
            if (!items.containsKey(word)) {
                throw verdict.problems().unknown(verdict, "item", word, items.keySet());
            }
            expected.put(word, ofItem(verdict));
        });
        items.keySet().stream()
                .filter(w -> !expected.containsKey(w))
                .findFirst()
                .ifPresent(w -> {
                    throw expect.problems().fault(expect, "what is expected of item '" + w + "' is missing");
                });
        return new Request.Read(
                new Readership(team(node), person(node.need("packetOf")), actsFor(node.want("actsFor"))),
                Terms.one(node.want("artefact"), Artefact.class, "artefact", Artefact.INSIDE_RECORD),
                expected,
                Terms.texts(expect.want("says")),
                Terms.texts(expect.want("neverSays")));
    }

    private static Expected.OfItem ofItem(Node node) {
        node.map("outcome", "reason", "review", "hides", "obligations");
        Outcome outcome = node.need("outcome").one(Outcome.class, "outcome");
        Optional<Set<FieldKind>> hides =
                node.want("hides").map(h -> Terms.all(Optional.of(h), FieldKind.class, "kind of field"));
        if (outcome == Outcome.REDACT && hides.isEmpty()) {
            throw node.problems().fault(node, "REDACT needs 'hides': the kinds of its fields that are taken out");
        }
        return new Expected.OfItem(
                node.line(),
                outcome,
                node.need("reason").text(),
                Terms.all(node.want("review"), Reviewer.class, "reviewer"),
                hides,
                Terms.all(node.want("obligations"), Obligation.class, "obligation"));
    }

    private Request asking(Node node, Node expect) {
        node.map("agency", "source");
        expect.map("answer", "reason", "about", "addresses");
        Setting.Agency agency = Terms.named(node.need("agency"), "agency", setting.agencies());
        SourceId source = node.want("source")
                .map(s -> ItemReader.source(s, agency))
                .orElseGet(() -> agency.sources().get(0));
        return new Request.Ask(
                new AgencyId(agency.id()),
                agency.sector(),
                source,
                reply(expect),
                expect.want("about").map(this::words),
                expect.want("addresses").map(this::words));
    }

    private Set<String> words(Node list) {
        Set<String> words = new HashSet<>();
        for (Node n : list.list()) {
            person(n);
            words.add(n.text());
        }
        return words;
    }

    private Request opening(Node node, Node expect) {
        node.map("team", "viewOf", "packetOf", "artefact", "conflict", "training", "vetting");
        expect.map("answer", "reason");
        Audience of = node.want("viewOf")
                .map(t -> Terms.named(t, "team", setting.teams()))
                .orElseGet(() -> team(node));
        ViewKey key = new ViewKey(
                packet.enquiry(),
                packet.area(),
                of.team(),
                of.role(),
                person(node.need("packetOf")),
                packet.purpose(),
                Terms.one(node.want("artefact"), Artefact.class, "artefact", Artefact.INSIDE_RECORD));
        Opening opening = new Opening(
                team(node),
                key,
                Terms.yes(node.need("conflict")),
                Terms.yes(node.need("training")),
                Terms.yes(node.need("vetting")),
                packet.asAt());
        return new Request.Open(opening, reply(expect));
    }

    /** Whether the recipient is on the perpetrator's side, and whether somebody hides, is worked out as for a view. */
    private Request sending(Node node, Node expect) {
        node.map("artefact", "to", "packetOf", "actsFor", "channel", "seenTwice", "ownersAgreed");
        expect.map("answer", "reason");
        Audience to = Terms.named(node.need("to"), "team", setting.teams());
        Artefact artefact = node.need("artefact").one(Artefact.class, "artefact");
        Scene scene =
                new Scene(packet, to, person(node.need("packetOf")), actsFor(node.want("actsFor")), artefact, windows);
        Sending sending = new Sending(
                artefact,
                to,
                node.need("channel").text(),
                packet.purpose(),
                scene.perpetratorSide(),
                Terms.yes(node.need("seenTwice")),
                Terms.yes(node.need("ownersAgreed")),
                scene.safety().enquiryHides());
        return new Request.Send(sending, reply(expect));
    }

    private static Expected.Reply reply(Node expect) {
        return new Expected.Reply(
                expect.line(),
                expect.need("answer").one(Ruling.class, "answer"),
                expect.need("reason").text());
    }

    private Audience team(Node node) {
        return Terms.named(node.need("team"), "team", setting.teams());
    }

    private PersonId person(Node node) {
        return Terms.named(node, "person", people);
    }

    /** For whom else the team acts: nobody, unless the case says; {@code unknown} where nobody has looked. */
    private ActsFor actsFor(Optional<Node> list) {
        if (list.isEmpty()) {
            return ActsFor.nobody();
        }
        if (list.get().isText() && list.get().text().equals("unknown")) {
            return ActsFor.atLeast(Set.of());
        }
        return ActsFor.exactly(list.get().list().stream().map(this::person).toList());
    }
}
