package uk.mashhub.hub.triage;

import java.util.Optional;
import java.util.stream.Collectors;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;

/** Reads who said what of sharing, for whom, how far and how long. A limit that is left empty is none. */
final class AgreementForm {
    private AgreementForm() {}

    static Act read(FormFields f, HandleFinder finder) {
        ConsentState state = f.choice("state", ConsentState.class, "Choose how it stands.");
        Optional<ConsentTerms> terms = terms(f, finder);
        return new Act.RecordAgreement(
                state,
                f.all("covers").stream().map(finder::person).collect(Collectors.toSet()),
                f.text("givenBy"),
                f.optional("notSoughtBecause", NotSoughtReason.class, "Choose why it was not sought."),
                terms);
    }

    /** Every field is read, or what stands in one of them would pass for not being there. */
    private static Optional<ConsentTerms> terms(FormFields f, HandleFinder finder) {
        Optional<ConsentGiver> giver = f.optional("giver", ConsentGiver.class, "Choose in what capacity they said it.");
        String by = f.text("by");
        Optional<Competence> competence = competence(f);
        ConsentScope scope = scope(f);
        var from = f.day("from", "Give the first day as day, month and year.");
        var to = f.day("to", "Give the last day as day, month and year.");
        boolean more = !by.isEmpty()
                || competence.isPresent()
                || !scope.equals(ConsentScope.ALL)
                || from.isPresent()
                || to.isPresent();
        if (giver.isEmpty() && more) {
            throw new NotAllowed("Choose in what capacity they said it.");
        }
        return giver.map(g -> new ConsentTerms(
                g, by.isEmpty() ? Optional.empty() : Optional.of(finder.person(by)), competence, scope, from, to));
    }

    private static Optional<Competence> competence(FormFields f) {
        Optional<Competence.Kind> kind =
                f.optional("competence", Competence.Kind.class, "Choose whether they could decide.");
        String assessor = f.text("assessedBy");
        var day = f.day("assessed", "Give the day of the assessment as day, month and year.");
        if (kind.isEmpty() && (!assessor.isEmpty() || day.isPresent())) {
            throw new NotAllowed("Choose whether they could decide.");
        }
        return kind.map(k -> new Competence(k, assessor, day));
    }

    private static ConsentScope scope(FormFields f) {
        return new ConsentScope(
                f.all("agencies").stream().map(AgencyId::new).collect(Collectors.toSet()),
                f.all("teams").stream().map(TeamId::new).collect(Collectors.toSet()),
                f.choices("purposes", Purpose.class, "Choose purposes."),
                f.choices("dataClasses", DataClass.class, "Choose kinds of information."));
    }
}
