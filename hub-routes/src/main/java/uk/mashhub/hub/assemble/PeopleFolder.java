package uk.mashhub.hub.assemble;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The people of an enquiry with every role and every flag that anybody gave them. Restrictions only add up. */
final class PeopleFolder {
    List<PacketPerson> fold(Enquiry enquiry, TravellingFlags travelling) {
        Map<PersonId, PacketPerson> people = new LinkedHashMap<>();
        UnreadableContact.people(enquiry).forEach(p -> add(people, p));
        enquiry.facts(EnquiryFact.Received.class).forEach(r -> r.people().forEach(p -> add(people, p)));
        enquiry.broughtIn().forEach(b -> add(people, b.person()));
        Links links = new Links(enquiry);
        enquiry.facts(EnquiryFact.Answered.class)
                .forEach(a -> a.people().stream()
                        .filter(p -> !enquiry.takenOut().contains(p.id()))
                        .filter(p -> people.containsKey(p.id()) || !waits(p, a, links))
                        .forEach(p -> add(people, p)));
        enquiry.facts(EnquiryFact.Answered.class)
                .forEach(a -> a.flags().forEach(f -> {
                    if (links.doubtful(a, f.person())) {
                        possible(people, f.person(), f.flags());
                    } else {
                        flag(people, f.person(), f.flags());
                    }
                }));
        enquiry.acts(Act.RaiseFlag.class).forEach(f -> flag(people, f.person(), List.of(f.raised())));
        people.keySet().forEach(p -> {
            flag(people, p, travelling.settled(p));
            possible(people, p, travelling.possible(p));
        });
        return List.copyOf(people.values());
    }

    /** A stranger of whom only an undecided candidate's items tell waits with them: not even a role is in (ruling 10). */
    private static boolean waits(PacketPerson person, EnquiryFact.Answered answered, Links links) {
        List<Item> about = answered.items().stream()
                .filter(i -> i.subjects().stream().anyMatch(s -> s.person().equals(person.id())))
                .toList();
        return !about.isEmpty() && about.stream().noneMatch(links::in);
    }

    private static void add(Map<PersonId, PacketPerson> people, PacketPerson person) {
        people.merge(person.id(), person, PeopleFolder::both);
    }

    private static PacketPerson both(PacketPerson a, PacketPerson b) {
        Set<SubjectRole> roles = EnumSet.noneOf(SubjectRole.class);
        roles.addAll(a.roles());
        roles.addAll(b.roles());
        if (roles.size() > 1) {
            roles.remove(SubjectRole.UNKNOWN);
        }
        return new PacketPerson(
                a.id(),
                roles,
                a.details(),
                together(a.flags(), b.flags()),
                together(a.possibleFlags(), b.possibleFlags()));
    }

    private static void flag(Map<PersonId, PacketPerson> people, PersonId id, List<PersonFlag> flags) {
        people.computeIfPresent(
                id,
                (k, p) -> new PacketPerson(
                        p.id(), p.roles(), p.details(), together(p.flags(), flags), p.possibleFlags()));
    }

    /** Flags of a record that only may be the person's: they restrict, and nobody is told of them (ruling 10). */
    private static void possible(Map<PersonId, PacketPerson> people, PersonId id, List<PersonFlag> flags) {
        people.computeIfPresent(
                id,
                (k, p) -> new PacketPerson(
                        p.id(), p.roles(), p.details(), p.flags(), together(p.possibleFlags(), flags)));
    }

    private static List<PersonFlag> together(List<PersonFlag> a, List<PersonFlag> b) {
        Set<PersonFlag> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return new ArrayList<>(all);
    }
}
