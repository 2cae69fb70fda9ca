package uk.mashhub.hub.triage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.area.Team;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Which forms a packet page offers to its reader, and their choices. Only a courtesy: {@link ActRules} decides. All of it
 * comes from the role and from configuration, nothing from the enquiry.
 */
public final class OfferedForms {
    private static final Set<Role> SCREENING = EnumSet.of(Role.DECISION_MAKER, Role.SCREENING_SOCIAL_WORKER);
    private static final Set<Role> OWNERS =
            EnumSet.of(Role.AGENCY_LEAD, Role.DECISION_MAKER, Role.AGENCY_RESEARCHER, Role.CASE_WORKER);

    private final Reader reader;

    OfferedForms(Reader reader) {
        this.reader = reader;
    }

    /** Rating, purpose, agreement, the conflict list. */
    public boolean screens() {
        return SCREENING.contains(reader.role());
    }

    /** The reader's own staff id: anybody may declare a conflict of their own. */
    public String self() {
        return reader.who().user().toString();
    }

    /** Override, the decision for each child, telling the referrer. */
    public boolean decides() {
        return reader.role() == Role.DECISION_MAKER;
    }

    /** Acts on lines of the reader's own agency. */
    public boolean owns() {
        return OWNERS.contains(reader.role());
    }

    /** Who is who. */
    public boolean links() {
        return reader.team().settlesLinks();
    }

    public boolean flags() {
        return screens() || reader.role() == Role.AGENCY_LEAD;
    }

    /** Sources of the reader's agency for which people answer. */
    public List<Choice> byHand() {
        return reader.agency().sources().stream()
                .filter(s -> s.use() == Source.Use.BY_HAND)
                .map(s -> new Choice(s.id().value(), s.title()))
                .toList();
    }

    /** Asking an agency once more that has not answered. */
    public boolean asksAgain() {
        return screens() || reader.role() == Role.BUSINESS_SUPPORT;
    }

    /** Whether there is any form at all. */
    public boolean any() {
        return screens() || flags() || !byHand().isEmpty();
    }

    public List<Rating> ratings() {
        return List.of(Rating.RED, Rating.AMBER, Rating.GREEN, Rating.BLUE);
    }

    /** Purposes that the role may set. */
    public List<Purpose> purposes() {
        List<Purpose> all = List.of(
                Purpose.PRESCREEN,
                Purpose.MASH_ENQUIRY,
                Purpose.EARLY_HELP,
                Purpose.S17,
                Purpose.S47,
                Purpose.STRATEGY,
                Purpose.EPO_S46);
        return all.stream().filter(p -> decides() || !p.atLeastSection47()).toList();
    }

    public List<ConsentState> consentStates() {
        return List.of(ConsentState.GIVEN, ConsentState.REFUSED, ConsentState.WITHDRAWN, ConsentState.NOT_SOUGHT);
    }

    public List<NotSoughtReason> notSoughtReasons() {
        return List.of(NotSoughtReason.values());
    }

    public List<ConsentGiver> consentGivers() {
        return List.of(ConsentGiver.values());
    }

    public List<Competence.Kind> competences() {
        return List.of(Competence.Kind.values());
    }

    /** Purposes that an agreement can be limited to: those for which it counts. */
    public List<Purpose> agreedPurposes() {
        return List.of(Purpose.PRESCREEN, Purpose.MASH_ENQUIRY, Purpose.EARLY_HELP, Purpose.S17);
    }

    public List<ThresholdOutcome> outcomes() {
        return List.of(ThresholdOutcome.values());
    }

    public List<OwnerAct.Kind> ownerActs() {
        return List.of(OwnerAct.Kind.values());
    }

    public List<SafetyFlag> flagKinds() {
        return List.of(
                SafetyFlag.SAFE_ADDRESS,
                SafetyFlag.PERPETRATOR_LINKED,
                SafetyFlag.RISK_TO_STAFF,
                SafetyFlag.LIMITED_ACCESS,
                SafetyFlag.PROTECTED_PERSON);
    }

    /** What somebody can be who is brought in. */
    public List<SubjectRole> broughtIn() {
        return ActRules.BROUGHT_IN.stream().sorted().toList();
    }

    public List<DataClass> dataClasses() {
        return EnumSet.complementOf(EnumSet.of(DataClass.UNKNOWN, DataClass.UNCLASSIFIED)).stream()
                .toList();
    }

    /** Teams to which a line can be released. */
    public List<Choice> teams() {
        return reader.area().teams().stream()
                .filter(t -> !t.id().equals(reader.team().id()))
                .filter(t -> t.perspective() != Team.Perspective.NONE)
                .map(t -> new Choice(t.id().value(), t.name()))
                .toList();
    }

    /** What a team is called. */
    public String teamName(String id) {
        return reader.area().teams().stream()
                .filter(t -> t.id().value().equals(id))
                .map(Team::name)
                .findFirst()
                .orElse(id);
    }

    /** Agencies of the area. */
    public List<Choice> agencies() {
        return reader.area().agencies().stream()
                .map(a -> new Choice(a.id().value(), a.name()))
                .toList();
    }
}
