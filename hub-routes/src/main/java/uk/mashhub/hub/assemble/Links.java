package uk.mashhub.hub.assemble;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;

/**
 * What people have said of doubtful links. Facts travel only over certain links: the items of an undecided candidate
 * wait, those of one who is somebody else never come in, those of one who is the same are about the person. Whom a source
 * names besides is part of what it tells, and nobody whom the enquiry is about.
 */
final class Links {
    private final Map<PersonId, PersonId> same = new HashMap<>();
    private final Set<PersonId> apart = new HashSet<>();
    private final Set<PersonId> strangers = new HashSet<>();
    /** Who was brought in and taken out again. */
    private final Set<PersonId> out;
    /** Candidates of whom nobody has said yet whether they are one of these people. */
    private final Map<PersonId, Set<PersonId>> undecided = new HashMap<>();

    Links(Enquiry enquiry) {
        out = enquiry.takenOut();
        Map<LinkId, Boolean> settled = enquiry.settledLinks();
        enquiry.doubtfulLinks().forEach(w -> {
            if (Boolean.TRUE.equals(settled.get(w.link()))) {
                same.put(w.candidate(), w.person());
            } else {
                apart.add(w.candidate());
                if (!settled.containsKey(w.link())) {
                    undecided
                            .computeIfAbsent(w.candidate(), k -> new HashSet<>())
                            .add(w.person());
                }
            }
        });
        apart.removeAll(same.keySet());
        enquiry.facts(EnquiryFact.Answered.class)
                .flatMap(a -> a.outside().stream())
                .filter(o -> o.perhaps().isEmpty())
                .forEach(o -> strangers.add(o.id()));
        strangers.removeAll(same.keySet());
        // A stranger who may be somebody who was brought in is a stranger yet: what is told of others besides is in.
        apart.removeAll(strangers);
        // Who is of the enquiry is so in their own right, whoever else of it they may be.
        enquiry.everybody().map(PacketPerson::id).forEach(apart::remove);
        enquiry.facts(EnquiryFact.Answered.class).forEach(a -> apart.addAll(a.apart()));
    }

    /** The items that are in: none of an undecided candidate or of somebody else; candidates who are the same renamed. */
    List<Item> settled(List<Item> items) {
        return items.stream()
                .filter(this::in)
                .filter(i -> i.subjects().isEmpty()
                        || i.subjects().stream().map(Subject::person).anyMatch(this::ofTheEnquiry))
                .map(this::renamed)
                .toList();
    }

    /** A household as its source told it: members whose link is settled, and whom an undecided candidate may be. */
    PacketHousehold told(AgencyId owner, SourceId source, Household household) {
        List<HouseholdMember> members = household.members().stream()
                .filter(m -> !apart.contains(m.person()) && !out.contains(same.getOrDefault(m.person(), m.person())))
                .map(m -> new HouseholdMember(same.getOrDefault(m.person(), m.person()), m.from(), m.to()))
                .toList();
        Set<PersonId> candidates = household.members().stream()
                .map(HouseholdMember::person)
                .flatMap(c -> undecided.getOrDefault(c, Set.of()).stream())
                .collect(Collectors.toSet());
        return new PacketHousehold(
                owner, source, new Household(household.id(), household.address(), members), candidates);
    }

    /** Whether an answer has a candidate for a person of whom nobody has said that they are the same. */
    boolean doubtful(EnquiryFact.Answered answer, PersonId person) {
        return answer.waiting().stream().anyMatch(w -> w.person().equals(person) && !same.containsKey(w.candidate()));
    }

    private boolean ofTheEnquiry(PersonId person) {
        return !strangers.contains(person) && !out.contains(same.getOrDefault(person, person));
    }

    boolean in(Item item) {
        return item.subjects().stream().noneMatch(s -> apart.contains(s.person()));
    }

    private Item renamed(Item item) {
        if (item.subjects().stream().allMatch(s -> !same.containsKey(s.person()) && ofTheEnquiry(s.person()))) {
            return item;
        }
        List<Subject> subjects = item.subjects().stream()
                .filter(s -> ofTheEnquiry(s.person()))
                .map(s -> new Subject(same.getOrDefault(s.person(), s.person()), s.role()))
                .distinct()
                .toList();
        return new Item(
                item.id(), item.provenance(), item.when(), subjects, item.labels(), item.fields(), item.attachments());
    }
}
