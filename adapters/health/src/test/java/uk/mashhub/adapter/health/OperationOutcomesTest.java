package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.fhir.FhirReader;

class OperationOutcomesTest {
    private static OperationOutcome read(byte[] json) throws Unreadable {
        return FhirReader.read(json, OperationOutcome.class).resource();
    }

    @ParameterizedTest
    @EnumSource(Unreadable.Fault.class)
    void tellsWhyAndWhere(Unreadable.Fault fault) throws Unreadable {
        OperationOutcome outcome = read(
                OperationOutcomes.of(new Unreadable(fault, "Bundle.entry[3].resource.birthDate", "is not a date")));
        assertThat(outcome.getIssueFirstRep().getSeverity()).isEqualTo(IssueSeverity.ERROR);
        assertThat(outcome.getIssueFirstRep().hasCode()).isTrue();
        assertThat(outcome.getIssueFirstRep().getDetails().getText()).isEqualTo("is not a date");
        assertThat(outcome.getIssueFirstRep().getExpression().get(0).getValue())
                .isEqualTo("Bundle.entry[3].resource.birthDate");
    }

    @Test
    void putsALineIntoTheDiagnostics() throws Unreadable {
        OperationOutcome outcome =
                read(OperationOutcomes.of(new Unreadable(Unreadable.Fault.MALFORMED, "line 3", "not JSON")));
        assertThat(outcome.getIssueFirstRep().hasExpression()).isFalse();
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).isEqualTo("line 3");
    }

    @Test
    void givesAReceipt() throws Unreadable {
        OperationOutcome outcome = read(OperationOutcomes.accepted("3f0c"));
        assertThat(outcome.getIssueFirstRep().getSeverity()).isEqualTo(IssueSeverity.INFORMATION);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).isEqualTo("3f0c");
    }
}
