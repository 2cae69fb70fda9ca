package uk.mashhub.adapter.health;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/** What holds for every bundle that a server answers with. */
final class Answers {
    private Answers() {}

    /**
     * Refuses an answer that is half an error, or is marked above OFFICIAL-SENSITIVE.
     *
     * @throws Unreadable with what is wrong
     */
    static void check(Bundle bundle) throws Unreadable {
        Markings.refuseAbove(bundle);
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() instanceof OperationOutcome outcome && failed(outcome)) {
                throw new Unreadable(Fault.NOT_VALID, "Bundle.entry", "an error of the server's own");
            }
        }
    }

    private static boolean failed(OperationOutcome outcome) {
        return outcome.getIssue().stream()
                .anyMatch(
                        i -> i.getSeverity() != IssueSeverity.INFORMATION && i.getSeverity() != IssueSeverity.WARNING);
    }

    /** An answer that cannot be relied on is none: the source is asked again, and somebody can see why. */
    static SourceUnavailable worthless(Unreadable fault) {
        return new SourceUnavailable("its answer cannot be used: " + fault.place() + " " + fault.reason());
    }
}
