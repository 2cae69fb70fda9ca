package uk.mashhub.match;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.person.PersonDetails;

/**
 * Searches for a person on behalf of a reader. As with the Personal Demographics Service, whose searches by postcode or
 * practice never return a restricted patient (domain notes, case 15), a search never tells of somebody whom a statute
 * keeps apart: results, order and work are those of a hub that never heard of that person.
 *
 * <p>Safe for use by several threads.
 */
public final class PersonSearch {
    private final SearchIndex index;
    private final BlockingKeys keys;
    private final Matcher matcher;

    public PersonSearch(SearchIndex index, BlockingKeys keys, Matcher matcher) {
        this.index = index;
        this.keys = keys;
        this.matcher = matcher;
    }

    /** What a search comes to. */
    public enum Outcome {
        /** One person, certainly. */
        FOUND,
        /** One doubtful person, or several as near as each other: somebody settles it, and neither is shown nor counted. */
        TO_SETTLE,
        /** Nobody was found; it is not known that there is nobody. */
        UNKNOWN
    }

    /**
     * The answer to a reader.
     *
     * @param person there only if found
     */
    public record Answer(Outcome outcome, Optional<Likeness> person) {
        public Answer {
            Objects.requireNonNull(outcome, "outcome");
            if (person.isPresent() != (outcome == Outcome.FOUND)) {
                throw new IllegalArgumentException("a person is shown if found, and only then");
            }
        }
    }

    /** Searches by what is known of somebody. */
    public Answer search(PersonDetails asked) {
        MatchResult result = matcher.match(asked, index.open(keys.of(asked)).people());
        List<Likeness> all = result.all();
        Optional<Likeness> certain =
                all.stream().filter(l -> l.band() == Band.CERTAIN).findFirst();
        Outcome otherwise = all.isEmpty() ? Outcome.UNKNOWN : Outcome.TO_SETTLE;
        return new Answer(certain.isPresent() ? Outcome.FOUND : otherwise, certain);
    }
}
