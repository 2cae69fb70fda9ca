package uk.mashhub.hub.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.Reading;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Logged;
import uk.mashhub.log.note.Signer;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.Ruling;
import uk.mashhub.policy.SealedView;

/** Entries for what readers open, on the reader's own connection: they commit with the reading or not at all. */
public final class OpeningLog {
    private final Signer signer;
    private final Clock clock;
    private final RandomSource random;

    public OpeningLog(Signer signer, Clock clock, RandomSource random) {
        this.signer = signer;
        this.clock = clock;
        this.random = random;
    }

    /** A view was opened. Returns the entry's id. */
    public String opened(Reading reading, SignedIn who, ViewHead head, SealedView view) {
        return write(
                reading,
                who,
                Act.OPENING,
                "ALLOW",
                head,
                List.of(Audit.claim("view", head.id()), new Claim("content", view.content())));
    }

    /** An opening was refused. */
    public void refused(Reading reading, SignedIn who, ViewHead head, Permission permission) {
        write(
                reading,
                who,
                Act.REFUSAL,
                permission.ruling() == Ruling.ALLOW ? "STALE" : "REFUSE",
                head,
                List.of(Audit.claim("view", head.id()), Audit.claim("reason", permission.reason())));
    }

    /** A page of a list was shown: one commitment per line. That nothing waits is told as well, and logged too. */
    public void listed(Reading reading, SignedIn who, List<ViewDoor.Queued> lines) {
        listed(
                reading,
                who,
                "LIST",
                lines.stream().map(ViewDoor.Queued::line).toList(),
                lines.stream().map(ViewDoor.Queued::enquiry).toList());
    }

    /** The same of doubtful links over many enquiries. */
    public void links(Reading reading, SignedIn who, List<LinkQueue.Line> lines) {
        listed(
                reading,
                who,
                "LINKS",
                lines.stream().map(LinkQueue.Line::json).toList(),
                lines.stream().map(LinkQueue.Line::enquiry).toList());
    }

    private void listed(Reading reading, SignedIn who, String outcome, List<byte[]> lines, List<EnquiryId> enquiries) {
        List<Claim> claims = new ArrayList<>();
        lines.forEach(line -> claims.add(Claim.line(claims.size() + 1, line)));
        Logged logged = append(
                reading,
                new Draft(
                        Act.OPENING,
                        who.user().toString(),
                        who.team().value(),
                        Draft.NO_PURPOSE,
                        outcome,
                        Draft.NO_POLICY,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        claims));
        // Each line's salt goes with its own enquiry, and with no other of the page.
        for (int i = 0; i < lines.size(); i++) {
            Set<UUID> about = Set.of(enquiries.get(i).value());
            reading.salts()
                    .keep(
                            logged.entryId(),
                            Holders.team(who.area(), who.team()),
                            about,
                            List.of(logged.salts().get(i)));
        }
    }

    /** The log was searched, in the lead's own words and with the ids of the entries that were shown. */
    String searched(Reading reading, SignedIn who, String outcome, List<Claim> claims, Set<UUID> about) {
        return keep(
                reading,
                who,
                new Draft(
                        Act.SEARCH,
                        who.user().toString(),
                        who.team().value(),
                        "AUDIT",
                        outcome,
                        Draft.NO_POLICY,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        claims),
                about);
    }

    private String write(Reading reading, SignedIn who, Act act, String outcome, ViewHead head, List<Claim> claims) {
        return keep(
                reading,
                who,
                new Draft(
                        act,
                        who.user().toString(),
                        who.team().value(),
                        head.key().purpose().name(),
                        outcome,
                        head.policyHash(),
                        Optional.of(head.disclosure().toString()),
                        head.version(),
                        Optional.empty(),
                        claims),
                Set.of(head.disclosure().value()));
    }

    private Logged append(Reading reading, Draft draft) {
        return new DisclosureLog(reading.entries(), signer, clock, random::bytes).append(draft);
    }

    /** @param about with what the salts are erased */
    private String keep(Reading reading, SignedIn who, Draft draft, Set<UUID> about) {
        Logged logged = append(reading, draft);
        reading.salts().keep(logged.entryId(), Holders.team(who.area(), who.team()), about, logged.salts());
        return logged.entryId();
    }
}
