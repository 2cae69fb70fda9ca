package uk.mashhub.match;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Storage port: people by blocking key. A key that more than a set number of people share tells nobody apart: it is left
 * out, and {@link Found#crowded()} says so, for an alarm. A loose key is left out sooner, and nobody is alarmed: many share
 * one by chance, and whoever is likely to be the same shares others.
 */
public interface PersonIndex {
    /** As many people may share a key, unless an index is made otherwise. */
    int MOST = 200;

    /** As many may share a loose key. */
    int MOST_LOOSE = 20;

    /**
     * Who was found.
     *
     * @param people each once, ordered by id
     * @param crowded how many keys were left out that are not loose; whoever finds any raises an alarm, because somebody may be among them
     */
    record Found(List<Candidate> people, int crowded) {
        public Found {
            people = List.copyOf(people);
        }

        @Override
        public String toString() {
            return "Found[not shown]";
        }
    }

    /**
     * Everybody who shares at least one of the keys. No keys find nobody. It serves the matcher only: no reader's search
     * may go through it, because it finds people whom a reader may not know of.
     */
    Found candidates(Set<BlockingKey> keys);

    /** Enters a person, or replaces the details of one entered before. Keys are added to those already there. */
    void add(PersonId id, PersonDetails details, Set<BlockingKey> keys);

    /**
     * Adds statutes to a person; they are never taken away here. They may be known before the person is entered, and hold
     * from then on.
     */
    void restrict(PersonId id, Set<StatuteFlag> statutes);

    /**
     * Does something while nobody else does anything under one of these keys: of two who enter the same new person at
     * once, the second finds the first. It is not called from within itself.
     */
    <T> T alone(Set<BlockingKey> keys, Supplier<T> work);
}
