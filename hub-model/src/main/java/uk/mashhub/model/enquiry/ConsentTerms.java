package uk.mashhub.model.enquiry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.PersonId;

/**
 * What a consent, a refusal or a withdrawal says beyond yes or no.
 *
 * @param giver in what capacity it was said
 * @param by who said it, if it was somebody of the enquiry
 * @param from the first day on which it holds, in England; empty for from the beginning
 * @param to the last day on which it holds; empty for until somebody says otherwise
 */
public record ConsentTerms(
        ConsentGiver giver,
        Optional<PersonId> by,
        Optional<Competence> competence,
        ConsentScope scope,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {
    public ConsentTerms {
        Objects.requireNonNull(giver, "giver");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(competence, "competence");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public String toString() {
        return "ConsentTerms[" + giver + "]";
    }
}
