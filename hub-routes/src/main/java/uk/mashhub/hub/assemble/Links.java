package uk.mashhub.hub.assemble;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Subject;

/**
 * What people have said of doubtful links. Facts travel only over certain links: the items of an undecided candidate
 * wait, those of one who is somebody else never come in, those of one who is the same are about the person.
 */
final class Links {
    private final Map<PersonId, PersonId> same = new HashMap<>();
    private final Set<PersonId> apart = new HashSet<>();

    Links(Enquiry enquiry) {
        Map<uk.mashhub.model.id.LinkId, Boolean> settled = new HashMap<>();
        enquiry.acts(Act.SettleLink.class).forEach(s -> settled.put(s.link(), s.same()));
        waiting(enquiry).forEach(w -> {
            if (Boolean.TRUE.equals(settled.get(w.link()))) {
                same.put(w.candidate(), w.person());
            } else {
                apart.add(w.candidate());
            }
        });
        apart.removeAll(same.keySet());
        enquiry.facts(EnquiryFact.Answered.class).forEach(a -> apart.addAll(a.apart()));
    }

    /** Every doubtful link of an enquiry, settled or not. */
    static Stream<EnquiryFact.Waiting> waiting(Enquiry enquiry) {
        return Stream.concat(
                enquiry.facts(EnquiryFact.Answered.class).flatMap(a -> a.waiting().stream()),
                enquiry.facts(EnquiryFact.LinksFound.class).flatMap(l -> l.waiting().stream()));
    }

    /** The items that are in: none of an undecided candidate or of somebody else; candidates who are the same renamed. */
    List<Item> settled(List<Item> items) {
        return items.stream().filter(this::in).map(this::renamed).toList();
    }

    boolean in(Item item) {
        return item.subjects().stream().noneMatch(s -> apart.contains(s.person()));
    }

    private Item renamed(Item item) {
        if (item.subjects().stream().noneMatch(s -> same.containsKey(s.person()))) {
            return item;
        }
        List<Subject> subjects = item.subjects().stream()
                .map(s -> new Subject(same.getOrDefault(s.person(), s.person()), s.role()))
                .distinct()
                .toList();
        return new Item(
                item.id(), item.provenance(), item.when(), subjects, item.labels(), item.fields(), item.attachments());
    }
}
