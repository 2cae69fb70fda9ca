package uk.mashhub.hub.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.log.Logged;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.policy.DecidedView;
import uk.mashhub.policy.ItemDecision;

/**
 * Makes each version of a view findable, in its transaction (ruling 13): to the leads of the team's agency by what the view
 * itself shows, and to the leads of each owner by what became of the owner's own items. An owner's row is made only when
 * that has changed: a version that is there because of somebody else's item would tell of it.
 */
public final class LookupBook {
    private final LookupStore store;
    private final LookupKeys keys;
    private final RandomSource random;

    public LookupBook(LookupStore store, LookupKeys keys, RandomSource random) {
        this.store = store;
        this.keys = keys;
        this.random = random;
    }

    /** @param logged the entry of the disclosure */
    public void disclosed(Enquiry enquiry, Team team, ViewHead head, Logged logged, DecidedView decided) {
        EntryWords entry = EntryWords.of(logged.entry());
        room(enquiry, team, head, entry, decided);
        owned(enquiry, decided.decisions()).forEach((owner, lines) -> owner(enquiry, owner, head, entry, lines));
    }

    private void room(Enquiry enquiry, Team team, ViewHead head, EntryWords entry, DecidedView decided) {
        JsonNode content = JsonMapper.shared().readTree(decided.view().content());
        List<String> names = new ArrayList<>();
        content.path("people").forEach(p -> names.add(p.path("name").asString("")));
        List<byte[]> found = new ArrayList<>(names.stream().map(keys::name).toList());
        content.findValues("value").stream()
                .flatMap(v -> number(v.asString("")).stream())
                .forEach(n -> found.add(keys.number(n)));
        byte[] said = ModelJson.write(new LookupSaid(enquiry.row().reference(), names, List.of()));
        LookupRow row = row(enquiry, team.agency(), LookupRow.Share.ROOM, entry, entry.outcome());
        store.add(row, head.id(), keys.digest(said), found, said);
        store.standsFor(head.disclosure(), row.id());
    }

    private static Optional<NhsNumber> number(String text) {
        try {
            return Optional.of(new NhsNumber(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One of an owner's items and what was decided on it. */
    private record Own(Item item, ItemDecision decision) {}

    private static Map<AgencyId, List<Own>> owned(Enquiry enquiry, List<ItemDecision> decisions) {
        Map<ItemId, Item> items = new HashMap<>();
        Stream.of(
                        enquiry.facts(EnquiryFact.Received.class).flatMap(r -> r.items().stream()),
                        enquiry.broughtIn().map(EnquiryFact.BroughtIn::known),
                        enquiry.facts(EnquiryFact.Answered.class).flatMap(a -> a.items().stream()))
                .flatMap(s -> s)
                .forEach(i -> items.put(i.id(), i));
        Map<AgencyId, List<Own>> owned = new TreeMap<>(Comparator.comparing(AgencyId::value));
        for (ItemDecision decision : decisions) {
            Optional<Item> item = Optional.ofNullable(items.get(decision.item()));
            if (item.isPresent() && Evidence.forTheLead(decision.facts())) {
                owned.computeIfAbsent(item.get().provenance().owner(), k -> new ArrayList<>())
                        .add(new Own(item.get(), decision));
            }
        }
        return owned;
    }

    private void owner(Enquiry enquiry, AgencyId owner, ViewHead head, EntryWords entry, List<Own> own) {
        List<LookupSaid.Line> lines = own.stream()
                .sorted(Comparator.comparing((Own o) -> o.item().id().toString()))
                .map(LookupBook::line)
                .toList();
        byte[] said = ModelJson.write(new LookupSaid("", List.of(), lines));
        byte[] digest = keys.digest(said);
        UUID standing = store.newest(head.id(), owner)
                .filter(s -> Arrays.equals(s.digest(), digest))
                .map(LookupStore.Standing::row)
                .orElseGet(() -> {
                    String widest = own.stream()
                            .map(o -> o.decision().verdict().outcome())
                            .min(Comparator.comparing(Outcome::ordinal))
                            .orElseThrow()
                            .name();
                    LookupRow row = row(enquiry, owner, LookupRow.Share.OWNER, entry, widest);
                    store.add(row, head.id(), digest, keysOf(enquiry, owner, own), said);
                    return row.id();
                });
        store.standsFor(head.disclosure(), standing);
    }

    private static LookupSaid.Line line(Own own) {
        return new LookupSaid.Line(
                own.item().provenance().source().value(),
                own.item().provenance().recordId(),
                own.item().labels().dataClass().name(),
                own.decision().verdict().outcome().name(),
                own.decision().ruleIds(),
                own.decision().reason(),
                own.decision().law());
    }

    private List<byte[]> keysOf(Enquiry enquiry, AgencyId owner, List<Own> own) {
        Set<PersonId> subjects = new HashSet<>();
        List<byte[]> found = new ArrayList<>();
        for (Own o : own) {
            o.item().subjects().stream().map(Subject::person).forEach(subjects::add);
            o.decision().ruleIds().forEach(r -> found.add(keys.rule(r)));
            found.add(keys.record(o.item().provenance().recordId()));
        }
        known(enquiry, owner).filter(p -> subjects.contains(p.id())).forEach(p -> {
            p.details().names().stream().map(PersonName::full).map(keys::name).forEach(found::add);
            p.details().identifiers().stream()
                    .filter(NhsNumber.class::isInstance)
                    .map(NhsNumber.class::cast)
                    .map(keys::number)
                    .forEach(found::add);
        });
        return found;
    }

    /** Those whom the owner named itself, or was asked about: under what others call somebody, an owner finds nobody. */
    private static Stream<PacketPerson> known(Enquiry enquiry, AgencyId owner) {
        Set<PersonId> askedAbout = new HashSet<>();
        enquiry.facts(EnquiryFact.Asked.class)
                .filter(a -> a.agency().equals(owner))
                .forEach(a -> askedAbout.addAll(a.people()));
        return enquiry.facts(EnquiryFact.Received.class)
                .flatMap(r -> r.people().stream().filter(p -> r.sender().equals(owner) || askedAbout.contains(p.id())));
    }

    private LookupRow row(Enquiry enquiry, AgencyId agency, LookupRow.Share share, EntryWords entry, String outcome) {
        return new LookupRow(
                random.uuid(),
                entry.id(),
                enquiry.row().area(),
                agency,
                share,
                Optional.of(enquiry.id()),
                entry.at(),
                entry.act().name(),
                entry.agent(),
                entry.recipient(),
                entry.purpose(),
                outcome,
                entry.policy(),
                Optional.empty());
    }
}
