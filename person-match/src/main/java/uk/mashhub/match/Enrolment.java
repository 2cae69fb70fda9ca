package uk.mashhub.match;

import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * Enters people one at a time, from any number of threads, and says of each whom the hub may know already. Of two who
 * enter the same new person at once, one finds the other: there are never two of whom nobody knows that they may be one.
 */
public final class Enrolment {
    private final PersonIndex index;
    private final BlockingKeys keys;
    private final Matcher matcher;
    private final IntConsumer crowded;

    /**
     * Begins.
     *
     * @param crowded told how many keys of a record were too common to search under; it raises the alarm
     */
    public Enrolment(PersonIndex index, BlockingKeys keys, Matcher matcher, IntConsumer crowded) {
        this.index = index;
        this.keys = keys;
        this.matcher = matcher;
        this.crowded = crowded;
    }

    /**
     * Enters a person under an id of its own, whomever else it may be; of one entered before under that id, what is said now
     * takes the place of what was said.
     *
     * @param statutes on the record; they hold from the moment the person is entered
     */
    public MatchResult enter(PersonId id, PersonDetails details, Set<StatuteFlag> statutes) {
        Objects.requireNonNull(id, "id");
        Set<BlockingKey> block = keys.of(details);
        return index.alone(block, () -> {
            PersonIndex.Found found = index.candidates(block);
            if (found.crowded() > 0) {
                crowded.accept(found.crowded());
            }
            index.restrict(id, statutes);
            index.add(id, details, block);
            return matcher.match(
                    details,
                    statutes,
                    found.people().stream().filter(c -> !c.id().equals(id)).toList());
        });
    }
}
