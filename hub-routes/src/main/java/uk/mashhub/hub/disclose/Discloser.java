package uk.mashhub.hub.disclose;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.LookupBook;
import uk.mashhub.hub.decide.Decider.TeamView;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.Inputs;
import uk.mashhub.hub.storage.Listing;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.Logged;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.DecidedView;

/**
 * Writes the views of an enquiry. A view gets a new version only if its bytes change for that reader (ruling 11); the
 * version, its log entries and the notice to the team are in the caller's transaction (law 2).
 */
public final class Discloser {
    private final ViewStore views;
    private final TeamRoles roles;
    private final TraceStore traces;
    private final Audit audit;
    private final LookupBook lookups;
    private final LinkLines links;
    private final Outbox outbox;
    private final Clock clock;
    private final RandomSource random;

    public Discloser(
            ViewStore views,
            TeamRoles roles,
            TraceStore traces,
            Audit audit,
            LookupBook lookups,
            LinkLines links,
            Outbox outbox,
            Clock clock,
            RandomSource random) {
        this.views = views;
        this.roles = roles;
        this.traces = traces;
        this.audit = audit;
        this.lookups = lookups;
        this.links = links;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Discloses what has changed and withdraws what is no longer there.
     *
     * @param inputs what was decided on
     * @param apart of the people of the enquiry those whom a statute keeps apart, under every id that they have or may have
     * @return whether case workers read somebody's packet for the first time: for whom they act is a fact about every
     *     other enquiry of those people too
     */
    public boolean disclose(Enquiry enquiry, List<TeamView> decided, Inputs.Versions inputs, Set<PersonId> apart) {
        boolean casework = decided.stream()
                .filter(v -> v.team().role() == Role.CASE_WORKER)
                .anyMatch(v -> views.head(v.decided().view().key()).isEmpty());
        Map<ViewKey, DecidedView> current = new HashMap<>();
        List<LinkLines.Shown> prepared = new ArrayList<>();
        for (TeamView view : decided) {
            current.put(view.decided().view().key(), view.decided());
            prepared.add(new LinkLines.Shown(
                    view.team(),
                    disclose(enquiry, view, inputs),
                    view.decided().view().content()));
        }
        links.write(enquiry, prepared);
        Map<ViewId, DecidedView> shown = new HashMap<>();
        for (ViewHead head : views.headsOf(enquiry.id())) {
            DecidedView now = current.get(head.key());
            if (now == null) {
                views.withdraw(head.id(), enquiry.id(), clock.instant());
            } else {
                shown.put(head.id(), now);
            }
        }
        lookups.keepApart(enquiry, apart, shown);
        return casework;
    }

    /** Discloses views beside those that there are. */
    public void add(Enquiry enquiry, List<TeamView> decided, Inputs.Versions inputs) {
        decided.forEach(view -> disclose(enquiry, view, inputs));
    }

    private ViewHead disclose(Enquiry enquiry, TeamView view, Inputs.Versions inputs) {
        ViewKey key = view.decided().view().key();
        Optional<ViewHead> before = views.head(key);
        byte[] line = QueueLine.of(view.decided().view().content());
        ViewHead head = next(view, inputs, QueueLine.listing(line), before);
        if (before.isPresent()
                && !views.withdrawn(before.get().id())
                && before.get().digest().equals(head.digest())) {
            views.confirm(head);
            return head;
        }
        String holder = Holders.team(key.area(), key.team());
        Logged logged = audit.disclosed(head, before.map(this::entries), holder, view.decided());
        views.write(head, line, view.decided().view().bytes(), holder);
        traces.keep(
                head.id(),
                head.version(),
                head.disclosure(),
                Audit.trace(view.decided().decisions()));
        lookups.disclosed(enquiry, view.team(), head, logged, view.decided());
        outbox.put(Notices.address(key.area(), key.team()), head.id().toString(), Notices.notice(head), head.at());
        return head;
    }

    private ViewHead next(TeamView view, Inputs.Versions inputs, Listing listing, Optional<ViewHead> before) {
        ViewKey key = view.decided().view().key();
        return new ViewHead(
                before.map(ViewHead::id).orElseGet(() -> ViewId.random(random)),
                key,
                roles.of(key.area(), key.team()).orElseThrow(),
                before.map(ViewHead::version).orElse(0L) + 1,
                view.decided().view().digest(),
                inputs.digest(),
                view.policy().hex(),
                inputs.stops(),
                DisclosureId.random(random),
                clock.instant(),
                view.validUntil(),
                listing);
    }

    private Audit.Before entries(ViewHead before) {
        return new Audit.Before(
                views.entry(before.disclosure(), Act.DISCLOSURE), views.entry(before.disclosure(), Act.DECISION));
    }
}
