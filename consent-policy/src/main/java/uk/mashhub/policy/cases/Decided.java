package uk.mashhub.policy.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.policy.DecidedView;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.fact.AskFacts;
import uk.mashhub.policy.fact.FactVector;
import uk.mashhub.policy.fact.Windows;

/** Puts a case to the engine of the hub: the same packets, the same facts, the same view. */
final class Decided {
    private static final Handles HANDLES = new Handles() {
        @Override
        public String line(ViewKey key, ItemId item) {
            return "line-" + item;
        }

        @Override
        public String person(ViewKey key, PersonId person) {
            return "person-" + person;
        }
    };

    private final PolicyEngine engine;

    /** The key is of no use to anybody: nothing that it seals is ever kept. */
    Decided(SharingPolicy policy) {
        this.engine = new PolicyEngine(policy, new byte[32]);
    }

    DecidedView view(PolicyCase c, Request.Read read) {
        return engine.view(c.packet(), read.reader(), read.artefact(), HANDLES);
    }

    /** The text of the view that the reader gets. */
    static String text(DecidedView view) {
        return new String(view.view().content(), StandardCharsets.UTF_8);
    }

    /** What was decided of one item of the case. */
    static ItemDecision of(DecidedView view, PolicyCase c, String word) {
        ItemId id = item(c, word);
        return view.decisions().stream()
                .filter(d -> d.item().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an item of the case was not decided"));
    }

    static ItemId item(PolicyCase c, String word) {
        Map<String, uk.mashhub.model.item.Item> items = c.items();
        uk.mashhub.model.item.Item item = items.get(word);
        if (item == null) {
            throw new IllegalArgumentException("no such item in the case");
        }
        return item.id();
    }

    Permission answer(PolicyCase c) {
        if (c.request() instanceof Request.Ask ask) {
            return engine.mayAsk(c.packet(), ask.agency(), ask.sector(), ask.source());
        }
        if (c.request() instanceof Request.Open open) {
            return engine.mayOpen(open.opening());
        }
        return engine.maySend(((Request.Send) c.request()).sending());
    }

    /** What the answer to another question than 'read' was decided on. */
    FactVector facts(PolicyCase c, Windows windows) {
        if (c.request() instanceof Request.Ask ask) {
            return new AskFacts(c.packet(), ask.agency(), ask.sector(), windows).asking();
        }
        return c.request() instanceof Request.Open open
                ? open.opening().facts()
                : ((Request.Send) c.request()).sending().facts();
    }

    /** Whom the question is about, in the words of the case; nobody where it may not be asked. */
    Set<String> about(PolicyCase c, Request.Ask ask, boolean withAddress) {
        if (!answer(c).allowed()) {
            return Set.of();
        }
        Packet packet = c.packet();
        List<AskedPerson> asked = engine.question(
                        packet,
                        ask.agency(),
                        ask.sector(),
                        ask.source(),
                        new QuestionId(Family.uuid("question")),
                        packet.dueAt(),
                        p -> new PersonKey(p.toString()))
                .content()
                .people();
        Set<String> words = new TreeSet<>();
        for (AskedPerson person : asked) {
            if (!withAddress || person.address().isPresent()) {
                words.add(c.family()
                        .word(new PersonId(
                                java.util.UUID.fromString(person.key().value()))));
            }
        }
        return words;
    }
}
