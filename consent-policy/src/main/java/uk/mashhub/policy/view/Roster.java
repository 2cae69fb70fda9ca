package uk.mashhub.policy.view;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.fact.PersonStanding;
import uk.mashhub.policy.fact.ViewPart;

/**
 * Who stands in a view. A person is listed because something shown is about them, or because they are the index child;
 * somebody who came with an item that the reader may not know of is not. A name is shown only with something that names.
 */
final class Roster {
    /**
     * What somebody was in an incident is for whoever reads of the incident. A source that gives no roles has its items filled in
     * with those that the enquiry knows from others, so that here they would tell of an item that is hidden (law 5).
     */
    private static final Set<SubjectRole> OF_AN_INCIDENT = EnumSet.of(SubjectRole.VICTIM, SubjectRole.WITNESS);

    private static final Set<DataClass> INCIDENTS = EnumSet.of(
            DataClass.ALLEGATION,
            DataClass.CONVICTION_ORDER_BAIL,
            DataClass.DOMESTIC_ABUSE_INCIDENT,
            DataClass.INTELLIGENCE,
            DataClass.MARAC_MINUTES,
            DataClass.REFERRAL_NARRATIVE);

    private static final Set<SubjectRole> FAMILY =
            EnumSet.of(SubjectRole.INDEX_CHILD, SubjectRole.SIBLING, SubjectRole.PARENT, SubjectRole.HOUSEHOLD_ADULT);
    private final Reading reading;

    Roster(Reading reading) {
        this.reading = reading;
    }

    /** The people listed: index children first, then by role; never an order that random ids give away. */
    List<PacketPerson> people() {
        return reading.scene().packet().people().stream()
                .filter(this::listed)
                .sorted(Comparator.comparing((PacketPerson p) -> p.roles().contains(SubjectRole.INDEX_CHILD) ? 0 : 1)
                        .thenComparing(p -> PersonStanding.of(p.roles()))
                        .thenComparing(p -> name(p))
                        .thenComparing(p -> p.id().value()))
                .toList();
    }

    boolean listed(PersonId id) {
        return reading.scene().person(id).filter(this::listed).isPresent();
    }

    private boolean listed(PacketPerson person) {
        if (reading.scene().safety().flagged(person.id(), SafetyFlag.PROTECTED_PERSON)
                && reading.scene().audience().role() != Role.PROTECTED_PERSONS_UNIT) {
            return false;
        }
        if (person.roles().contains(SubjectRole.INDEX_CHILD) && reading.shows(ViewPart.INDEX_CHILD)) {
            return true;
        }
        if (reading.scene().perpetratorSide() && PersonStanding.of(person.roles()) == PersonStanding.BYSTANDER) {
            return false;
        }
        return givenAbout(person.id()).findAny().isPresent();
    }

    /** Subjects of an item whom the reader may know to be in it. An informant never is, except to the owner. */
    List<PersonId> about(Finding finding) {
        boolean own = finding.item()
                .provenance()
                .owner()
                .equals(reading.scene().audience().agency());
        return finding.item().subjects().stream()
                .filter(s -> own || s.role() != SubjectRole.INFORMANT)
                .map(Subject::person)
                .distinct()
                .toList();
    }

    private Stream<Finding> givenAbout(PersonId person) {
        return reading.given().filter(f -> about(f).contains(person));
    }

    /** Roles that the reader can know of: those in what is shown, and the person's place in the family. */
    Set<String> roles(PacketPerson person) {
        Set<SubjectRole> roles = EnumSet.noneOf(SubjectRole.class);
        person.roles().stream().filter(FAMILY::contains).forEach(roles::add);
        givenAbout(person.id())
                .forEach(f -> f.item().subjects().stream()
                        .filter(s -> s.person().equals(person.id()))
                        .map(Subject::role)
                        .filter(r -> r != SubjectRole.INFORMANT && r != SubjectRole.UNKNOWN)
                        .filter(r -> !OF_AN_INCIDENT.contains(r)
                                || INCIDENTS.contains(f.item().labels().dataClass()))
                        .forEach(roles::add));
        Set<String> names = new TreeSet<>();
        roles.forEach(r -> names.add(r.name()));
        return names;
    }

    /** The name, or the role where the reader is not given the name. */
    String name(PacketPerson person) {
        Optional<String> name = named(person) ? usual(person) : Optional.empty();
        return name.orElseGet(() -> {
            Set<String> roles = roles(person);
            String role = roles.isEmpty()
                    ? "Person"
                    : Words.of(SubjectRole.valueOf(roles.iterator().next()));
            return role + " (name not shown)";
        });
    }

    private boolean named(PacketPerson person) {
        return reading.scene().safety().mayName(person.id())
                && givenAbout(person.id()).anyMatch(f -> names(f, person.id()));
    }

    private static boolean names(Finding finding, PersonId person) {
        if (finding.verdict().redactions().contains(FieldKind.NAME)) {
            return false;
        }
        if (finding.item().labels().dataClass() == DataClass.IDENTITY) {
            return finding.item().fields().stream().anyMatch(f -> f.kind() == FieldKind.NAME);
        }
        return finding.outcome() != Outcome.SUMMARISE
                && finding.item().subjects().stream()
                        .filter(s -> s.person().equals(person))
                        .anyMatch(s -> FAMILY.contains(s.role()) || s.role() == SubjectRole.ALLEGED_PERPETRATOR);
    }

    /** Former names and names at birth leak adoption and gender history: they are nobody's heading. */
    private static Optional<String> usual(PacketPerson person) {
        for (NameUse use : List.of(NameUse.USUAL, NameUse.UNKNOWN, NameUse.ALIAS)) {
            Optional<String> name = person.details().names().stream()
                    .filter(n -> n.use() == use)
                    .map(PersonName::full)
                    .findFirst();
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }
}
