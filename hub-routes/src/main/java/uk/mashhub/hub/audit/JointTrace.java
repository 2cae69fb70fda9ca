package uk.mashhub.hub.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.TraceAsks;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.log.Claim;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.ItemDecision;

/**
 * What was decided of one agency's record for every team, opened by two leads together: one of its owner, one of the host (ruling
 * 13). Each asks by the enquiry's reference and the record's own number, with a reason, and it is there for as long as both have
 * asked within the hour. Until then, and for whatever may not be opened, each is told the same: nothing follows from asking.
 */
public final class JointTrace {
    /** How long a lead's word counts. */
    public static final Duration OPEN = Duration.ofHours(1);

    private final LookupKeys keys;
    private final TraceAsks asks;
    private final TraceStore traces;
    private final ViewStore views;
    private final EnquiryLedger ledger;
    private final Function<Enquiry, Packet> packets;
    private final ConflictStore conflicts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** @param packets the packet of a locked enquiry */
    public JointTrace(
            LookupKeys keys,
            TraceAsks asks,
            TraceStore traces,
            ViewStore views,
            EnquiryLedger ledger,
            Function<Enquiry, Packet> packets,
            ConflictStore conflicts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.keys = keys;
        this.asks = asks;
        this.traces = traces;
        this.views = views;
        this.ledger = ledger;
        this.packets = packets;
        this.conflicts = conflicts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What one team gets of one item of the record, and why. */
    public record Line(
            String team,
            String kind,
            String outcome,
            List<String> rules,
            String reason,
            List<String> laws,
            List<String> basis) {
        public Line {
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(outcome, "outcome");
            rules = List.copyOf(rules);
            Objects.requireNonNull(reason, "reason");
            laws = List.copyOf(laws);
            basis = List.copyOf(basis);
        }

        @Override
        public String toString() {
            return "Line[not shown]";
        }
    }

    /**
     * Asks for a trace, and opens it if the other lead has asked too; the look is logged before anything of it is returned.
     *
     * @param reference of the enquiry
     * @param record the source's own number
     * @return its lines by team; empty while the other has not asked, and for what may not be opened
     */
    public Optional<List<Line>> open(SignedIn who, Area area, String reference, String record, String reason) {
        Optional<List<Line>> opened = transactions.execute(status -> {
            Instant now = clock.instant();
            AgencyId own = area.team(who.team()).orElseThrow().agency();
            byte[] key = keys.trace(area.code(), reference, record);
            asks.dropBefore(now.minus(OPEN));
            asks.keep(new TraceAsks.Ask(key, area.code(), own, who.user(), now));
            Optional<Found> found = ledger.referenced(area.code(), reference)
                    .filter(id -> !conflicts.keptFrom(who.user()).contains(id))
                    .flatMap(id -> found(id, area, own, record, asks.others(key, who.user(), now.minus(OPEN))));
            List<Claim> claims = new ArrayList<>(
                    List.of(Audit.claim("query", reference + "\n" + record), Audit.claim("reason", reason)));
            found.ifPresent(f -> claims.add(new Claim("trace", ModelJson.write(f.lines()))));
            audit.opened(who, found.isPresent() ? "TRACE" : "TRACE_ASKED", found.map(Found::enquiry), claims);
            return found.map(Found::lines);
        });
        return opened == null ? Optional.empty() : opened;
    }

    private record Found(EnquiryId enquiry, List<Line> lines) {}

    private Optional<Found> found(EnquiryId id, Area area, AgencyId own, String record, List<AgencyId> others) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Packet packet = packets.apply(ledger.lock(id));
        List<Item> items = packet.items().stream()
                .filter(i -> i.provenance().recordId().equals(record))
                .toList();
        boolean together = !items.isEmpty()
                && items.stream().allMatch(i -> others.stream().anyMatch(o -> together(area, i, own, o)));
        return together
                ? Optional.of(lines(id, area, items)).flatMap(l -> l).map(l -> new Found(id, l))
                : Optional.empty();
    }

    /** One of the two is of the owner, the other of the host. */
    private static boolean together(Area area, Item item, AgencyId one, AgencyId other) {
        AgencyId owner = item.provenance().owner();
        return one.equals(owner) && host(area, other) || other.equals(owner) && host(area, one);
    }

    private static boolean host(Area area, AgencyId agency) {
        return area.agency(agency)
                .filter(a -> a.sector() == Sector.LOCAL_AUTHORITY)
                .isPresent();
    }

    /** Every team's; empty if for any of them it was decided as what the named unit alone may know of. */
    private Optional<List<Line>> lines(EnquiryId id, Area area, List<Item> items) {
        List<Line> lines = new ArrayList<>();
        for (ViewHead head : views.headsOf(id)) {
            Team team = area.team(head.key().team()).orElseThrow();
            ItemDecision[] decided = traces.of(head.id(), head.version())
                    .map(t -> ModelJson.read(t, ItemDecision[].class))
                    .orElse(new ItemDecision[0]);
            for (Item item : items) {
                List<ItemDecision> of = Arrays.stream(decided)
                        .filter(d -> d.item().equals(item.id()))
                        .toList();
                if (of.stream().anyMatch(d -> !Evidence.forTheLead(d.facts()))) {
                    return Optional.empty();
                }
                // What a named unit reads, no lead learns (ruling 13).
                if (!Evidence.UNITS.contains(team.role())) {
                    of.forEach(d -> lines.add(line(team, item, d)));
                }
            }
        }
        lines.sort(Comparator.comparing(Line::team).thenComparing(Line::kind).thenComparing(Line::outcome));
        return Optional.of(lines);
    }

    private static Line line(Team team, Item item, ItemDecision decision) {
        return new Line(
                team.name(),
                item.labels().dataClass().name(),
                decision.verdict().outcome().name(),
                decision.ruleIds(),
                decision.reason(),
                decision.laws(),
                decision.basis());
    }
}
