package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * The consent decisions of asushares/cds: a consent that permits, one that denies, and none, over a record of substance
 * misuse. The requests say the first two by the patient and the third by there being no such patient.
 */
class PublishedConsentDecisionsTest {
    @Test
    void givesHealthsWordsWhereConsentPermits() throws IOException {
        assertThat(published("permit")).contains("Harmful use of ketamine (disorder)");
        assertThat(Seen.by(Audiences.decisionMaker(), treatment().consent(ConsentState.GIVEN, People.FATHER))
                        .outcome(1))
                .isEqualTo(Outcome.SUMMARISE);
    }

    @Test
    void leavesNoSignWhereConsentDenies() throws IOException {
        assertThat(published("deny")).contains("patient-consent-consult");
        assertThat(Seen.by(Audiences.decisionMaker(), treatment().consent(ConsentState.REFUSED, People.FATHER))
                        .outcome(1))
                .isEqualTo(Outcome.SILENT);
    }

    /** There the answer is left to the deployment; here no consent is no agreement. */
    @Test
    void leavesNoSignWhereNoConsentIsFound() throws IOException {
        assertThat(published("no-consent-found")).contains("patient-consent-consult");
        assertThat(Seen.by(Audiences.decisionMaker(), treatment()).outcome(1)).isEqualTo(Outcome.SILENT);
    }

    private static Packets treatment() {
        return Packets.ordinary(Purpose.S17)
                .item(Items.of(DataClass.PARENT_HEALTH_TREATMENT)
                        .heldBy(Audiences.HEALTH, "hospital-encounters")
                        .confidential()
                        .about(People.FATHER, SubjectRole.PARENT)
                        .field(FieldKind.STATUS, "Harmful use of ketamine (disorder)"))
                .worded(1, "Uses ketamine");
    }

    private static String published(String decision) throws IOException {
        String shared = System.getenv("MASH_SHARED_DATA");
        assumeTrue(shared != null, "set MASH_SHARED_DATA to check against published consent decisions");
        return Files.readString(Path.of(shared, "7-policy", "asushares-cds", "example-request-" + decision + ".json"));
    }
}
