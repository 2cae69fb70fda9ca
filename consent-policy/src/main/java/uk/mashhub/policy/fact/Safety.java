package uk.mashhub.policy.fact;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Who of an enquiry must not be found, and from whom. Reads flags, roles and households of people and never items, so
 * that an item which a reader may not know of changes nothing for that reader.
 */
public final class Safety {
    private final Scene scene;
    private final Set<PersonId> hidden;

    Safety(Scene scene) {
        this.scene = scene;
        this.hidden = hidden(scene.packet());
    }

    /** Whether somebody of the enquiry is kept from being found. */
    public boolean enquiryHides() {
        return !hidden.isEmpty();
    }

    /** Whether a person, or somebody who lives with them, is kept from being found. Strangers to the enquiry are. */
    public boolean hides(PersonId person) {
        return hidden.contains(person) || scene.person(person).isEmpty();
    }

    /** Whether a person carries a flag today. */
    public boolean flagged(PersonId person, SafetyFlag flag) {
        return scene.person(person).map(p -> flagged(p, flag)).orElse(false);
    }

    private boolean flagged(PacketPerson person, SafetyFlag flag) {
        return person.flags().stream().anyMatch(f -> f.flag() == flag && f.holdsOn(scene.today()));
    }

    private boolean ownFlagHides(PacketPerson person) {
        return person.flags().stream().anyMatch(f -> f.flag().hidesLocation() && f.holdsOn(scene.today()));
    }

    /** Whether the NHS restricts the record of a person, or of somebody who lives with them. */
    boolean restricted(PersonId person) {
        return flagged(person, SafetyFlag.PDS_RESTRICTED)
                || scene.packet().households().stream()
                        .map(h -> living(h, scene.today()))
                        .filter(m -> m.contains(person))
                        .anyMatch(m -> m.stream().anyMatch(o -> flagged(o, SafetyFlag.PDS_RESTRICTED)));
    }

    boolean perpetrator(PacketPerson person) {
        return person.roles().contains(SubjectRole.ALLEGED_PERPETRATOR)
                || flagged(person, SafetyFlag.PERPETRATOR_LINKED);
    }

    private Set<PersonId> hidden(Packet packet) {
        Set<PersonId> found = new HashSet<>();
        packet.people().stream().filter(this::ownFlagHides).forEach(p -> found.add(p.id()));
        Set<PersonId> flagged = Set.copyOf(found);
        packet.households().stream()
                .filter(h -> living(h, scene.today()).stream().anyMatch(flagged::contains))
                .forEach(h -> living(h, scene.today()).forEach(m -> shelter(m, found)));
        return Set.copyOf(found);
    }

    /** The household's shelter does not reach its alleged perpetrator, who may never have been taken off it. */
    private void shelter(PersonId member, Set<PersonId> found) {
        if (scene.person(member).filter(this::perpetrator).isEmpty()) {
            found.add(member);
        }
    }

    private static Set<PersonId> living(Household household, LocalDate day) {
        Set<PersonId> members = new HashSet<>();
        household.members().stream().filter(m -> m.livedThereOn(day)).forEach(m -> members.add(m.person()));
        return members;
    }

    /**
     * Whether the reader is on the perpetrator's side (ruling 4): because of the person whose packet it is, or because of
     * anybody else for whom the reader's team acts. Where it is not known for whom it acts, it is for what leaves the room.
     */
    boolean perpetratorSide() {
        return (scene.leavesTheRoom() && !scene.actsFor().complete())
                || perpetratorSide(scene.perspective())
                || scene.actsFor().people().stream().anyMatch(this::perpetratorSide);
    }

    /**
     * Whether somebody is whom the reader is there for, and nobody from whom an accused person may be kept: the person
     * whose packet it is, if accused, or if the reader acts for nobody accused. Whether anybody hides changes nothing.
     */
    boolean ownSide(PersonId person) {
        return person.equals(scene.perspective())
                && (accused(person) || scene.actsFor().people().stream().noneMatch(this::accused));
    }

    /** Somebody who is not of the enquiry may be. */
    private boolean accused(PersonId person) {
        return scene.person(person).map(this::perpetrator).orElse(true);
    }

    /** Whether a reader may be given the name of a person at all. */
    public boolean mayName(PersonId person) {
        return !scene.perpetratorSide() || (ownSide(person) && !hides(person));
    }

    /**
     * Whether a packet read for a person is read on the perpetrator's side. Somebody marked as perpetrator is, and somebody
     * who is not of the enquiry may be. Where somebody is hidden, so is every adult, flagged or not: a flag proves nothing
     * of whom it protects from, and sources give flags by inference. A child's packet read in the room is not; outside it
     * is, unless the child is hidden too, and always for the family.
     */
    private boolean perpetratorSide(PersonId whose) {
        Optional<PacketPerson> person = scene.person(whose);
        if (person.isEmpty() || perpetrator(person.get())) {
            return true;
        }
        if (!enquiryHides()) {
            return false;
        }
        if (PersonStanding.of(person.get().roles()) == PersonStanding.CHILD) {
            return scene.audience().role() == Role.FAMILY_MEMBER || (scene.leavesTheRoom() && !hidden.contains(whose));
        }
        return true;
    }
}
