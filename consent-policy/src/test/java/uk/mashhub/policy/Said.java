package uk.mashhub.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;

/** What somebody says of sharing, reading as prose: {@code Said.by(PARENT, MOTHER, GIVEN, CHILD).until(day)}. */
final class Said {
    private final ConsentState state;
    private final Set<PersonId> covers;
    private final ConsentGiver giver;
    private final Optional<PersonId> by;
    private Optional<NotSoughtReason> because = Optional.empty();
    private Optional<Competence> competence = Optional.empty();
    private ConsentScope scope = ConsentScope.ALL;
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();

    private Said(ConsentState state, Set<PersonId> covers, ConsentGiver giver, Optional<PersonId> by) {
        this.state = state;
        this.covers = covers;
        this.giver = giver;
        this.by = by;
    }

    static Said by(ConsentGiver giver, PersonId by, ConsentState state, PersonId... covers) {
        return new Said(state, Set.of(covers), giver, Optional.of(by));
    }

    static Said byThemselves(ConsentState state, PersonId person) {
        return new Said(state, Set.of(person), ConsentGiver.SELF, Optional.empty());
    }

    static Said byACourt(ConsentState state, PersonId... covers) {
        return new Said(state, Set.of(covers), ConsentGiver.COURT, Optional.empty());
    }

    static Said notAsked(NotSoughtReason because, PersonId... covers) {
        Said said = new Said(ConsentState.NOT_SOUGHT, Set.of(covers), ConsentGiver.SELF, Optional.empty());
        said.because = Optional.of(because);
        return said;
    }

    Said found(Competence.Kind kind) {
        competence = Optional.of(new Competence(kind, "the nurse", Optional.of(LocalDate.of(2026, 11, 19))));
        return this;
    }

    Said to(AgencyId... agencies) {
        scope = new ConsentScope(Set.of(agencies), scope.teams(), scope.purposes(), scope.dataClasses());
        return this;
    }

    Said of(DataClass... kinds) {
        scope = new ConsentScope(scope.agencies(), scope.teams(), scope.purposes(), Set.of(kinds));
        return this;
    }

    Said purposes(Purpose... purposes) {
        scope = new ConsentScope(scope.agencies(), scope.teams(), Set.of(purposes), scope.dataClasses());
        return this;
    }

    Said from(LocalDate day) {
        from = Optional.of(day);
        return this;
    }

    Said until(LocalDate day) {
        to = Optional.of(day);
        return this;
    }

    Consent recorded(long place) {
        Optional<ConsentTerms> terms = state == ConsentState.NOT_SOUGHT
                ? Optional.empty()
                : Optional.of(new ConsentTerms(giver, by, competence, scope, from, to));
        return new Consent(
                state, covers, "", because, terms, Optional.of(new Consent.Recorded(Packets.RECEIVED, place)));
    }
}
