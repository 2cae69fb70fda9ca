package uk.mashhub.hub.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.Item;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.agreement.RuleBook;

/**
 * What may be given of one agency's record to every team, opened by two leads together: one of its owner, one of the host
 * (ruling 13). Each asks by the enquiry's reference and the record's own number, with a reason, and it is there for as long as
 * both have asked within the hour. Until then, and for whatever may not be opened, each is told the same: nothing follows from
 * asking. Whoever is kept from the enquiry neither opens it nor counts as the second (ruling 6).
 */
public final class JointTrace {
    /** How long a lead's word counts. */
    public static final Duration OPEN = Duration.ofHours(1);

    private final LookupKeys keys;
    private final TraceAsks asks;
    private final TraceStore traces;
    private final EnquiryLedger ledger;
    private final Function<Enquiry, Anew> anew;
    private final ConflictStore conflicts;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** @param anew decides on a locked enquiry */
    public JointTrace(
            LookupKeys keys,
            TraceAsks asks,
            TraceStore traces,
            EnquiryLedger ledger,
            Function<Enquiry, Anew> anew,
            ConflictStore conflicts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.keys = keys;
        this.asks = asks;
        this.traces = traces;
        this.ledger = ledger;
        this.anew = anew;
        this.conflicts = conflicts;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was decided for one team. */
    public record OfTeam(Team team, List<ItemDecision> decisions) {
        public OfTeam {
            Objects.requireNonNull(team, "team");
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * What is decided on an enquiry at this moment.
     *
     * @param items that the enquiry has
     * @param all every view that could be, of a closed enquiry too
     * @param held the views that there are
     * @param rules in force
     */
    public record Anew(List<Item> items, List<OfTeam> all, List<OfTeam> held, RuleBook rules) {
        public Anew {
            items = List.copyOf(items);
            all = List.copyOf(all);
            held = List.copyOf(held);
            Objects.requireNonNull(rules, "rules");
        }
    }

    /**
     * What a team may get of one item of the record, by the rules in force on the facts that it was decided on: at most, and
     * why no more. It rests on the record, its owner and the team alone.
     *
     * @param besides the same words on every line
     */
    public record Line(
            String team,
            String kind,
            String atMost,
            List<String> rules,
            String reason,
            List<String> laws,
            List<String> basis,
            String besides) {
        /** What stands on every line, whether or not anything was. */
        public static final String BESIDES = "Whether less was given for safety or for somebody else is not told.";

        public Line {
            Objects.requireNonNull(team, "team");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(atMost, "atMost");
            rules = List.copyOf(rules);
            Objects.requireNonNull(reason, "reason");
            laws = List.copyOf(laws);
            basis = List.copyOf(basis);
            Objects.requireNonNull(besides, "besides");
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
            Optional<Enquiry> enquiry = ledger.lockReferenced(area.code(), reference);
            // Whoever declares a conflict waits until this is done, or is seen here.
            enquiry.ifPresent(e -> ledger.keepReadersOut(e.id()));
            boolean kept = enquiry.filter(e -> kept(who.user(), e.id())).isPresent();
            if (!kept) {
                asks.keep(new TraceAsks.Ask(key, area.code(), own, who.user(), now));
            }
            List<Line> lines = enquiry.filter(e -> !kept)
                    .map(e -> lines(e, area, own, record, asks.others(key, who.user(), now.minus(OPEN))))
                    .orElse(List.of());
            log(who, enquiry.map(Enquiry::id), reference, record, reason, lines);
            return Optional.of(lines).filter(l -> !l.isEmpty());
        });
        return opened == null ? Optional.empty() : opened;
    }

    private void log(
            SignedIn who, Optional<EnquiryId> about, String reference, String record, String reason, List<Line> lines) {
        List<Claim> claims = new ArrayList<>(
                List.of(Audit.claim("query", reference + "\n" + record), Audit.claim("reason", reason)));
        if (!lines.isEmpty()) {
            claims.add(new Claim("trace", ModelJson.write(lines)));
        }
        audit.opened(who, lines.isEmpty() ? "TRACE_ASKED" : "TRACE", about, claims);
    }

    private boolean kept(UserId user, EnquiryId enquiry) {
        return conflicts.keptFrom(user).contains(enquiry);
    }

    private List<Line> lines(Enquiry enquiry, Area area, AgencyId own, String record, List<TraceAsks.Lead> others) {
        List<AgencyId> with = others.stream()
                .filter(o -> !kept(o.user(), enquiry.id()))
                .map(TraceAsks.Lead::agency)
                .toList();
        if (with.isEmpty()) {
            return List.of();
        }
        Anew now = anew.apply(enquiry);
        List<Item> items = now.items().stream()
                .filter(i -> i.provenance().recordId().equals(record))
                .filter(i -> with.stream().anyMatch(o -> together(area, i, own, o)))
                .toList();
        return items.isEmpty()
                ? List.of()
                : new TraceLines(
                                area,
                                items,
                                now.rules(),
                                LocalDate.ofInstant(
                                        clock.instant(), area.calendar().zone()))
                        .of(now, traces.of(enquiry.id()));
    }

    /** One of the two is of the owner, the other of the host. */
    private static boolean together(Area area, Item item, AgencyId one, AgencyId other) {
        AgencyId owner = item.provenance().owner();
        return one.equals(owner) && area.isHost(other) || other.equals(owner) && area.isHost(one);
    }
}
