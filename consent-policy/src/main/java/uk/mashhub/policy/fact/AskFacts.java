package uk.mashhub.policy.fact;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.SourceStatus;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Facts of the questions whether an agency may be asked, and about whom. */
public final class AskFacts {
    /** Who may know that somebody must not be found: the council's flags, restricted NHS records, the police's markers. */
    private static final Set<Sector> FLAGGING = EnumSet.of(Sector.LOCAL_AUTHORITY, Sector.HEALTH, Sector.POLICE);

    private static final TeamId SOURCE = new TeamId("source-system");
    private final Scene scene;

    public AskFacts(Packet packet, AgencyId agency, Sector sector, Windows windows) {
        Audience audience = new Audience(packet.area(), SOURCE, Role.SOURCE_SYSTEM, agency, sector, Placement.OUTSIDE);
        PersonId nobody = new PersonId(packet.enquiry().value());
        this.scene = new Scene(packet, audience, nobody, ActsFor.nobody(), Artefact.ENQUIRY, windows);
    }

    /** Facts of 'may this agency be asked'. */
    public FactVector asking() {
        return new FactVector.Gathering()
                .owner(scene.audience().agency())
                .put(Attribute.PURPOSE, scene.packet().purpose())
                .put(Attribute.SECTOR, scene.audience().sector())
                .put(Attribute.OPEN_CASE, scene.packet().stage() == Stage.OPEN_CASE)
                .put(
                        Attribute.AGENCY_STOPPED,
                        scene.packet().stopped(scene.audience().agency()))
                .put(Attribute.AGREEMENT_COVERS_CHILDREN, scene.agreement().allAgree(indexChildren(), Optional.empty()))
                .put(Attribute.OVERRIDE_COVERS_AGENCY, overridden())
                .done();
    }

    /** Facts of 'may it be asked about this person'. */
    public FactVector about(PacketPerson person) {
        return new FactVector.Gathering()
                .owner(scene.audience().agency())
                .put(Attribute.PURPOSE, scene.packet().purpose())
                .put(Attribute.SECTOR, scene.audience().sector())
                .put(Attribute.PERSON_STANDING, PersonStanding.of(person.roles()))
                .put(Attribute.PERSON_AGREES, scene.agreement().agrees(person.id(), Optional.empty()))
                .put(Attribute.PERSON_PROTECTED, scene.safety().flagged(person.id(), SafetyFlag.PROTECTED_PERSON))
                .put(Attribute.OVERRIDE_COVERS_AGENCY, overridden())
                .put(Attribute.ENQUIRY_HIDES_LOCATION, scene.safety().enquiryHides())
                .put(Attribute.RESTRICTIONS_KNOWN, restrictionsKnown())
                .done();
    }

    /** Whether somebody is kept from being found. */
    public boolean hides(PersonId person) {
        return scene.safety().hides(person);
    }

    /** No record is no answer to this: a restricted record is one that a search does not find. */
    private boolean restrictionsKnown() {
        return FLAGGING.stream().allMatch(this::answered);
    }

    private boolean answered(Sector sector) {
        List<SourceStatus> sources = scene.packet().agencies().stream()
                .filter(a -> a.sector() == sector)
                .flatMap(a -> a.sources().stream())
                .toList();
        return !sources.isEmpty() && sources.stream().allMatch(s -> s.state() == SourceState.ANSWERED);
    }

    private boolean overridden() {
        return scene.agreement().overrideCovers(scene.audience().agency());
    }

    private List<PersonId> indexChildren() {
        return scene.packet().people().stream()
                .filter(p -> p.roles().contains(SubjectRole.INDEX_CHILD))
                .map(PacketPerson::id)
                .toList();
    }
}
