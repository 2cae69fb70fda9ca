package uk.mashhub.hub.triage;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Who may do what (ruling 32). Whatever is not named here is not allowed. */
final class ActRules {
    private static final Set<Role> SCREENING = Set.of(Role.DECISION_MAKER, Role.SCREENING_SOCIAL_WORKER);
    private static final Set<Role> OWNERS =
            Set.of(Role.AGENCY_LEAD, Role.DECISION_MAKER, Role.AGENCY_RESEARCHER, Role.CASE_WORKER);

    /** What somebody can be who is brought in. */
    static final Set<SubjectRole> BROUGHT_IN = EnumSet.of(
            SubjectRole.SIBLING,
            SubjectRole.PARENT,
            SubjectRole.HOUSEHOLD_ADULT,
            SubjectRole.ALLEGED_PERPETRATOR,
            SubjectRole.VICTIM);

    /** Whether a team may record agreement, and so read what was recorded. */
    static boolean recordsAgreement(Team team) {
        return SCREENING.contains(team.role());
    }

    /** Refuses what a team's role, or the state of the enquiry, does not allow. */
    void check(Act act, UserId by, Team team, Area area, Packet packet) {
        if (act instanceof Act.Rate r) {
            role(team, SCREENING, "Only a screening social worker or a decision maker rates a referral.");
            words(r.reason(), "Say why it is rated so.");
            require(r.rating() != Rating.UNRATED, "Choose a rating.");
        } else if (act instanceof Act.SetPurpose p) {
            purpose(p, team);
        } else if (act instanceof Act.RecordAgreement a) {
            role(team, SCREENING, "Only the local authority's screening team records agreement.");
            AgreementRules.check(a, area, packet, today(packet, area));
        } else if (act instanceof Act.RecordOverride o) {
            role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker overrides missing agreement.");
            words(o.reason(), "Say why missing agreement is overridden.");
            // An empty list would mean all of them: what is left out must never widen.
            require(!o.agencies().isEmpty(), "Choose the agencies that may be asked.");
            require(o.agencies().stream().allMatch(a -> area.agency(a).isPresent()), "Choose agencies of the area.");
        } else if (act instanceof Act.WithdrawOverride w) {
            role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker withdraws an override.");
            words(w.reason(), "Say why the override is withdrawn.");
            require(!w.agencies().isEmpty(), "Choose the agencies that may no longer be asked.");
            require(
                    w.agencies().stream()
                            .allMatch(a -> packet.overrides().stream()
                                    .anyMatch(o -> o.agencies().contains(a))),
                    "There is no override for one of these agencies.");
        } else if (act instanceof Act.OwnItem o) {
            owner(o, team, area, packet);
        } else if (act instanceof Act.SettleLink s) {
            require(team.settlesLinks(), "Only the screening team or a link steward settles who is who.");
            words(s.why(), "Say why.");
        } else if (act instanceof Act.DecideChild d) {
            role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker records the decision.");
            words(d.rationale(), "Say why.");
            require(!d.outcomes().isEmpty(), "Choose at least one outcome.");
            require(known(packet, Set.of(d.child())), "Choose a child of this enquiry.");
        } else if (act instanceof Act.TellReferrer t) {
            role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker tells the referrer the outcome.");
            require(
                    packet.decisions().stream().anyMatch(d -> d.outcomes().contains(t.outcome())),
                    "Tell an outcome that was decided for a child of this enquiry.");
        } else if (act instanceof Act.Close c) {
            role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker closes an enquiry.");
            words(c.reason(), "Say why it can be closed.");
        } else if (act instanceof Act.Reopen r) {
            role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker opens an enquiry again.");
            words(r.reason(), "Say why it is opened again.");
        } else if (act instanceof Act.AnswerByHand a) {
            byHand(a, team, area, packet);
            require(known(packet, Set.of(a.about())), "Choose a person of this enquiry.");
        } else if (act instanceof Act.RaiseFlag f) {
            role(
                    team,
                    Set.of(Role.DECISION_MAKER, Role.SCREENING_SOCIAL_WORKER, Role.AGENCY_LEAD),
                    "Only the screening team or an agency's lead raises a safety flag.");
            words(f.reason(), "Say why.");
            require(known(packet, Set.of(f.person())), "Choose a person of this enquiry.");
        } else if (act instanceof Act.AskAgain again) {
            askAgain(again, team, area, packet);
        } else if (act instanceof Act.BringIn in) {
            bringIn(in, team, area, packet);
        } else if (act instanceof Act.TakeOut out) {
            role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker takes somebody out of an enquiry.");
            words(out.reason(), "Say why they do not belong to this enquiry.");
        } else if (act instanceof Act.DeclareConflict c) {
            require(
                    c.user().equals(by) || SCREENING.contains(team.role()),
                    "Only the screening team puts a colleague on the conflict list.");
        } else {
            throw new NotAllowed("This cannot be done here.");
        }
    }

