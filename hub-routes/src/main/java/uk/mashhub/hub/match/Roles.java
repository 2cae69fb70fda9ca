package uk.mashhub.hub.match;

import java.util.Collections;
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
    private static final Set<SubjectRole> FAMILY =
            EnumSet.of(SubjectRole.INDEX_CHILD, SubjectRole.SIBLING, SubjectRole.PARENT, SubjectRole.HOUSEHOLD_ADULT);
    /** What somebody of the family was in one source's incident is that source's to tell, and goes when it stops sharing. */
    private static final Set<SubjectRole> OF_AN_INCIDENT = EnumSet.of(SubjectRole.VICTIM, SubjectRole.WITNESS);

    private final Map<PersonId, Set<SubjectRole>> known = new HashMap<>();

    /** Of the enquiry's people, and of candidates what the person is whom they may be. */
    Roles(Packet packet, List<PacketPerson> added, List<EnquiryFact.Waiting> waiting) {
        Stream.concat(packet.people().stream(), added.stream())
                .forEach(p -> known.computeIfAbsent(p.id(), k -> EnumSet.noneOf(SubjectRole.class))
                        .addAll(p.roles()));
        known.values().forEach(r -> r.remove(SubjectRole.UNKNOWN));
        known.values().stream().filter(r -> !Collections.disjoint(r, FAMILY)).forEach(r -> r.removeAll(OF_AN_INCIDENT));
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
