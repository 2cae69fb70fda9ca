package uk.mashhub.hub.triage;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.ClockFace;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.Decider.TeamView;
import uk.mashhub.hub.disclose.Notices;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.disclose.Telling;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.Role;

/**
 * Records what a person does on an enquiry: checks the role, writes the log entry, appends the act to the ledger. Runs in
 * the caller's transaction, with the enquiry locked; the caller decides again afterwards.
 */
public final class Desk {
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final ConflictStore conflicts;
    private final HandAnswers handAnswers;
    private final BringingIn bringingIn;
    private final Settling settling;
    private final TransactionTemplate trial;
    private final Outbox notices;
    private final Telling telling;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;
    private final ActRules rules = new ActRules();

    /** @param trial a transaction within the caller's, which can be rolled back alone */
    public Desk(
            EnquiryLedger ledger,
            PeopleBook book,
            ConflictStore conflicts,
            HandAnswers handAnswers,
            ViewStore views,
            Outbox notices,
            Telling telling,
            Audit audit,
            TransactionTemplate trial,
            Clock clock,
            RandomSource random) {
        this.ledger = ledger;
        this.book = book;
        this.conflicts = conflicts;
        this.handAnswers = handAnswers;
        this.bringingIn = new BringingIn(ledger, book, clock, random);
        this.settling = new Settling(ledger, book, views, audit, clock);
        this.trial = trial;
        this.notices = notices;
        this.telling = telling;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Records an act.
     *
     * @param decided every view that there is of a locked enquiry, to see what settling a link would do
     * @return what came of it; a refusal is in the log too, so it is returned and not thrown
     */
    public Recorded record(
            SignedIn who,
            Area area,
            Enquiry enquiry,
            Packet packet,
            Act act,
            Function<Enquiry, List<TeamView>> decided) {
        Team team = area.team(who.team()).orElseThrow();
        Optional<String> refusal = refusal(who, area, enquiry, packet, team, act);
        if (refusal.isPresent()) {
            audit.acted(uk.mashhub.log.Act.REFUSAL, who.user(), who.team(), enquiry.id(), "REFUSE", act);
            return new Recorded(refusal, Set.of());
        }
        EnquiryFact.Acted acted =
                new EnquiryFact.Acted(ActId.random(random), who.user(), who.team(), team.agency(), act);
        Optional<EnquiryFact.LinkWord> first = act instanceof Act.SettleLink settle
                ? settling.first(area, enquiry, settle, acted, new LinkEffects(ledger, book, trial, decided))
                : Optional.empty();
        audit.acted(
                LogWords.of(act),
                who.user(),
                who.team(),
                enquiry.id(),
                LogWords.purpose(act),
                first.isPresent() ? "FIRST_OF_TWO" : "ALLOW",
                act,
                settling.restsOn(enquiry, act));
        if (first.isPresent()) {
            ledger.append(enquiry.id(), team.agency(), first.get());
            return new Recorded(Optional.empty(), Set.of());
        }
        ledger.append(enquiry.id(), team.agency(), acted);
        return new Recorded(Optional.empty(), effects(who, area, team, enquiry, packet, act));
    }

    private Optional<String> refusal(SignedIn who, Area area, Enquiry enquiry, Packet packet, Team team, Act act) {
        try {
            rules.check(act, who.user(), team, area, packet);
            Closing.check(act, enquiry);
            BringingIn.check(act, enquiry);
            if (act instanceof Act.SettleLink settle) {
                settling.link(enquiry, settle.link());
            }
        } catch (NotAllowed e) {
            return Optional.of(e.reason());
        }
        return act instanceof Act.TellReferrer tell && !tell.spoken()
                ? telling.tell(area, enquiry, packet, tell.outcome())
                : Optional.empty();
    }

    /**
     * What came of an act.
     *
     * @param refusal why it was not allowed, for the person to read; empty if it was
     * @param reached other enquiries that it reaches, by a safety flag or a link
     */
    public record Recorded(Optional<String> refusal, Set<EnquiryId> reached) {
        public Recorded {
            java.util.Objects.requireNonNull(refusal, "refusal");
            // In the order in which they are locked (ruling 14).
            reached = Collections.unmodifiableSet(new LinkedHashSet<>(reached));
        }
    }

    private Set<EnquiryId> effects(SignedIn who, Area area, Team team, Enquiry enquiry, Packet packet, Act act) {
        if (act instanceof Act.Rate rate) {
            rated(area, enquiry, rate.rating());
        } else if (act instanceof Act.SetPurpose purpose) {
            ledger.update(enquiry.row().forPurpose(purpose.purpose()));
        } else if (act instanceof Act.DecideChild) {
            decided(enquiry, packet, ((Act.DecideChild) act).child());
        } else if (act instanceof Act.Close) {
            ledger.update(Closing.closed(enquiry));
        } else if (act instanceof Act.Reopen) {
            ledger.update(Closing.reopened(enquiry));
        } else if (act instanceof Act.RaiseFlag flag) {
            return book.flag(flag.person(), List.of(flag.raised()));
        } else if (act instanceof Act.SettleLink link) {
            return settling.settled(team, enquiry, link);
        } else if (act instanceof Act.BringIn in) {
            return bringingIn.bringIn(enquiry, team, in);
        } else if (act instanceof Act.TakeOut out) {
            settling.shown(enquiry.id(), BringingIn.since(enquiry, out.person()), "person", out.person());
            return bringingIn.takeOut(enquiry, out);
        } else if (act instanceof Act.AnswerByHand answer) {
            handAnswers.answer(enquiry, team, answer);
        } else if (act instanceof Act.DeclareConflict conflict) {
            conflicted(who, area, enquiry, conflict);
        } else if (act instanceof Act.TellReferrer tell) {
            ledger.append(
                    enquiry.id(),
                    team.agency(),
                    new EnquiryFact.ReferrerTold(tell.outcome().name(), Optional.empty()));
        }
        return Set.of();
    }

    private void rated(Area area, Enquiry enquiry, Rating rating) {
        // An open case stays with its worker, unless somebody rates the new concern as urgent.
        boolean begins = enquiry.stage() == Stage.RECEIVED && rating != Rating.BLUE
                || enquiry.stage() == Stage.OPEN_CASE && (rating == Rating.RED || rating == Rating.AMBER);
        EnquiryRow row = begins ? enquiry.row().at(Stage.ENQUIRING) : enquiry.row();
        ledger.update(row.rated(rating, ClockFace.due(area, rating, row.receivedAt())));
    }

    private void decided(Enquiry enquiry, Packet packet, PersonId child) {
        boolean all = packet.people().stream()
                .filter(p -> p.roles().contains(uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD))
                .allMatch(p -> p.id().equals(child)
                        || packet.decisions().stream().anyMatch(d -> d.child().equals(p.id())));
        if (all) {
            ledger.update(enquiry.row().at(Stage.DECIDED));
        }
    }

    /** A conflict of one's own holds at once; of somebody else, when a second person says so too (ruling 21). */
    private boolean inEffect(SignedIn who, Enquiry enquiry, Act.DeclareConflict conflict) {
        return conflict.user().equals(who.user())
                || enquiry.facts(EnquiryFact.Acted.class)
                        .filter(a -> !a.by().equals(who.user()))
                        .anyMatch(a -> a.act() instanceof Act.DeclareConflict other
                                && other.user().equals(conflict.user()));
    }

    private void conflicted(SignedIn who, Area area, Enquiry enquiry, Act.DeclareConflict conflict) {
        if (!inEffect(who, enquiry, conflict)) {
            return;
        }
        boolean byThemselves = conflict.user().equals(who.user());
        conflicts.add(area.code(), conflict.user(), byThemselves, conflict.people(), clock.instant());
        supervisors(area).forEach(team -> {
            audit.acted(uk.mashhub.log.Act.CONFLICT, who.user(), team.id(), enquiry.id(), "TOLD", conflict);
            notices.put(
                    Notices.address(area.code(), team.id()),
                    conflict.user().toString(),
                    Notices.conflict(random.uuid()),
                    clock.instant());
        });
    }

    /** Who answers for the room's staff: its decision makers. */
    private static List<Team> supervisors(Area area) {
        return area.teams().stream()
                .filter(t -> t.role() == Role.DECISION_MAKER)
                .toList();
    }
}