    private static void purpose(Act.SetPurpose p, Team team) {
        boolean raises = p.purpose().atLeastSection47();
        role(
                team,
                raises ? Set.of(Role.DECISION_MAKER) : SCREENING,
                raises
                        ? "Only a decision maker raises the purpose to section 47, strategy or emergency protection."
                        : "Only the screening team sets the purpose.");
        words(p.grounds(), "Record the grounds.");
        require(
                Set.of(
                                Purpose.PRESCREEN,
                                Purpose.MASH_ENQUIRY,
                                Purpose.S17,
                                Purpose.S47,
                                Purpose.STRATEGY,
                                Purpose.EPO_S46,
                                Purpose.EARLY_HELP)
                        .contains(p.purpose()),
                "This purpose is not one of an enquiry.");
    }

    private static void askAgain(Act.AskAgain again, Team team, Area area, Packet packet) {
        require(
                SCREENING.contains(team.role()) || team.role() == Role.BUSINESS_SUPPORT,
                "Only the screening team or business support asks an agency again.");
        boolean waits = area.agency(again.agency()).stream()
                .flatMap(a -> a.answerers().stream())
                .filter(s -> s.use() == Source.Use.ANSWERER)
                .anyMatch(s -> packet.agencies().stream()
                        .flatMap(a -> a.sources().stream())
                        .anyMatch(x -> x.source().equals(s.id())
                                && (x.state() == SourceState.ASKED || x.state() == SourceState.UNAVAILABLE)));
        require(waits, "No system of this agency was asked and has not answered.");
    }

    private static void bringIn(Act.BringIn in, Team team, Area area, Packet packet) {
        role(team, Set.of(Role.DECISION_MAKER), "Only a decision maker brings somebody into an enquiry.");
        words(in.given(), "Give their first name, or 'not known'.");
        words(in.family(), "Give their last name, or 'not known'.");
        words(in.reason(), "Say why they belong to this enquiry.");
        require(
                in.born().map(day -> !day.isAfter(today(packet, area))).orElse(true),
                "Give a date of birth that has been.");
        require(
                !in.roles().isEmpty() && BROUGHT_IN.containsAll(in.roles()),
                "Choose what they are: a child whom it is about comes by a referral.");
    }

    private static void owner(Act.OwnItem o, Team team, Area area, Packet packet) {
        role(team, OWNERS, "Only the owner's lead acts on an item.");
        AgencyId owner = packet.items().stream()
                .filter(i -> i.id().equals(o.item()))
                .map(i -> i.provenance().owner())
                .findFirst()
                .orElseThrow(() -> new NotAllowed("There is no such item."));
        require(owner.equals(team.agency()), "There is no such item.");
        require(
                o.teams().stream().allMatch(t -> area.team(t).isPresent()),
                "Choose teams of the area to release it to.");
        words(o.text(), "Say why, or write the wording.");
    }

    private static void byHand(Act.AnswerByHand a, Team team, Area area, Packet packet) {
        Agency agency = area.agency(team.agency()).orElseThrow();
        boolean own = agency.source(a.source())
                .filter(s -> s.use() == Source.Use.BY_HAND)
                .isPresent();
        require(own, "Only the agency's own team answers for it.");
        boolean asked = packet.agencies().stream()
                .flatMap(x -> x.sources().stream())
                .anyMatch(x -> x.source().equals(a.source()) && x.state() != SourceState.NOT_ASKED);
        require(asked, "Your agency has not been asked.");
        require(!a.holdsRecord() || !a.text().isBlank(), "Write the answer.");
        require(
                a.when().from().map(day -> !day.isAfter(today(packet, area))).orElse(true),
                "Give a day that has been.");
    }

    private static LocalDate today(Packet packet, Area area) {
        return LocalDate.ofInstant(packet.asAt(), area.calendar().zone());
    }

    static boolean known(Packet packet, Set<uk.mashhub.model.id.PersonId> people) {
        return people.stream().allMatch(id -> packet.people().stream().anyMatch(p -> p.id().equals(id)));
    }

    private static void role(Team team, Set<Role> roles, String otherwise) {
        require(roles.contains(team.role()), otherwise);
    }

    static void words(String text, String otherwise) {
        require(!text.isBlank() && text.length() <= 4000, otherwise);
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new NotAllowed(otherwise);
        }
    }
}
