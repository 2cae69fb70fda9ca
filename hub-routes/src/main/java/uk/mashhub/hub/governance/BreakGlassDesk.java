package uk.mashhub.hub.governance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Calendar;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.disclose.Notices;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.BreakGlassUse;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.vocabulary.Role;

/**
 * Break-glass (ruling 22): a decision maker who has just signed in again opens one open enquiry of the area for an hour,
 * whatever its purpose and whether or not a policy is in force. Owners are told in the transaction that makes it readable;
 * who does not review it by the end of the next working day takes it from everybody of the role.
 */
public final class BreakGlassDesk {
    static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration LASTS = Duration.ofHours(1);
    private static final int LISTED = 50;
    private static final int LONGEST = 4000;

    private final BreakGlassStore broken;
    private final EnquiryLedger ledger;
    private final ConflictStore conflicts;
    private final ViewStore views;
    private final ReferralJourney journey;
    private final Outbox notices;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomSource random;

    public BreakGlassDesk(
            BreakGlassStore broken,
            EnquiryLedger ledger,
            ConflictStore conflicts,
            ViewStore views,
            ReferralJourney journey,
            Outbox notices,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        this.broken = broken;
        this.ledger = ledger;
        this.conflicts = conflicts;
        this.views = views;
        this.journey = journey;
        this.notices = notices;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /** Who may break it: an emergency duty team is one of decision makers. */
    public static boolean breaks(Reader reader) {
        return reader.role() == Role.DECISION_MAKER;
    }

    /** Who hears of it: whoever releases an agency's items, and its information governance lead. */
    public static boolean open(Reader reader) {
        return breaks(reader) || hears(reader.team());
    }

    private static boolean hears(Team team) {
        return team.role() == Role.IG_LEAD || team.role() == Role.AGENCY_LEAD;
    }

    /** Who reviews the uses of an agency's decision makers. */
    static boolean reviews(Reader reader) {
        return reader.role() == Role.IG_LEAD;
    }

    /** Whether the reader has signed in so lately that nobody else can sit there. */
    boolean fresh(Reader reader) {
        Instant now = clock.instant();
        Instant signedIn = reader.who().authenticatedAt();
        return !signedIn.isBefore(now.minus(FRESH)) && !signedIn.isAfter(now.plus(FRESH));
    }

    /** The views that are open to the reader now by break-glass. */
    List<ViewId> open(Reader reader, Instant now) {
        return broken.live(reader.who().user(), now).stream()
                .flatMap(e -> views.headsOf(e).stream())
                .filter(h -> BreakGlass.made(h.key().purpose()))
                .filter(h -> h.key().team().equals(reader.team().id()))
                .map(ViewHead::id)
                .toList();
    }

    /** Breaks the glass; why not, if it was refused. A refusal never says whether there is such an enquiry. */
    Optional<String> breakGlass(Reader reader, String reference, String reason) {
        if (!fresh(reader)) {
            return Optional.of("Sign in again first: this is open for five minutes after that.");
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            return Optional.of("Say why it cannot wait.");
        }
        Optional<String> refusal = transactions.execute(status -> {
            Optional<EnquiryId> enquiry = found(reader, reference);
            Optional<String> why = broken.overdue(reader.area().code(), clock.instant())
                    ? Optional.of("An earlier use has not been reviewed in time: ring the information governance lead.")
                    : enquiry.isEmpty()
                            ? Optional.of("You can open no enquiry of your area under this reference.")
                            : Optional.empty();
            if (why.isPresent()) {
                audit.noted(
                        Act.REFUSAL,
                        reader.who(),
                        "BREAK_GLASS",
                        List.of(Audit.claim("query", reference), Audit.claim("reason", reason)));
                return why;
            }
            broken(reader, enquiry.get(), reason);
            return Optional.empty();
        });
        return refusal == null ? Optional.empty() : refusal;
    }

    private Optional<EnquiryId> found(Reader reader, String reference) {
        return ledger.open(reader.area().code(), reference)
                .filter(id -> !conflicts.keptFrom(reader.who().user()).contains(id));
    }

    private void broken(Reader reader, EnquiryId enquiry, String reason) {
        Instant now = clock.instant();
        BreakGlassUse use = new BreakGlassUse(
                random.uuid(),
                reader.area().code(),
                reader.team().id(),
                reader.who().user(),
                enquiry,
                now,
                now.plus(LASTS),
                endOfNextWorkingDay(reader.area().calendar(), now),
                Optional.empty());
        broken.add(use, reader.agency().id(), reason);
        Set<AgencyId> owners = journey.glassBroken(enquiry);
        broken.gave(use.id(), owners);
        audit.acted(Act.BREAK_GLASS, use.user(), use.team(), enquiry, "ALLOW", reason);
        Set<AgencyId> told = new HashSet<>(owners);
        told.add(reader.agency().id());
        for (Team team : reader.area().teams()) {
            if (hears(team) && told.contains(team.agency())) {
                audit.acted(Act.BREAK_GLASS, use.user(), team.id(), enquiry, "TOLD", use.id());
                notices.put(
                        Notices.address(use.area(), team.id()), use.id().toString(), Notices.breakGlass(use.id()), now);
            }
        }
    }

    private static Instant endOfNextWorkingDay(Calendar calendar, Instant now) {
        LocalDate tomorrow = LocalDate.ofInstant(now, calendar.zone()).plusDays(1);
        return calendar.after(
                tomorrow.atStartOfDay(calendar.zone()).toInstant(),
                Duration.between(calendar.opens(), calendar.closes()));
    }

    /** The uses by the reader's own agency, with their reasons: for its information governance lead to review. */
    List<BreakGlassStore.Reasoned> toReview(Reader reader) {
        if (!reviews(reader)) {
            return List.of();
        }
        List<BreakGlassStore.Reasoned> listed = transactions.execute(status -> {
            List<BreakGlassStore.Reasoned> uses = broken.by(reader.area().code(), teams(reader), LISTED);
            audit.noted(
                    Act.OPENING,
                    reader.who(),
                    "LIST",
                    List.of(Audit.claim(
                            "content", uses.stream().map(u -> u.use().id()).toList())));
            return uses;
        });
        return listed == null ? List.of() : listed;
    }

    private static List<TeamId> teams(Reader reader) {
        Area area = reader.area();
        return area.teams().stream()
                .filter(t -> t.agency().equals(reader.agency().id()))
                .map(Team::id)
                .toList();
    }

    /** The uses that gave something of the reader's agency. */
    List<BreakGlassUse> gaveOfOurs(Reader reader) {
        return hears(reader.team())
                ? broken.gaveOf(reader.area().code(), reader.agency().id(), LISTED)
                : List.of();
    }

    /** Records a review; false if it is not for this reader, or somebody has reviewed it. */
    boolean review(Reader reader, UUID id, String finding) {
        Boolean done = transactions.execute(status -> {
            boolean allowed = reviews(reader)
                    && !finding.isBlank()
                    && finding.length() <= LONGEST
                    && broken.find(id)
                            .filter(use -> use.area().equals(reader.area().code()))
                            .filter(use -> teams(reader).contains(use.team()))
                            .filter(use -> !use.user().equals(reader.who().user()))
                            .isPresent();
            if (!allowed || !broken.review(id, reader.who().user(), clock.instant())) {
                status.setRollbackOnly();
                return false;
            }
            audit.noted(
                    Act.BREAK_GLASS,
                    reader.who(),
                    "REVIEWED",
                    List.of(Audit.claim("content", id), Audit.claim("reason", finding)));
            return true;
        });
        return Boolean.TRUE.equals(done);
    }
}
