package uk.mashhub.policy.fact;

import java.util.Optional;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Who of an enquiry must not be found, and from whom. Reads flags, roles and households of people and never items, so
 * that an item which a reader may not know of changes nothing for that reader.
 */
public final class Safety {
    private final Scene scene;
    private final Shelter all;
    /** The part of it that stands on settled links alone: what readers may be told of. */
    private final Shelter settled;

    Safety(Scene scene) {
        this.scene = scene;
        this.all = Shelter.overAnyLink(scene.packet(), scene.today());
        this.settled = Shelter.overSettledLinks(scene.packet(), scene.today());
    }

    /** Whether somebody of the enquiry is kept from being found. */
    public boolean enquiryHides() {
        return !all.isEmpty();
    }

    /** Whether a person, or somebody who lives with them, is kept from being found. Strangers to the enquiry are. */
    public boolean hides(PersonId person) {
        return all.hides(person) || scene.person(person).isEmpty();
    }

    /** Whether a person carries a flag today. */
    public boolean flagged(PersonId person, SafetyFlag flag) {
        return scene.person(person).map(p -> flagged(p, flag)).orElse(false);
    }

    private boolean flagged(PacketPerson person, SafetyFlag flag) {
        return person.restrictions().anyMatch(f -> f.flag() == flag && f.holdsOn(scene.today()));
    }

    /** Whether a person carries a flag today by a settled link: one of which readers may be told. */
    public boolean flaggedForSure(PersonId person, SafetyFlag flag) {
        return scene.person(person).stream()
                .flatMap(p -> p.flags().stream())
                .anyMatch(f -> f.flag() == flag && f.holdsOn(scene.today()));
    }

    /**
     * Whether somebody whom an item is about is sheltered only by links that nobody has settled: no reader of the item is
     * told why it is restricted (ruling 10).
     */
    public boolean hidesWithoutTrace(Item item) {
        return (!all.isEmpty() && settled.isEmpty())
                || SubjectFacts.people(item).stream().anyMatch(this::doubtful);
    }

    private boolean doubtful(PersonId person) {
        return (all.hides(person) && !settled.hides(person)) || (all.restricts(person) && !settled.restricts(person));
    }

    /** Whether the NHS restricts the record of a person, or of somebody who lives with them. */
    boolean restricted(PersonId person) {
        return all.restricts(person);
    }

    boolean perpetrator(PacketPerson person) {
        return person.roles().contains(SubjectRole.ALLEGED_PERPETRATOR)
                || flagged(person, SafetyFlag.PERPETRATOR_LINKED);
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
            return scene.audience().role() == Role.FAMILY_MEMBER || (scene.leavesTheRoom() && !all.hides(whose));
        }
        return true;
    }
}
