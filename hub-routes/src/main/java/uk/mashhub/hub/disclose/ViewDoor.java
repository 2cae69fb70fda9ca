package uk.mashhub.hub.disclose;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.OpeningLog;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.Place;
import uk.mashhub.hub.storage.Reading;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.policy.Opening;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Ruling;
import uk.mashhub.policy.SealedView;

/**
 * Where views are opened. Each opening is one transaction in the role of the reader's team: the view is read, policy is
 * asked whether this person may open it now, the opening is logged; then, after the commit, it is served (ruling 2). What a
 * reader may not open does not exist for that reader. While no policy is in force nothing is served, and pages say so.
 */
public final class ViewDoor {
    /** How many lines a page has at most. */
    static final int PAGE = 25;

    private final Partnership partnership;
    private final TeamRoles roles;
    private final ViewReader reader;
    private final PublishedPolicy published;
    private final BreakGlass breakGlass;
    private final BreakGlassStore broken;
    private final OpeningLog log;
    private final Clock clock;

    public ViewDoor(
            Partnership partnership,
            TeamRoles roles,
            ViewReader reader,
            PublishedPolicy published,
            BreakGlass breakGlass,
            BreakGlassStore broken,
            OpeningLog log,
            Clock clock) {
        this.partnership = partnership;
        this.roles = roles;
        this.reader = reader;
        this.published = published;
        this.breakGlass = breakGlass;
        this.broken = broken;
        this.log = log;
        this.clock = clock;
    }

    /** A view on a team's queue: its id, version, enquiry and the line that the queue shows, JSON in UTF-8. */
    public record Queued(ViewId id, long version, EnquiryId enquiry, byte[] line) {
        @Override
        public String toString() {
            return "Queued[" + id + "]";
        }
    }

    /**
     * A page of a list. How many lines there are in all, nobody is told: a number that moves would tell of what is not
     * shown (ruling 2).
     *
     * @param previous where it goes on towards the beginning; empty if it does not
     * @param next where it goes on towards the end; empty if it does not
     */
    public record Page(List<Queued> lines, Optional<Turn> previous, Optional<Turn> next) {
        static final Page EMPTY = new Page(List.of(), Optional.empty(), Optional.empty());

        public Page {
            lines = List.copyOf(lines);
            Objects.requireNonNull(previous, "previous");
            Objects.requireNonNull(next, "next");
        }
    }

    /** A page of a list of the reader's team. The page is an opening of what it shows, and logged. */
    public Page list(SignedIn who, ViewList list, Turn turn) {
        return read(who, (reading, told) -> {
                    Reading.Page page = reading.publishedPolicy()
                            .map(policy -> reading.page(
                                    list, turn, who.user(), policy, reading.stops(who.area()), clock.instant(), PAGE))
                            .orElse(new Reading.Page(List.of(), false));
                    return page(reading, who, told, list, turn, page);
                })
                .orElse(Page.EMPTY);
    }

    /** What the page's locks have waited for may have changed what the reader may open: each line is asked about again. */
    private Page page(Reading reading, SignedIn who, Told told, ViewList list, Turn turn, Reading.Page page) {
        Now now = now(reading, who, told);
        now.published();
        List<Queued> lines = new ArrayList<>();
        for (Reading.HeadBody head : page.heads()) {
            if (head.head().listing().list() == list && shows(who, head.head(), now)) {
                lines.add(new Queued(
                        head.head().id(),
                        head.head().version(),
                        head.head().key().enquiry(),
                        head.json()));
            }
        }
        log.listed(reading, who, lines);
        if (lines.isEmpty()) {
            return Page.EMPTY;
        }
        // Somebody who turned the page came from somewhere.
        boolean goesBack = turn.onward() ? turn.from().isPresent() : page.more();
        boolean goesOn = !turn.onward() || page.more();
        Place first = page.heads().get(0).head().place();
        Place last = page.heads().get(page.heads().size() - 1).head().place();
        return new Page(
                lines,
                goesBack ? Optional.of(Turn.before(first)) : Optional.empty(),
                goesOn ? Optional.of(Turn.after(last)) : Optional.empty());
    }

