package uk.mashhub.adapter.police.sheet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeAddress;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.ContactRelationship;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.RelationshipKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Whom a message must keep from whom. Errs on the side of more: a form is filled in at night, and a tick beside the
 * mother's address is meant for the child as well.
 *
 * <ul>
 *   <li>Somebody with a safe address or a safe telephone, whoever lives at that address, and every child of the message
 *       without a current address of its own, is SAFE_ADDRESS.
 *   <li>Alleged perpetrators are PERPETRATOR_LINKED where somebody was harmed or is kept from somebody.
 *   <li>Items about a complainant of a sexual offence or a protected person carry the statute, all of them.
 * </ul>
 */
public final class Protection {
    private final List<PersonSheet> people;
    private final List<ContactRelationship> relationships;
    private final List<Matter> matters;
    private final Map<PersonKey, Set<SafetyFlag>> flags = new HashMap<>();
    private final Set<PersonKey> complainants = new HashSet<>();

    /** Works it out for one message. */
    public Protection(List<PersonSheet> people, List<ContactRelationship> relationships, List<Matter> matters) {
        this.people = List.copyOf(people);
        this.relationships = List.copyOf(relationships);
        this.matters = List.copyOf(matters);
        people.forEach(p -> flags.put(p.key(), EnumSet.noneOf(SafetyFlag.class)));
        people.forEach(p -> flagsOf(p.key()).addAll(p.flags()));
        keepPeople();
        linkPerpetrators();
        markComplainants();
    }

    private void keepPeople() {
        List<PersonSheet> kept = people.stream().filter(PersonSheet::kept).toList();
        for (PersonSheet person : people) {
            if (person.kept() || (!perpetrator(person.key()) && kept.stream().anyMatch(k -> shelters(k, person)))) {
                flagsOf(person.key()).add(SafetyFlag.SAFE_ADDRESS);
            }
        }
    }

    private boolean shelters(PersonSheet kept, PersonSheet other) {
        List<Address> places = current(other);
        boolean together = current(kept).stream().anyMatch(k -> places.stream().anyMatch(p -> Places.same(k, p)));
        return together || (places.isEmpty() && (child(other) || childOf(kept, other)));
    }

    private boolean child(PersonSheet person) {
        return person.roles().contains(SubjectRole.INDEX_CHILD)
                || person.roles().contains(SubjectRole.SIBLING);
    }

    private boolean childOf(PersonSheet parent, PersonSheet child) {
        return relationships.stream()
                .anyMatch(r -> r.from().equals(parent.key())
                        && r.to().equals(child.key())
                        && (r.kind() == RelationshipKind.PARENT_OF || r.kind() == RelationshipKind.CARER_OF));
    }

    private static List<Address> current(PersonSheet person) {
        return person.addresses().stream()
                .filter(SafeAddress::current)
                .map(a -> a.dated().address())
                .toList();
    }

    private void linkPerpetrators() {
        boolean kept = people.stream().anyMatch(PersonSheet::kept);
        boolean victims = people.stream().anyMatch(p -> p.roles().contains(SubjectRole.VICTIM));
        boolean harm = kept || victims || matters.stream().anyMatch(Matter::harms);
        people.stream()
                .filter(p -> p.roles().contains(SubjectRole.ALLEGED_PERPETRATOR) && harm)
                .forEach(p -> flagsOf(p.key()).add(SafetyFlag.PERPETRATOR_LINKED));
        matters.stream()
                .filter(m -> kept || m.harms())
                .flatMap(m -> m.with(SubjectRole.ALLEGED_PERPETRATOR).stream())
                .forEach(key -> flagsOf(key).add(SafetyFlag.PERPETRATOR_LINKED));
    }

    private void markComplainants() {
        people.stream().filter(PersonSheet::complainant).forEach(p -> complainants.add(p.key()));
        matters.stream().filter(Matter::sexual).forEach(m -> {
            Set<PersonKey> victims = m.with(SubjectRole.VICTIM);
            complainants.addAll(victims.isEmpty() ? m.with(SubjectRole.INDEX_CHILD) : victims);
        });
    }

    private boolean perpetrator(PersonKey key) {
        return people.stream().anyMatch(p -> p.key().equals(key) && p.roles().contains(SubjectRole.ALLEGED_PERPETRATOR))
                || matters.stream()
                        .anyMatch(m -> m.with(SubjectRole.ALLEGED_PERPETRATOR).contains(key));
    }

    private Set<SafetyFlag> flagsOf(PersonKey key) {
        return flags.computeIfAbsent(key, k -> EnumSet.noneOf(SafetyFlag.class));
    }

    /** People kept at or next to an address, as subjects of whatever tells of that address. */
    public List<SourceSubject> keptNear(Optional<Address> address) {
        List<SourceSubject> found = new ArrayList<>();
        for (PersonSheet person : people) {
            boolean near = address.isPresent()
                    && current(person).stream().anyMatch(p -> Places.near(p, address.get()))
                    && flagsOf(person.key()).stream().anyMatch(SafetyFlag::hidesLocation);
            if (near) {
                SubjectRole role = person.roles().stream().sorted().findFirst().orElse(SubjectRole.UNKNOWN);
                found.add(new SourceSubject(person.key(), role));
            }
        }
        return found;
    }

    /** A person of the message with the roles of every matter and the flags found here. */
    public ContactPerson person(PersonSheet sheet, SourceId source) {
        Set<SubjectRole> roles = new HashSet<>(sheet.roles());
        matters.forEach(m -> roles.addAll(m.rolesOf(sheet.key())));
        List<PersonFlag> raised = flagsOf(sheet.key()).stream()
                .sorted()
                .map(flag -> new PersonFlag(flag, source, Optional.empty(), Optional.empty()))
                .toList();
        return new ContactPerson(sheet.key(), roles, sheet.details(), raised);
    }

    /** The item with the statutes that its subjects bring along. */
    public SourceItem marked(SourceItem item) {
        Set<StatuteFlag> statutes = EnumSet.noneOf(StatuteFlag.class);
        for (SourceSubject subject : item.subjects()) {
            if (complainants.contains(subject.person())) {
                statutes.add(StatuteFlag.SEXUAL_OFFENCE_COMPLAINANT);
            }
            if (flagsOf(subject.person()).contains(SafetyFlag.PROTECTED_PERSON)) {
                statutes.add(StatuteFlag.WITNESS_PROTECTION);
            }
        }
        return Labels.adding(item, statutes);
    }
}
