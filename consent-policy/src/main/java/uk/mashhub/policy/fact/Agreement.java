package uk.mashhub.policy.fact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.DataClass;

/**
 * What people have said of sharing, as it bears on one reader today. The newest word of each voice counts, within what it
 * covers; of the voices that count any objection beats every agreement, and only a court goes past it. A word that has run
 * out leaves nothing in its place. That nobody was asked unsays nothing.
 *
 * <p>In each method the class is the kind of information; empty for whatever there may be, as when an agency is asked.
 */
final class Agreement {
    private final Scene scene;

    Agreement(Scene scene) {
        this.scene = scene;
    }

    /** Whether an objection to sharing a person's information stands. */
    boolean objects(PersonId person, Optional<DataClass> dataClass) {
        return inForce(person, dataClass).stream().anyMatch(Word::objects);
    }

    /** Whether an agreement that covers a person stands. */
    boolean agrees(PersonId person, Optional<DataClass> dataClass) {
        List<Word> words = inForce(person, dataClass);
        return words.stream().anyMatch(Word::agrees) && words.stream().noneMatch(Word::objects);
    }

    /** Whether all of some people agree; false for nobody. */
    boolean allAgree(Collection<PersonId> people, Optional<DataClass> dataClass) {
        return !people.isEmpty() && people.stream().allMatch(p -> agrees(p, dataClass));
    }

    /** Whether an agreement that covered a person has run out, and none stands in its place. */
    boolean hasEnded(PersonId person, Optional<DataClass> dataClass) {
        return !agrees(person, dataClass)
                && newest(person, dataClass).stream().anyMatch(w -> w.agrees() && w.over(scene.today()));
    }

    /** Whether a person was not asked for this reason, as recorded; until the person has spoken after all. */
    boolean notSought(PersonId person, NotSoughtReason because) {
        List<Word> all = words(person).toList();
        return all.stream()
                .filter(w -> w.notSought(because))
                .anyMatch(w -> all.stream().noneMatch(later -> later.later(w) && later.ownWord()));
    }

    boolean overrideCovers(AgencyId agency) {
        return scene.packet().overrides().stream().anyMatch(o -> o.covers(agency));
    }

    /** What is neither unsaid nor over; where a court has spoken, the court's word alone. */
    private List<Word> inForce(PersonId person, Optional<DataClass> dataClass) {
        List<Word> words = newest(person, dataClass).stream()
                .filter(w -> !w.over(scene.today()))
                .toList();
        List<Word> court = words.stream().filter(Word::ofACourt).toList();
        return court.isEmpty() ? words : court;
    }

    private List<Word> newest(PersonId person, Optional<DataClass> dataClass) {
        List<Word> said = said(person, dataClass);
        return said.stream()
                .filter(w -> said.stream().noneMatch(later -> later.unsays(w)))
                .toList();
    }

    /** What counts of all that was said, has begun, and reaches this reader. */
    private List<Word> said(PersonId person, Optional<DataClass> dataClass) {
        LocalDate today = scene.today();
        return words(person)
                .filter(w -> w.begun(today) && w.counts(today))
                .filter(w -> reaches(w.consent(), dataClass))
                .toList();
    }

    private Stream<Word> words(PersonId person) {
        return scene.packet().consents().stream()
                .filter(c -> c.covers().contains(person))
                .flatMap(c -> scene.person(person).stream().map(p -> new Word(c, p)));
    }

    private boolean reaches(Consent consent, Optional<DataClass> dataClass) {
        Audience audience = scene.audience();
        ConsentScope scope = consent.terms().map(ConsentTerms::scope).orElse(ConsentScope.ALL);
        return scope.covers(audience.agency(), audience.team(), scene.packet().purpose(), dataClass);
    }
}
