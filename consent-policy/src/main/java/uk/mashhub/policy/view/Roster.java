package uk.mashhub.policy.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Map<Finding, List<PersonId>> about = new IdentityHashMap<>();
    private final Map<PersonId, List<Finding>> given = new HashMap<>();
    private final Set<PersonId> listed = new HashSet<>();
    private final Map<PacketPerson, String> names = new IdentityHashMap<>();
    private final List<PacketPerson> people;

    Roster(Reading reading) {
        this.reading = reading;
        reading.findings().forEach(f -> about.put(f, subjects(f)));
        reading.given()
                .forEach(f -> about(f).forEach(p ->
                        given.computeIfAbsent(p, k -> new ArrayList<>()).add(f)));
        List<PacketPerson> all = reading.scene().packet().people();
        all.stream().filter(this::lists).forEach(p -> {
            listed.add(p.id());
            names.put(p, called(p));
        });
        this.people = sorted();
    }

    /** The people listed: index children first, then by role; never an order that random ids give away. */
    List<PacketPerson> people() {
        return people;
    }

    private List<PacketPerson> sorted() {
        return reading.scene().packet().people().stream()
                .filter(p -> listed(p.id()))
                .sorted(Comparator.comparing((PacketPerson p) -> p.roles().contains(SubjectRole.INDEX_CHILD) ? 0 : 1)
                        .thenComparing(p -> PersonStanding.of(p.roles()))
                        .thenComparing(p -> name(p))
                        .thenComparing(p -> p.id().value()))
                .toList();
    }

    boolean listed(PersonId id) {
        return listed.contains(id);
    }

    private boolean lists(PacketPerson person) {
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
        return !givenAbout(person.id()).isEmpty();
    }

    /** Subjects of an item whom the reader may know to be in it. An informant never is, except to the owner. */
    List<PersonId> about(Finding finding) {
        return about.getOrDefault(finding, List.of());
    }

    private List<PersonId> subjects(Finding finding) {
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

    private List<Finding> givenAbout(PersonId person) {
        return given.getOrDefault(person, List.of());
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
        return names.getOrDefault(person, "");
    }

    private String called(PacketPerson person) {
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
                && givenAbout(person.id()).stream().anyMatch(f -> names(f, person.id()));
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
