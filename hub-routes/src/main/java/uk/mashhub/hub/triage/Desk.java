package uk.mashhub.hub.triage;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.ClockFace;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.Rating;

/**
 * Records what a person does on an enquiry: checks the role, writes the log entry, appends the act to the ledger. Runs in
 * the caller's transaction, with the enquiry locked; the caller decides again afterwards.
 */
public final class Desk {
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final ConflictStore conflicts;
    private final HandAnswers handAnswers;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;
    private final ActRules rules = new ActRules();

    public Desk(
            EnquiryLedger ledger,
            PeopleBook book,
            ConflictStore conflicts,
            HandAnswers handAnswers,
            Audit audit,
            Clock clock,
            RandomSource random) {
        this.ledger = ledger;
        this.book = book;
        this.conflicts = conflicts;
        this.handAnswers = handAnswers;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Records an act.
     *
     * @return what came of it; a refusal is in the log too, so it is returned and not thrown
     */
    public Recorded record(SignedIn who, Area area, Enquiry enquiry, Packet packet, Act act) {
        Team team = area.team(who.team()).orElseThrow();
        try {
            rules.check(act, team, area, packet);
        } catch (NotAllowed e) {
            audit.acted(uk.mashhub.log.Act.REFUSAL, who.user(), who.team(), enquiry.id(), "REFUSE", act);
            return new Recorded(Optional.of(e.reason()), Set.of());
        }
        audit.acted(LogWords.of(act), who.user(), who.team(), enquiry.id(), "ALLOW", act);
        ledger.append(
                enquiry.id(),
                team.agency(),
                new EnquiryFact.Acted(ActId.random(random), who.user(), who.team(), team.agency(), act));
        return new Recorded(Optional.empty(), effects(area, team, enquiry, packet, act));
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

    private Set<EnquiryId> effects(Area area, Team team, Enquiry enquiry, Packet packet, Act act) {
        if (act instanceof Act.Rate rate) {
            rated(area, enquiry, rate.rating());
        } else if (act instanceof Act.SetPurpose purpose) {
            ledger.update(enquiry.row().forPurpose(purpose.purpose()));
        } else if (act instanceof Act.DecideChild) {
            decided(enquiry, packet, ((Act.DecideChild) act).child());
        } else if (act instanceof Act.RaiseFlag flag) {
            PersonFlag raised = new PersonFlag(
                    flag.flag(), new uk.mashhub.model.id.SourceId("mash-room"), Optional.empty(), Optional.empty());
            return book.flag(flag.person(), List.of(raised));
        } else if (act instanceof Act.SettleLink link) {
            return settled(enquiry, link);
        } else if (act instanceof Act.AnswerByHand answer) {
            handAnswers.answer(enquiry, team, answer);
        } else if (act instanceof Act.DeclareConflict conflict) {
            conflict.people().forEach(p -> conflicts.add(conflict.user(), p, clock.instant()));
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

    private Set<EnquiryId> settled(Enquiry enquiry, Act.SettleLink settle) {
        EnquiryFact.Waiting waiting = enquiry.facts(EnquiryFact.LinksFound.class)
                .flatMap(l -> l.waiting().stream())
                .filter(w -> w.link().equals(settle.link()))
                .findFirst()
                .orElse(null);
        if (waiting == null) {
            return Set.of();
        }
        Set<EnquiryId> reached = book.reach(List.of(waiting.person(), waiting.candidate()));
        book.settle(waiting.person(), waiting.candidate(), settle.same());
        return reached;
    }
}
