package uk.mashhub.hub.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Readership;
import uk.mashhub.policy.fact.ActsFor;

/**
 * Decides what somebody reads of two records who settles whether they are of one person: as any item of identity is decided,
 * for the role of the reader's team (ruling 33).
 */
public final class RecordIdentity {
    private final Supplier<PolicyEngine> published;
    private final Handles handles;
    private final RandomSource random;

    /** @param published what decides, held until the transaction ends */
    public RecordIdentity(Supplier<PolicyEngine> published, Handles handles, RandomSource random) {
        this.published = published;
        this.handles = handles;
        this.random = random;
    }

    /**
     * One record.
     *
     * @param of whom of the enquiry it is, or may be, about
     * @param owner who holds it
     * @param statutes what forbids joining it
     */
    public record Known(
            PersonId of, AgencyId owner, SourceId source, Set<StatuteFlag> statutes, List<ItemField> fields) {
        public Known {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(source, "source");
            statutes = Set.copyOf(statutes);
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Known[" + of + "]";
        }
    }

    /**
     * What the reader gets of each record, in their order; nothing of one about somebody who is not in the packet.
     *
     * @param perspective whose packet is open
     */
    public List<List<ItemField>> read(Packet packet, Area area, Team team, PersonId perspective, List<Known> records) {
        List<Optional<Item>> items = records.stream().map(r -> item(packet, r)).toList();
        Map<ItemId, Verdict> verdicts = verdicts(
                with(packet, items.stream().flatMap(Optional::stream).toList()), team.audience(area), perspective);
        List<List<ItemField>> read = new ArrayList<>();
        for (Optional<Item> item : items) {
            read.add(item.map(i -> left(i.fields(), verdicts.getOrDefault(i.id(), Verdict.of(Outcome.SILENT))))
                    .orElse(List.of()));
        }
        return read;
    }

    private Map<ItemId, Verdict> verdicts(Packet packet, Audience audience, PersonId perspective) {
        Readership reader = new Readership(audience, perspective, ActsFor.nobody());
        Map<ItemId, Verdict> verdicts = new HashMap<>();
        for (ItemDecision decision : published
                .get()
                .view(packet, reader, Artefact.INSIDE_RECORD, handles)
                .decisions()) {
            verdicts.put(decision.item(), decision.verdict());
        }
        return verdicts;
    }

    private Optional<Item> item(Packet packet, Known record) {
        return packet.people().stream()
                .filter(p -> p.id().equals(record.of()))
                .findFirst()
                .map(p -> item(packet, p, record));
    }

    private Item item(Packet packet, PacketPerson person, Known record) {
        return new Item(
                ItemId.random(random),
                new Provenance(
                        record.owner(),
                        Optional.empty(),
                        record.source(),
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        packet.asAt()),
                EventTime.unknown(),
                person.roles().stream().map(r -> new Subject(person.id(), r)).toList(),
                ItemLabels.fact(DataClass.IDENTITY).under(record.statutes()),
                record.fields(),
                List.of());
    }

    private static List<ItemField> left(List<ItemField> fields, Verdict verdict) {
        return switch (verdict.outcome()) {
            case SHOW -> fields;
            case REDACT ->
                fields.stream().flatMap(f -> left(f, verdict).stream()).toList();
            case SUMMARISE, EXISTS, WITHHOLD, SILENT -> List.of();
        };
    }

    private static Optional<ItemField> left(ItemField field, Verdict verdict) {
        if (verdict.redactions().contains(field.kind())) {
            return Optional.empty();
        }
        return verdict.generalised().contains(field.kind())
                ? field.kind().generalised(field.value()).map(v -> new ItemField(field.kind(), field.label(), v))
                : Optional.of(field);
    }

    /** The same packet with these items and no others. */
    private static Packet with(Packet packet, List<Item> items) {
        return new Packet(
                packet.enquiry(),
                packet.reference(),
                packet.area(),
                packet.stage(),
                packet.purpose(),
                packet.rating(),
                packet.receivedAt(),
                packet.dueAt(),
                packet.asAt(),
                packet.people(),
                packet.households(),
                packet.relationships(),
                items,
                packet.ownerActs(),
                packet.consents(),
                packet.overrides(),
                packet.agencies(),
                packet.decisions());
    }
}