    /** Opens one view; empty if there is none for this reader, whatever the reason. */
    public Optional<LoggedView> open(SignedIn who, ViewId id) {
        return read(who, (reading, told) -> reading.body(id).flatMap(body -> open(reading, who, told, body)))
                .flatMap(Function.identity());
    }

    private Optional<LoggedView> open(Reading reading, SignedIn who, Told told, Reading.Body body) {
        ViewHead head = body.head();
        Now now = now(reading, who, told);
        Permission permission = mayOpen(who, head, now);
        if (permission.ruling() != Ruling.ALLOW || !now.fresh(head)) {
            log.refused(reading, who, head, permission);
            return Optional.empty();
        }
        SealedView view = now.decides(head).unseal(body.sealed(), head.key());
        String entry = log.opened(reading, who, head, view);
        return Optional.of(new LoggedView(head.id(), head.version(), head.disclosure(), view, entry));
    }

    /** What an opening is checked against, read in its own transaction. */
    record Now(
            Instant at,
            Optional<PolicyHash> hash,
            long stops,
            Optional<PolicyEngine> policy,
            BreakGlass breakGlass,
            Set<EnquiryId> keptFrom,
            Set<EnquiryId> broken) {

        PolicyEngine published() {
            return policy.orElseThrow(PublishedPolicy.NotInForce::new);
        }

        PolicyEngine decides(ViewHead head) {
            return BreakGlass.made(head.key().purpose()) ? breakGlass.engine() : published();
        }

        /**
         * A decision that a fact of time, another policy or an agency that stopped sharing has overtaken is not served;
         * the clock decides it again within a second.
         */
        boolean fresh(ViewHead head) {
            return head.validUntil().map(at::isBefore).orElse(true)
                    && head.stops() == stops
                    && decidedWith(head)
                            .map(p -> p.hex().equals(head.policyHash()))
                            .orElse(false);
        }

        /** A view of break-glass is there for who broke it, and for nobody else of the team. */
        private Optional<PolicyHash> decidedWith(ViewHead head) {
            if (!BreakGlass.made(head.key().purpose())) {
                return hash.filter(h -> h.equals(published().policy().hash()));
            }
            return broken.contains(head.key().enquiry()) ? Optional.of(breakGlass.hash()) : Optional.empty();
        }
    }

    /** The time that a page is read for. */
    Instant now() {
        return clock.instant();
    }

    Now now(Reading reading, SignedIn who, Told told) {
        Instant at = clock.instant();
        return new Now(
                at,
                reading.publishedPolicy(),
                reading.stops(who.area()),
                told.policy(),
                breakGlass,
                reading.keptFrom(who.user()),
                told.broken());
    }

    /** Whether a list of theirs may show a view now. */
    boolean shows(SignedIn who, ViewHead head, Now now) {
        return now.fresh(head) && mayOpen(who, head, now).ruling() == Ruling.ALLOW;
    }

    private Permission mayOpen(SignedIn who, ViewHead head, Now now) {
        Area area = partnership.area(who.area()).orElseThrow();
        Audience audience = area.team(who.team()).orElseThrow().audience(area);
        boolean conflict = now.keptFrom().contains(head.key().enquiry());
        LocalDate today = LocalDate.ofInstant(now.at(), area.calendar().zone());
        return now.decides(head)
                .mayOpen(new Opening(
                        audience, head.key(), conflict, who.trainedOn(today), who.vettedOn(today), now.at()));
    }

    /**
     * What the journey's connections tell, asked before the reader's transaction begins. Within it somebody who waits for
     * the reader's locks may hold the last of those connections, and neither would ever go on. What was published
     * meanwhile makes the opening stale, and it is refused.
     */
    record Told(Optional<PolicyEngine> policy, Set<EnquiryId> broken) {}

    <T> Optional<T> read(SignedIn who, BiFunction<Reading, Told, T> work) {
        Told told = new Told(published.now(), broken.live(who.user(), clock.instant()));
        return roles.of(who.area(), who.team()).map(role -> reader.as(role, reading -> work.apply(reading, told)));
    }
}
