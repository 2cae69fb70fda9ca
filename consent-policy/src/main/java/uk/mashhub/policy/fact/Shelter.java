package uk.mashhub.policy.fact;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Who is sheltered on a day: who carries a flag, and who lives with them.
 *
 * @param hidden who must not be found
 * @param restricted whose record the NHS restricts, or who lives with such a person
 */
record Shelter(Set<PersonId> hidden, Set<PersonId> restricted) {

    /** By every link, settled or not: what restricts (ruling 10). */
    static Shelter overAnyLink(Packet packet, LocalDate day) {
        return of(packet, day, PacketPerson::restrictions, PacketHousehold::candidates);
    }

    /** By settled links alone. */
    static Shelter overSettledLinks(Packet packet, LocalDate day) {
        return of(packet, day, p -> p.flags().stream(), h -> Set.of());
    }

    private static Shelter of(
            Packet packet,
            LocalDate day,
            Function<PacketPerson, Stream<PersonFlag>> flags,
            Function<PacketHousehold, Set<PersonId>> candidates) {
        Set<PersonId> hiding = new HashSet<>();
        Set<PersonId> restricted = new HashSet<>();
        for (PacketPerson person : packet.people()) {
            flags.apply(person)
                    .filter(f -> f.holdsOn(day))
                    .map(PersonFlag::flag)
                    .forEach(f -> {
                        if (f.hidesLocation()) {
                            hiding.add(person.id());
                        }
                        if (f == SafetyFlag.PDS_RESTRICTED) {
                            restricted.add(person.id());
                        }
                    });
        }
        Set<Set<PersonId>> homes = packet.households().stream()
                .map(h -> living(h, candidates.apply(h), day))
                .collect(Collectors.toSet());
        Set<PersonId> perpetrators = packet.people().stream()
                .filter(p -> leavesOut(p, day))
                .map(PacketPerson::id)
                .collect(Collectors.toSet());
        return new Shelter(with(hiding, homes, perpetrators), with(restricted, homes, Set.of()));
    }

    /** Those, and whoever lives with one of them, but for who is left out. */
    private static Set<PersonId> with(Set<PersonId> flagged, Set<Set<PersonId>> homes, Set<PersonId> but) {
        Set<PersonId> found = new HashSet<>();
        homes.stream().filter(h -> h.stream().anyMatch(flagged::contains)).forEach(found::addAll);
        // The household's shelter does not reach its alleged perpetrator, who may never have been taken off it.
        found.removeAll(but);
        found.addAll(flagged);
        return Set.copyOf(found);
    }

    /** Who lives there, and who may. */
    private static Set<PersonId> living(PacketHousehold told, Set<PersonId> candidates, LocalDate day) {
        Set<PersonId> members = new HashSet<>(candidates);
        told.household().members().stream().filter(m -> m.livedThereOn(day)).forEach(m -> members.add(m.person()));
        return members;
    }

    /** A flag that only may be somebody's takes nobody's shelter away (ruling 10). */
    private static boolean leavesOut(PacketPerson person, LocalDate day) {
        return person.roles().contains(SubjectRole.ALLEGED_PERPETRATOR)
                || person.flags().stream().anyMatch(f -> f.flag() == SafetyFlag.PERPETRATOR_LINKED && f.holdsOn(day));
    }

    boolean isEmpty() {
        return hidden.isEmpty();
    }

    boolean hides(PersonId person) {
        return hidden.contains(person);
    }

    boolean restricts(PersonId person) {
        return restricted.contains(person);
    }
}
