package uk.mashhub.hub.enquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Ruling;
import uk.mashhub.policy.SealedQuestion;

/**
 * Asks agencies about people. A question is a disclosure: policy allows it and fills it, and its log entry is written
 * before it leaves (ruling 1).
 */
public final class Enquirer {
    private final Supplier<PolicyEngine> published;
    private final EnquiryLedger ledger;
    private final QuestionStore questions;
    private final Questions seals;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;

    /** @param published what decides, held until the transaction ends */
    public Enquirer(
            Supplier<PolicyEngine> published,
            EnquiryLedger ledger,
            QuestionStore questions,
            Questions seals,
            Outbox outbox,
            Audit audit,
            Clock clock,
            RandomSource random) {
        this.published = published;
        this.ledger = ledger;
        this.questions = questions;
        this.seals = seals;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** Asks the sources that are asked at once, such as the council's own record. */
    public void prescreen(Enquiry enquiry, Packet packet, Area area) {
        ask(enquiry, packet, area, Source::prescreen);
    }

    /** Asks every source that may be asked now, unless it was asked that before; notes why the others were not. */
    public void askAgencies(Enquiry enquiry, Packet packet, Area area) {
        ask(enquiry, packet, area, source -> true);
    }

    /** A source has refused a question: it is asked again if the enquiry rests on something else by now. */
    public void askAgain(Enquiry enquiry, Packet packet, Area area, SourceId refusing) {
        ask(enquiry, packet, area, source -> source.id().equals(refusing));
    }

    private void ask(Enquiry enquiry, Packet packet, Area area, Predicate<Source> which) {
        PolicyEngine policy = published.get();
        for (Agency agency : area.agencies()) {
            for (Source source : agency.answerers()) {
                if (which.test(source)) {
                    ask(policy, packet, agency, source, new AskedBefore(enquiry, source.id()), false);
                }
            }
        }
    }

    /**
     * Asks the systems of one agency once more that were asked and have not answered, as far as they may be asked now. The
     * question before stays open: an answer to either is taken.
     */
    public void askOnceMore(Enquiry enquiry, Packet packet, Agency agency) {
        PolicyEngine policy = published.get();
        agency.answerers().stream()
                .filter(source -> source.use() == Source.Use.ANSWERER)
                .filter(source -> waits(packet, source))
                .forEach(source -> ask(policy, packet, agency, source, new AskedBefore(enquiry, source.id()), true));
    }

    private static boolean waits(Packet packet, Source source) {
        return packet.agencies().stream()
                .flatMap(a -> a.sources().stream())
                .filter(s -> s.source().equals(source.id()))
                .anyMatch(s -> s.state() == SourceState.ASKED || s.state() == SourceState.UNAVAILABLE);
    }

    private void ask(
            PolicyEngine policy, Packet packet, Agency agency, Source source, AskedBefore before, boolean onceMore) {
        Permission permission = policy.mayAsk(packet, agency.id(), agency.sector(), source.id());
        if (permission.ruling() != Ruling.ALLOW) {
            refused(packet, agency, source, permission, before);
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
            refused(packet, agency, source, permission, before);
        } else if (onceMore || !before.covers(packet.purpose(), permission.ruleId(), keys.keySet())) {
            send(packet, agency, source, permission, question, keys);
        }
    }

    private void send(
            Packet packet,
            Agency agency,
            Source source,
            Permission permission,
            SealedQuestion question,
            Map<PersonId, PersonKey> keys) {
        Instant now = clock.instant();
        QuestionId token = question.content().token();
        audit.asked(packet, agency.id(), source.id(), question);
        ledger.append(
                packet.enquiry(),
                agency.id(),
                new EnquiryFact.Asked(
                        token,
                        agency.id(),
                        source.id(),
                        packet.dueAt(),
                        packet.purpose(),
                        permission.ruleId(),
                        keys.keySet().stream()
                                .sorted(Comparator.comparing(PersonId::value))
                                .toList(),
                        Optional.of(new ToldInQuestion(permission.law(), told(question, keys)))));
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
                    token.value(),
                    seals.seal(agency.id(), source.id(), ModelJson.write(question.content())),
                    now);
        }
    }

    private static List<ToldInQuestion.OfPerson> told(SealedQuestion question, Map<PersonId, PersonKey> keys) {
        return keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(PersonId::value)))
                .flatMap(k -> question.content().people().stream()
                        .filter(p -> p.key().equals(k.getValue()))
                        .map(p -> new ToldInQuestion.OfPerson(k.getKey(), told(p))))
                .toList();
    }

    private static Set<FieldKind> told(AskedPerson person) {
        Set<FieldKind> fields = EnumSet.noneOf(FieldKind.class);
        if (!person.names().isEmpty()) {
            fields.add(FieldKind.NAME);
        }
        person.birthDate().ifPresent(b -> fields.add(FieldKind.BIRTH_DATE));
        if (!person.identifiers().isEmpty()) {
            fields.add(FieldKind.IDENTIFIER);
        }
        person.address().ifPresent(a -> fields.add(FieldKind.ADDRESS));
        return fields;
    }

    /** What was asked before stays asked: only of a source that never was, people are told why it is not. */
    private void refused(Packet packet, Agency agency, Source source, Permission permission, AskedBefore before) {
        if (!before.never() || alreadySaid(packet, agency, source, permission.reason())) {
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
