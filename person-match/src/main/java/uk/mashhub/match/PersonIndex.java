package uk.mashhub.match;

import java.util.List;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Storage port: people by blocking key. It serves the matcher only. No reader's search may go through it, because it
 * finds people whom a reader may not know of.
 */
public interface PersonIndex {
    /**
     * Everybody who shares at least one of the keys, each once, ordered by id. No keys find nobody.
     */
    List<Candidate> candidates(Set<BlockingKey> keys);

    /** Enters a person, or replaces the details of one entered before. Keys are added to those already there. */
    void add(PersonId id, PersonDetails details, Set<BlockingKey> keys);

    /**
     * Adds statutes to a person; they are never taken away here. They may be known before the person is entered, and hold
     * from then on.
     */
    void restrict(PersonId id, Set<StatuteFlag> statutes);
}
