package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;
import static uk.mashhub.hub.screens.Hands.send;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.api.IntakeQueue;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.screens.Forms;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.QuarantineRow;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.log.Act;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.SourceId;

class QuarantineScreenTest {
    private static final UUID COUNCIL = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a501");
    private static final UUID POLICE = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a502");
    private static final UUID HUB = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a503");

    private final QuarantineStore store = Screens.part(QuarantineStore.class);
    private final IntakeQueue queue = Screens.part(IntakeQueue.class);
    private final Audit audit = Screens.part(Audit.class);

    @BeforeEach
    void waits() {
        Screens.forget(store, queue, audit);
        when(queue.send(any())).thenReturn(true);
        List<QuarantineStore.Kept> all = List.of(
                kept(COUNCIL, "public-form", "exampleshire-council"),
                kept(POLICE, "police-notifications", "exampleshire-police"),
                kept(HUB, "nobody-known", "hub"));
        when(store.list("WAITING")).thenReturn(all);
        all.forEach(k -> when(store.find(k.id())).thenReturn(Optional.of(k)));
        when(store.open(any())).thenReturn(Optional.of(ModelJson.write(message(Forms.withoutChildren()))));
        when(store.settle(any(), any(), any(), any())).thenReturn(true);
    }

    private static QuarantineStore.Kept kept(UUID id, String principal, String agency) {
        QuarantineRow row = new QuarantineRow(
                new Principal(principal),
                new AgencyId(agency),
                "hub.intake",
                2048,
                new byte[32],
                "NOT_VALID",
                "/children of " + agency,
                "a part is missing",
                "WAITING",
                TestTime.MONDAY.minusSeconds(600),
                Optional.empty());
        return new QuarantineStore.Kept(id, row, true);
    }

    private static IntakeMessage message(String body) {
        return new IntakeMessage(
                new MessageId("m-1"),
                new SourceId("public-form"),
                "council-marf-v1+json",
                Instant.EPOCH,
                "public-form",
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String open(UUID id) {
        return "/quarantine/" + id + "/open";
    }

    private static String replay(UUID id) {
        return "/quarantine/" + id + "/replay";
    }

    @Test
    void listsWhatTheReadersAgencySentAndNothingElse() throws Exception {
        assertThat(page("council-decision", "/quarantine"))
                .contains("Public referral form", "10 minutes ago", "a part is missing", "2 KiB")
                .contains("/children of exampleshire-council")
                .doesNotContain("exampleshire-police", "nobody-known");
        assertThat(page("police-desk", "/quarantine"))
                .contains("exampleshire-police")
                .doesNotContain("exampleshire-council", "nobody-known");
        assertThat(page("health-desk", "/quarantine")).contains("No message waits");
    }

    @Test
    void logsEveryLookAtTheListWithACommitmentForEachLine() throws Exception {
        page("council-decision", "/quarantine");
        verify(audit).noted(eq(Act.OPENING), byTheUser(), eq("LIST"), argThat(lines -> lines.size() == 1));
        page("health-desk", "/quarantine");
        verify(audit).noted(eq(Act.OPENING), byTheUser(), eq("LIST"), argThat(List::isEmpty));
    }

    @Test
    void givesWhatNobodyIsKnownToHaveSentToTheCouncilsIgLead() throws Exception {
        assertThat(page("ig-council", "/quarantine")).contains("nobody-known");
        assertThat(page("ig-police", "/quarantine")).doesNotContain("nobody-known");
        send("council-decision", open(HUB), "reason", "to mend").andExpect(status().isNotFound());
    }

    @Test
    void opensABodyOnlyWithAReasonThatIsLoggedFirst() throws Exception {
        send("council-decision", open(COUNCIL), "reason", " ").andExpect(redirectedUrl("/quarantine"));
        verify(store, never()).open(any());
        String page = send("council-decision", open(COUNCIL), "reason", "to mend it")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("A bruise on her arm.", "Send it again");
        var order = inOrder(audit, store);
        order.verify(audit).noted(eq(Act.QUARANTINE_READ), byTheUser(), eq("ALLOW"), any());
        order.verify(store).open(COUNCIL);
    }

    @Test
    void opensNothingOfAnotherAgency() throws Exception {
        send("police-desk", open(COUNCIL), "reason", "curious").andExpect(status().isNotFound());
        send("police-desk", replay(COUNCIL), "body", "{}").andExpect(status().isNotFound());
        verify(store, never()).open(any());
    }

    @Test
    void sendsTheMendedMessageThroughTheSameDoorUnderANewId() throws Exception {
        send("council-decision", replay(COUNCIL), "body", Forms.aSchoolConcern())
                .andExpect(redirectedUrl("/quarantine"));
        ArgumentCaptor<IntakeMessage> sent = ArgumentCaptor.forClass(IntakeMessage.class);
        verify(queue).send(sent.capture());
        assertThat(sent.getValue().messageId().value()).matches("replay-[0-9a-f-]{36}");
        assertThat(sent.getValue().onBehalfOf()).isEqualTo("public-form");
        verify(store).settle(eq(COUNCIL), eq("WAITING"), eq("REPLAYED"), any());
        verify(audit).noted(eq(Act.REPLAY), byTheUser(), eq("ALLOW"), any());
    }

    @Test
    void saysWhatIsStillWrongAndSendsNothing() throws Exception {
        String page = send("council-decision", replay(COUNCIL), "body", Forms.withoutChildren())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("It still cannot be read", "A bruise on her arm.");
        verify(queue, never()).send(any());
        verify(store, never()).settle(any(), any(), any(), any());
    }

    @Test
    void leavesItWaitingWhileTheHubTakesNothing() throws Exception {
        when(queue.send(any())).thenReturn(false);
        String page = send("council-decision", replay(COUNCIL), "body", Forms.aSchoolConcern())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("It still waits here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"council-screening", "business-support", "housing-officers"})
    void isNotThereForOtherRoles(String team) throws Exception {
        look(team, "/quarantine").andExpect(status().isNotFound());
        send(team, open(COUNCIL), "reason", "r").andExpect(status().isNotFound());
        send(team, replay(COUNCIL), "body", "{}").andExpect(status().isNotFound());
        verify(store, never()).open(any());
    }

    private static SignedIn byTheUser() {
        return argThat(who -> who != null && who.user().toString().equals(Screens.USER));
    }
}
