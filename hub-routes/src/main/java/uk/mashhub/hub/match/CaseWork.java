package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.PersonLinks;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;

/**
 * For whom teams act, seen from one enquiry: everybody whose packet they read, or have read, in any other open enquiry
 * that has, or may have, to do with the same people (ruling 4). A packet that was taken back counts: the team still knows
 * whom it acts for, and what only grows cannot swing to and fro between two enquiries.
 */
public final class CaseWork {
    private final ViewStore views;
    private final PeopleBook book;

    public CaseWork(ViewStore views, PeopleBook book) {
        this.views = views;
        this.book = book;
    }

    /**
     * By team. Whoever is, or may be, somebody of the enquiry stands under that person's id, everybody else under their
     * own. Call it with the enquiry locked.
     */
    public Map<TeamId, Set<PersonId>> elsewhere(Enquiry enquiry) {
        Map<PersonId, Set<PersonId>> here = here(enquiry);
        Map<TeamId, Set<PersonId>> byTeam = new HashMap<>();
        for (ViewStore.Read read : views.readAbout(here.keySet(), enquiry.row().area(), enquiry.id())) {
            byTeam.computeIfAbsent(read.team(), t -> new HashSet<>())
                    .addAll(here.getOrDefault(read.perspective(), Set.of(read.perspective())));
        }
        return byTeam;
    }

    /** Who of the enquiry each person is or may be; those whom its sources name besides stand under their own ids. */
    private Map<PersonId, Set<PersonId>> here(Enquiry enquiry) {
        List<PersonId> people = new ArrayList<>(book.peopleOf(enquiry.id()));
        enquiry.facts(EnquiryFact.Answered.class)
                .forEach(a -> a.outside().stream().map(EnquiryFact.Outsider::id).forEach(people::add));
        Map<PersonId, Set<PersonId>> here = new HashMap<>();
        PersonLinks links = book.links(people);
        for (PersonId person : people) {
            here.computeIfAbsent(person, p -> new HashSet<>()).add(person);
            links.linked(person)
                    .forEach(other ->
                            here.computeIfAbsent(other, p -> new HashSet<>()).add(person));
        }
        return here;
    }
}
