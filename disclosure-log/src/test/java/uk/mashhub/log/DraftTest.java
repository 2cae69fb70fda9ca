package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    private static final byte[] CONTENT = {1};

    @ParameterizedTest
    @ValueSource(
            strings = {"Maya Okonkwo-Test", "maya okonkwo", "9990000018", "020 7946 0001", "a@example.org", "", "x\n"})
    void refusesAgentsAndRecipientsThatCouldNameAPerson(String who) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by(who, Drafts.TEAM))
                .withMessageNotContaining("aya");
        assertThatIllegalArgumentException().isThrownBy(() -> by(Drafts.WORKER, who));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "agency.police", "exampleshire-health", Drafts.WORKER})
    void takesPrincipalsTeamsAndRandomIds(String who) {
        assertThat(by(who, who).agent()).isEqualTo(who);
    }

    @Test
    void refusesLinesWithAGapThatWouldTellOfSomethingLeftOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drafts.disclosureWith(List.of(Claim.line(1, CONTENT), Claim.line(3, CONTENT))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drafts.disclosureWith(List.of(Claim.line(2, CONTENT), Claim.line(1, CONTENT))));
    }

    @Test
    void refusesTwoClaimsOfOneName() {
        Claim reason = new Claim("reason", CONTENT);
        assertThatIllegalArgumentException().isThrownBy(() -> Drafts.disclosureWith(List.of(reason, reason)));
    }

    @Test
    void refusesADecisionThatCouldBeCounted() {
        List<Claim> two = List.of(new Claim("trace", CONTENT), new Claim("rule", CONTENT));
        assertThatIllegalArgumentException().isThrownBy(() -> decision(two));
        assertThatIllegalArgumentException().isThrownBy(() -> decision(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> decision(List.of(Claim.line(1, CONTENT))));
    }

    @Test
    void refusesADisclosureWithoutItsId() {
        assertThatIllegalArgumentException().isThrownBy(() -> draft(Act.DISCLOSURE, "hub", "hub", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maya", "line", "line-0", "line-01", "line--1", "line-1x", "LINE-1", ""})
    void refusesNamesOutsideTheClosedList(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Claim(name, CONTENT));
    }

    @Test
    void printsNothingOfItsClaims() {
        Draft draft = Drafts.aDisclosureOfLines(1);
        assertThat(draft.toString() + draft.claims()).doesNotContain("Maya").doesNotContain("EX-2026");
    }

    private static Draft by(String agent, String recipient) {
        return draft(Act.OPENING, agent, recipient, List.of());
    }

    private static Draft decision(List<Claim> claims) {
        return draft(Act.DECISION, "hub", Draft.NOBODY, claims);
    }

    private static Draft draft(Act act, String agent, String recipient, List<Claim> claims) {
        return new Draft(
                act,
                agent,
                recipient,
                Draft.NO_PURPOSE,
                "DONE",
                Draft.NO_POLICY,
                Optional.empty(),
                0,
                Optional.empty(),
                claims);
    }
}
