package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.log.Act;

/** What must be in the log, act by act, and which class writes it. A row that moves has to move here too. */
class LoggedActsTest {
    private static final Path HUB = Path.of("src/main/java/uk/mashhub/hub");

    @ParameterizedTest(name = "{0}: {1} in {2}")
    @CsvSource(textBlock = """
            a contact is received,                      INTAKE_RECEIPT,      audit/Audit.java
            an agency is asked,                         AGENCY_ASKED,        audit/Audit.java
            an agency answers,                          AGENCY_ANSWERED,     audit/Audit.java
            an agency is answered for by hand,          HAND_ANSWER,         triage/LogWords.java
            two are linked,                             LINK,                triage/LogWords.java
            two are taken apart,                        UNLINK,              triage/LogWords.java
            who had been shown a wrong link,            UNLINK,              triage/Settling.java
            items are decided,                          DECISION,            audit/Audit.java
            a view is disclosed,                        DISCLOSURE,          audit/Audit.java
            a view is opened,                           OPENING,             audit/OpeningLog.java
            a waiting link is looked at,                OPENING,             triage/DoubtfulLinks.java
            an opening is refused,                      REFUSAL,             audit/OpeningLog.java
            an act is refused,                          REFUSAL,             triage/Desk.java
            an agency is not asked,                     REFUSAL,             audit/Audit.java
            break-glass is refused,                     REFUSAL,             governance/BreakGlassDesk.java
            missing agreement is overridden,            OVERRIDE,            triage/LogWords.java
            an override is taken back,                  OVERRIDE_WITHDRAWN,  triage/LogWords.java
            the glass is broken,                        BREAK_GLASS,         governance/BreakGlassDesk.java
            an owner releases,                          RELEASE,             triage/LogWords.java
            an owner holds,                             HOLD,                triage/LogWords.java
            an owner recalls,                           RECALL,              triage/LogWords.java
            an agency stops sharing,                    SHARING_STOP,        governance/StopDesk.java
            a policy is published,                      POLICY_PUBLISH,      decide/Publications.java
            keys change,                                KEYS,                audit/SettingsLog.java
            configuration changes,                      CONFIGURATION,       audit/SettingsLog.java
            the whole log is verified at a start,       START,               audit/SettingsLog.java
            the log goes on after a restore,            BREAK,               proof/Restoring.java
            recorded decisions are exported,            EXPORT,              governance/RecordedDecisions.java
            a search of the log is exported,            EXPORT,              audit/Audit.java
            the whole log is exported,                  EXPORT,              command/LogActs.java
            the log is checked by hand,                 VERIFICATION,        command/LogActs.java
            a message is quarantined,                   QUARANTINE,          intake/Quarantine.java
            a quarantined message is opened,            QUARANTINE_READ,     governance/QuarantineDesk.java
            a quarantined message is replayed,          REPLAY,              governance/QuarantineDesk.java
            the log is searched,                        SEARCH,              audit/OpeningLog.java
            """)
    void isWritten(String what, Act act, String file) throws IOException {
        // What a loss is drafted as, the log itself says.
        String written = act == Act.BREAK ? "Draft\\.ofLoss" : "Act\\." + act;
        assertThat(Files.readString(HUB.resolve(file))).as(what).containsPattern(written + "\\b");
    }
}
