package uk.mashhub.hub.match;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What people are in an enquiry, for sources that are asked without being told: a question carries no roles. */
final class Roles {
    private final Map<PersonId, Set<SubjectRole>> known = new HashMap<>();

    /** Of the enquiry's people, and of candidates what the person is whom they may be. */
    Roles(Packet packet, List<PacketPerson> added, List<EnquiryFact.Waiting> waiting) {
        Stream.concat(packet.people().stream(), added.stream())
                .forEach(p -> known.computeIfAbsent(p.id(), k -> EnumSet.noneOf(SubjectRole.class))
                        .addAll(p.roles()));
        known.values().forEach(r -> r.remove(SubjectRole.UNKNOWN));
        waiting.forEach(w -> known.putIfAbsent(w.candidate(), known.getOrDefault(w.person(), Set.of())));
    }

    /** The item with the enquiry's roles where the source gave none; what the source did say stands. */
    Item filledIn(Item item) {
        List<Subject> subjects =
                item.subjects().stream().flatMap(this::filledIn).distinct().toList();
        return new Item(
                item.id(), item.provenance(), item.when(), subjects, item.labels(), item.fields(), item.attachments());
    }

    private Stream<Subject> filledIn(Subject subject) {
        Set<SubjectRole> roles = known.getOrDefault(subject.person(), Set.of());
        return subject.role() == SubjectRole.UNKNOWN && !roles.isEmpty()
                ? roles.stream().map(r -> new Subject(subject.person(), r))
                : Stream.of(subject);
    }
}
