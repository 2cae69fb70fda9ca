package uk.mashhub.model.enquiry;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;

/** A consent or refusal as recorded on an enquiry: whose information, how it stands, and why if it was not sought. */
public record Consent(
        ConsentState state, Set<PersonId> covers, String givenBy, Optional<NotSoughtReason> notSoughtBecause) {
    public Consent {
        Objects.requireNonNull(state, "state");
        covers = Set.copyOf(covers);
        Objects.requireNonNull(givenBy, "givenBy");
        Objects.requireNonNull(notSoughtBecause, "notSoughtBecause");
    }

    @Override
    public String toString() {
        return "Consent[" + state + "]";
    }
}
