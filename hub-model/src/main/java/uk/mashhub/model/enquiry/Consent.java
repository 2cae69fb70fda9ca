package uk.mashhub.model.enquiry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;

/**
 * What somebody said, on an enquiry, of sharing information: whose, how it stands, and why if nobody asked. A withdrawal is
 * a record of its own: who withdrew, and from which day.
 *
 * @param covers whose information
 * @param givenBy who said it, in the words in which it was recorded
 * @param terms empty where a source, or a record of former times, says no more than yes or no
 * @param recorded empty for what a referral brought: nobody knows whether it was said before or after anything else
 */
public record Consent(
        ConsentState state,
        Set<PersonId> covers,
        String givenBy,
        Optional<NotSoughtReason> notSoughtBecause,
        Optional<ConsentTerms> terms,
        Optional<Recorded> recorded) {

    /**
     * When it was recorded.
     *
     * @param place in the ledger: of two, the greater is the later
     */
    public record Recorded(Instant at, long place) {
        public Recorded {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String toString() {
            return "Recorded[" + place + "]";
        }
    }

    public Consent {
        Objects.requireNonNull(state, "state");
        covers = Set.copyOf(covers);
        Objects.requireNonNull(givenBy, "givenBy");
        Objects.requireNonNull(notSoughtBecause, "notSoughtBecause");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(recorded, "recorded");
    }

    /** A yes or no as a referral brings it. */
    public Consent(
            ConsentState state, Set<PersonId> covers, String givenBy, Optional<NotSoughtReason> notSoughtBecause) {
        this(state, covers, givenBy, notSoughtBecause, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Consent[" + state + "]";
    }
}
