package uk.mashhub.adapter.health;

import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.fhir.FhirWriter;

/** What a sender of FHIR is told: an R4 OperationOutcome as UTF-8 JSON. It repeats nothing of the message. */
public final class OperationOutcomes {
    private OperationOutcomes() {}

    /** For a message that could not be read: why, and where as a FHIRPath. */
    public static byte[] of(Unreadable fault) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcomeIssueComponent issue = outcome.addIssue();
        issue.setSeverity(IssueSeverity.ERROR).setCode(code(fault.fault()));
        issue.getDetails().setText(fault.reason());
        if (fault.place().matches("[A-Z][A-Za-z0-9.\\[\\]]*")) {
            issue.addExpression(fault.place());
        } else {
            issue.setDiagnostics(fault.place());
        }
        return bytes(outcome);
    }

    /**
     * For a message that was taken.
     *
     * @param receiptId the hub's own, which says nothing of the message
     */
    public static byte[] accepted(String receiptId) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcomeIssueComponent issue = outcome.addIssue();
        issue.setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(receiptId);
        issue.getDetails().setText("The referral was received.");
        return bytes(outcome);
    }

    private static IssueType code(Unreadable.Fault fault) {
        return switch (fault) {
            case MALFORMED -> IssueType.STRUCTURE;
            case NOT_VALID -> IssueType.INVALID;
            case FORBIDDEN_CONSTRUCT -> IssueType.SECURITY;
            case TOO_LARGE -> IssueType.TOOLONG;
            case WRONG_VERSION -> IssueType.NOTSUPPORTED;
            case CLASSIFIED_TOO_HIGH -> IssueType.BUSINESSRULE;
        };
    }

    private static byte[] bytes(OperationOutcome outcome) {
        return FhirWriter.json(outcome).getBytes(StandardCharsets.UTF_8);
    }
}
