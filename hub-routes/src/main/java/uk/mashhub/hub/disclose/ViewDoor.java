package uk.mashhub.hub.disclose;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.OpeningLog;
import uk.mashhub.hub.storage.Reading;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.ViewHead;
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
 * reader may not open does not exist for that reader.
 */
public final class ViewDoor {
    private final Partnership partnership;
    private final TeamRoles roles;
    private final ViewReader reader;
    private final PolicyEngine policy;
    private final OpeningLog log;
    private final Clock clock;

    public ViewDoor(
            Partnership partnership,
            TeamRoles roles,
            ViewReader reader,
            PolicyEngine policy,
            OpeningLog log,
            Clock clock) {
        this.partnership = partnership;
        this.roles = roles;
        this.reader = reader;
        this.policy = policy;
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

    /** Everything on the reader's queue, newest first. The list is an opening of what it shows, and logged. */
    public List<Queued> queue(SignedIn who) {
        return read(who, reading -> {
                    List<Queued> lines = new ArrayList<>();
                    List<Reading.HeadBody> heads = reading.heads();
                    Now now = now(reading, who);
                    for (Reading.HeadBody head : heads) {
                        if (now.fresh(head.head())
                                && QueueLine.listed(head.json())
                                && mayOpen(who, head.head(), now).ruling() == Ruling.ALLOW) {
                            lines.add(new Queued(
                                    head.head().id(),
                                    head.head().version(),
                                    head.head().key().enquiry(),
                                    head.json()));
                        }
                    }
                    log.listed(reading, who, lines);
                    return lines;
                })
                .orElse(List.of());
    }

    /** Opens one view; empty if there is none for this reader, whatever the reason. */
    public Optional<LoggedView> open(SignedIn who, ViewId id) {
        return read(who, reading -> reading.body(id).flatMap(body -> open(reading, who, body)))
                .flatMap(Function.identity());
    }

    private Optional<LoggedView> open(Reading reading, SignedIn who, Reading.Body body) {
        ViewHead head = body.head();
        Now now = now(reading, who);
        Permission permission = mayOpen(who, head, now);
        if (permission.ruling() != Ruling.ALLOW || !now.fresh(head)) {
            log.refused(reading, who, head, permission);
            return Optional.empty();
        }
        SealedView view = policy.unseal(body.sealed(), head.key());
        String entry = log.opened(reading, who, head, view);
        return Optional.of(new LoggedView(head.id(), head.version(), view, entry));
    }

    /** What an opening is checked against, read in its own transaction. */
    private record Now(Instant at, Optional<PolicyHash> published, Set<EnquiryId> keptFrom) {

        /**
         * A decision that a fact of time or another policy has overtaken is not served; the clock decides it again
         * within a second.
         */
        boolean fresh(ViewHead head) {
            return head.validUntil().map(at::isBefore).orElse(true)
                    && published.map(p -> p.hex().equals(head.policyHash())).orElse(false);
        }
    }

    private Now now(Reading reading, SignedIn who) {
        return new Now(clock.instant(), reading.publishedPolicy(), reading.keptFrom(who.user()));
    }

    private Permission mayOpen(SignedIn who, ViewHead head, Now now) {
        Area area = partnership.area(who.area()).orElseThrow();
        Audience audience = area.team(who.team()).orElseThrow().audience(area);
        boolean conflict = now.keptFrom().contains(head.key().enquiry());
        LocalDate today = LocalDate.ofInstant(now.at(), area.calendar().zone());
        return policy.mayOpen(
                new Opening(audience, head.key(), conflict, who.trainedOn(today), who.vettedOn(today), now.at()));
    }

    private <T> Optional<T> read(SignedIn who, Function<Reading, T> work) {
        return roles.of(who.area(), who.team()).map(role -> reader.as(role, work));
    }
}
