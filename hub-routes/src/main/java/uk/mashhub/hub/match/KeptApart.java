package uk.mashhub.hub.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.PersonLinks;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Whom a statute keeps apart, and which possible links nobody but a named unit may know of for it (ruling 33). */
public final class KeptApart {
    private final PersonRecords persons;

    KeptApart(PersonRecords persons) {
        this.persons = persons;
    }

    /**
     * Whether a doubtful link may be shown to those who settle links. One with somebody whom a statute keeps apart may
     * not, nor one that was kept from them before: it is for the named unit alone. Its restrictions apply all the same.
     */
    public boolean mayBeSettled(Enquiry enquiry, EnquiryFact.Waiting link) {
        return units(link).isEmpty()
                && enquiry.keptLinks().stream().noneMatch(k -> k.link().equals(link.link()));
    }

    /** Who must look at a link instead of those who settle others; empty if nobody need. */
    public Set<Reviewer> units(EnquiryFact.Waiting link) {
        return Stream.of(link.person(), link.candidate())
                .flatMap(p -> units(p).stream())
                .collect(Collectors.toSet());
    }

    /** Who must look at a person, by a statute on any record that is settled to be the person's. */
    Set<Reviewer> units(PersonId person) {
        return Stream.concat(Stream.of(person), persons.same(person).stream())
                .flatMap(p -> Matcher.units(persons.statutes(p)).stream())
                .collect(Collectors.toSet());
    }

    /**
     * What was found as a doubtful link, and is for a named unit alone: by what has been learnt since, or because those who settle
     * links may know nothing of the candidate.
     *
     * @param silent whether they may not
     */
    public Optional<EnquiryFact> learnt(Enquiry enquiry, Predicate<EnquiryFact.Waiting> silent) {
        Map<LinkId, Boolean> settled = enquiry.settledLinks();
        Set<LinkId> known =
                enquiry.keptLinks().stream().map(EnquiryFact.Waiting::link).collect(Collectors.toSet());
        List<EnquiryFact.Waiting> learnt = enquiry.doubtfulLinks()
                .filter(w -> !known.contains(w.link()))
                .filter(w -> !units(w).isEmpty() || !settled.containsKey(w.link()) && silent.test(w))
                .toList();
        return learnt.isEmpty() ? Optional.empty() : Optional.of(new EnquiryFact.LinksKept(learnt));
    }

    /**
     * Those of these people whom a statute keeps apart, with everybody who is or may be the same: restrictions travel over
     * possible links (ruling 10).
     */
    public Set<PersonId> of(Collection<PersonId> people) {
        PersonLinks links = persons.links(people);
        Map<PersonId, List<PersonId>> groups = new HashMap<>();
        people.forEach(p -> groups.put(
                p, Stream.concat(Stream.of(p), links.linked(p).stream()).toList()));
        Map<PersonId, Set<StatuteFlag>> statutes =
                persons.statutes(groups.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Set<PersonId> apart = new HashSet<>();
        for (List<PersonId> group : groups.values()) {
            if (group.stream()
                    .anyMatch(p ->
                            !Matcher.units(statutes.getOrDefault(p, Set.of())).isEmpty())) {
                apart.addAll(group);
            }
        }
        return apart;
    }
}
