package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

/** What a referrer is told (SND-02): fixed words, a day, whom to ring. */
class FeedbackTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    private static Sending to(Sector sector, Artefact artefact, String channel, boolean perpetratorSide) {
        Audience school = Audiences.schoolOutside();
        Audience referrer =
                new Audience(school.area(), school.team(), Role.REFERRER, school.agency(), sector, Placement.OUTSIDE);
        return new Sending(artefact, referrer, channel, Purpose.FEEDBACK, perpetratorSide, false, true, true);
    }

    private static String told(ThresholdOutcome outcome) {
        Sending sending = to(Sector.EDUCATION, Artefact.FEEDBACK, "reply", false);
        return new String(
                Policies.ENGINE
                        .feedback(sending, outcome, DAY, "MASH, 020 7946 0100")
                        .content(),
                StandardCharsets.UTF_8);
    }

    @Test
    void tellsTheKindOfHelpTheDayAndWhomToRing() {
        assertThat(told(ThresholdOutcome.EARLY_HELP))
                .isEqualTo(
                        "{\"contact\":\"MASH, 020 7946 0100\",\"decidedOn\":\"2026-03-09\",\"outcome\":\"EARLY_HELP\","
                                + "\"text\":\"Early help is offered.\"}");
    }

    @ParameterizedTest
    @EnumSource(ThresholdOutcome.class)
    void namesNeitherPanelNorSection(ThresholdOutcome outcome) {
        assertThat(told(outcome))
                .doesNotContain("MARAC", "LADO", "PREVENT", "STRATEGY", "S17", "EXPLOITATION", "PROTECTION");
    }

    @Test
    void isMadeOnlyWherePolicyAllowsToSendIt() {
        for (Sending refused : new Sending[] {
            to(Sector.FAMILY, Artefact.FEEDBACK, "reply", false),
            to(Sector.EDUCATION, Artefact.FEEDBACK, "telephone", false),
            to(Sector.EDUCATION, Artefact.FEEDBACK, "none", false),
            to(Sector.HOUSING, Artefact.FEEDBACK, "reply", true),
            to(Sector.EDUCATION, Artefact.RECEIPT, "reply", false)
        }) {
            assertThatThrownBy(() -> Policies.ENGINE.feedback(refused, ThresholdOutcome.EARLY_HELP, DAY, "MASH"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
