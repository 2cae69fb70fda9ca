package uk.mashhub.hub.enquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.hub.storage.QuestionStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Ruling;
import uk.mashhub.policy.SealedQuestion;

/**
 * Asks agencies about people. A question is a disclosure: policy allows it and fills it, and its log entry is written
 * before it leaves (ruling 1).
 */
public final class Enquirer {
    private final PolicyEngine policy;
    private final EnquiryLedger ledger;
    private final QuestionStore questions;
    private final Questions seals;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;

    public Enquirer(
            PolicyEngine policy,
            EnquiryLedger ledger,
            QuestionStore questions,
            Questions seals,
            Outbox outbox,
            Audit audit,
            Clock clock,
            RandomSource random) {
        this.policy = policy;
        this.ledger = ledger;
        this.questions = questions;
        this.seals = seals;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** Asks the sources that are asked at once, such as the council's own record. */
    public void prescreen(Packet packet, Area area) {
        ask(packet, area, true);
    }

    /** Asks every source that may be asked now and was not asked before; notes why the others were not. */
    public void askAgencies(Packet packet, Area area) {
        ask(packet, area, false);
    }

    private void ask(Packet packet, Area area, boolean prescreenOnly) {
        for (Agency agency : area.agencies()) {
            for (Source source : agency.answerers()) {
                if (notAsked(packet, agency, source) && (source.prescreen() || !prescreenOnly)) {
                    ask(packet, agency, source);
                }
            }
        }
    }

    private static boolean notAsked(Packet packet, Agency agency, Source source) {
        return packet.agencies().stream()
                .filter(a -> a.agency().equals(agency.id()))
                .flatMap(a -> a.sources().stream())
                .filter(s -> s.source().equals(source.id()))
                .allMatch(s -> s.state() == SourceState.NOT_ASKED);
    }

    private void ask(Packet packet, Agency agency, Source source) {
        Permission permission = policy.mayAsk(packet, agency.id(), agency.sector(), source.id());
        if (permission.ruling() != Ruling.ALLOW) {
            refused(packet, agency, source, permission);
            return;
        }
        QuestionId token = QuestionId.random(random);
        Map<PersonId, PersonKey> keys = new HashMap<>();
        SealedQuestion question = policy.question(
                packet,
                agency.id(),
                agency.sector(),
                source.id(),
                token,
                packet.dueAt(),
                p -> keys.computeIfAbsent(p, k -> key()));
        if (question.content().people().isEmpty()) {
            refused(packet, agency, source, permission);
            return;
        }
        send(packet, agency, source, question, keys);
    }

    private void send(
            Packet packet, Agency agency, Source source, SealedQuestion question, Map<PersonId, PersonKey> keys) {
        Instant now = clock.instant();
        QuestionId token = question.content().token();
        audit.asked(packet, agency.id(), source.id(), question);
        ledger.append(
                packet.enquiry(), agency.id(), new EnquiryFact.Asked(token, agency.id(), source.id(), packet.dueAt()));
        questions.add(
                new QuestionRow(
                        token,
                        packet.enquiry(),
                        agency.id(),
                        source.id(),
                        SourceState.ASKED.name(),
                        now,
                        packet.dueAt(),
                        now,
                        ""),
                ModelJson.write(AskedKeys.of(keys)));
        if (source.use() == Source.Use.ANSWERER) {
            outbox.put(
                    Addresses.enquiries(agency.id(), source.id()),
                    token.toString(),
                    seals.seal(agency.id(), source.id(), ModelJson.write(question.content())),
                    now);
        }
    }

    private void refused(Packet packet, Agency agency, Source source, Permission permission) {
        if (alreadySaid(packet, agency, source, permission.reason())) {
            return;
        }
        audit.notAsked(packet, agency.id(), source.id(), permission);
        ledger.append(
                packet.enquiry(), agency.id(), new EnquiryFact.NotAsked(agency.id(), source.id(), permission.reason()));
    }

    private static boolean alreadySaid(Packet packet, Agency agency, Source source, String reason) {
        Optional<String> said = packet.agencies().stream()
                .filter(a -> a.agency().equals(agency.id()))
                .flatMap(a -> a.sources().stream())
                .filter(s -> s.source().equals(source.id()))
                .map(s -> s.reason())
                .findFirst();
        return said.filter(reason::equals).isPresent();
    }

    private PersonKey key() {
        return new PersonKey("p-" + random.uuid());
    }
}
