package uk.mashhub.model.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.vocabulary.ConsentState;

/**
 * The consent block of a form.
 *
 * @param covers whose information it covers
 * @param givenBy who gave or refused it, in the form's words; may be empty
 */
public record ContactConsent(
        ConsentState state, List<PersonKey> covers, String givenBy, Optional<NotSoughtReason> notSoughtBecause) {
    public ContactConsent {
        Objects.requireNonNull(state, "state");
        covers = List.copyOf(covers);
        Objects.requireNonNull(givenBy, "givenBy");
        Objects.requireNonNull(notSoughtBecause, "notSoughtBecause");
    }

    @Override
    public String toString() {
        return "ContactConsent[" + state + "]";
    }
}
