package uk.mashhub.hub.disclose;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
        Map<ViewKey, ViewStore.Newest> before = newest(enquiry);
        boolean casework = decided.stream()
                .filter(v -> v.team().role() == Role.CASE_WORKER)
                .anyMatch(v -> !before.containsKey(v.decided().view().key()));
        List<ViewHead> heads = write(enquiry, decided, inputs, before);
        List<LinkLines.Shown> prepared = new ArrayList<>();
        Map<ViewId, DecidedView> shown = new HashMap<>();
        Set<ViewKey> current = new HashSet<>();
        for (int i = 0; i < heads.size(); i++) {
            DecidedView view = decided.get(i).decided();
            prepared.add(new LinkLines.Shown(
                    decided.get(i).team(), heads.get(i), view.view().content()));
            shown.put(heads.get(i).id(), view);
            current.add(heads.get(i).key());
        }
        links.write(enquiry, prepared);
        before.forEach((key, newest) -> {
            if (!current.contains(key) && !newest.withdrawn()) {
                views.withdraw(newest.head().id(), enquiry.id(), clock.instant());
            }
        });
        lookups.keepApart(enquiry, apart, shown);
        return casework;
    }

    /** Discloses views beside those that there are. */
    public void add(Enquiry enquiry, List<TeamView> decided, Inputs.Versions inputs) {
        write(enquiry, decided, inputs, newest(enquiry));
    }

    private Map<ViewKey, ViewStore.Newest> newest(Enquiry enquiry) {
        Map<ViewKey, ViewStore.Newest> newest = new LinkedHashMap<>();
        views.newest(enquiry.id()).forEach(n -> newest.put(n.head().key(), n));
        return newest;
    }

    /** @param content what the view says */
    private record Changed(
            TeamView view,
            ViewHead head,
            Optional<ViewStore.Newest> before,
            ViewStore.Version version,
            JsonNode content) {
        @Override
        public String toString() {
            return "Changed[" + head + "]";
        }
    }

    /** Writes what has changed, all of it together; says under which head each of the views is now, in their order. */
    private List<ViewHead> write(
            Enquiry enquiry, List<TeamView> decided, Inputs.Versions inputs, Map<ViewKey, ViewStore.Newest> newest) {
        List<ViewHead> heads = new ArrayList<>();
        List<ViewHead> same = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (TeamView view : decided) {
            ViewKey key = view.decided().view().key();
            Optional<ViewStore.Newest> before = Optional.ofNullable(newest.get(key));
            JsonNode content =
                    JsonMapper.shared().readTree(view.decided().view().content());
            QueueLine line = QueueLine.of(content);
            ViewHead head = next(view, inputs, line.listing(), before.map(ViewStore.Newest::head));
            heads.add(head);
            if (before.filter(b -> !b.withdrawn())
                    .filter(b -> b.head().digest().equals(head.digest()))
                    .isPresent()) {
                same.add(head);
            } else {
                changed.add(new Changed(
                        view,
                        head,
                        before,
                        new ViewStore.Version(
                                head, line.json(), view.decided().view().bytes(), Holders.team(key.area(), key.team())),
                        content));
            }
        }
        views.confirm(same);
        views.write(enquiry.id(), changed.stream().map(Changed::version).toList());
        changed.forEach(c -> log(enquiry, c));
        return heads;
    }

    /** Law 2: the entries are in the transaction that makes the version readable. */
    private void log(Enquiry enquiry, Changed changed) {
        ViewHead head = changed.head();
        DecidedView decided = changed.view().decided();
        byte[] trace = Audit.trace(decided.decisions());
        Logged logged = audit.disclosed(
                head,
                changed.before().map(Discloser::entries),
                changed.version().holder(),
                decided,
                trace);
        traces.keep(head.id(), head.version(), head.disclosure(), trace);
        lookups.disclosed(enquiry, changed.view().team(), head, logged, changed.content());
        outbox.put(
                Notices.address(head.key().area(), head.key().team()),
                head.id().toString(),
                Notices.notice(head),
                head.at());
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

    /** No version was written without its entries (law 2). */
    private static Audit.Before entries(ViewStore.Newest before) {
        return new Audit.Before(
                before.disclosure().orElseThrow(), before.decision().orElseThrow());
    }
}
