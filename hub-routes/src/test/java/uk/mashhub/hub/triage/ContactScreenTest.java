package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.mashhub.hub.screens.Hands.look;
import static uk.mashhub.hub.screens.Hands.page;
import static uk.mashhub.hub.screens.Hands.send;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.council.marf.MarfTranslator;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.api.IntakeQueue;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.log.Act;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.vocabulary.SafetyFlag;

class ContactScreenTest {
    private static final String PATH = "/contact/new";
    private static final String ID = "3a7e9c1d-5f82-4e6b-9c04-d1f8b2a6e766";

    private final IntakeQueue queue = Screens.part(IntakeQueue.class);
    private final ActsSeen seen = Screens.part(ActsSeen.class);
    private final Audit audit = Screens.part(Audit.class);

    @BeforeEach
    void takes() {
        Screens.forget(queue, seen, audit);
        when(queue.send(any())).thenReturn(true);
        when(seen.first(any(), any())).thenReturn(true);
    }

    private static String[] form(String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "act",
                "Contact",
                "id",
                ID,
                "callerName",
                "Joan Invented",
                "callerTelephone",
                "01632 960123",
                "professional",
                "false",
                "childGiven",
                "Maya",
                "childFamily",
                "Invented",
                "birthDay",
                "3",
                "birthMonth",
                "7",
                "birthYear",
                "2015",
                "address",
                "1 Invented Street\r\nInventon",
                "postcode",
                "ZZ1 1AA",
                "keepAddress",
                "true",
                "whatHappened",
                "She heard shouting.",
                "immediateDanger",
                "false",
                "parentsTold",
                "false"));
        for (int i = 0; i < more.length; i += 2) {
            int at = fields.indexOf(more[i]);
            if (at >= 0) {
                fields.set(at + 1, more[i + 1]);
            } else {
                fields.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void sendsTheReferralFormThroughTheSameDoor() throws Exception {
        send("business-support", PATH, form())
                .andExpect(redirectedUrl("/"))
                .andExpect(flash().attribute("done", "done.Contact"));
        ArgumentCaptor<IntakeMessage> sent = ArgumentCaptor.forClass(IntakeMessage.class);
        verify(queue).send(sent.capture());
        IntakeMessage message = sent.getValue();
        assertThat(message.onBehalfOf()).isEqualTo("phone-desk");
        assertThat(message.messageId().value()).isEqualTo("phone-" + ID);
        Contact contact = new MarfTranslator()
                .translate(
                        Base64.getDecoder().decode(message.bodyBase64()),
                        new Received(message.source(), TestTime.MONDAY));
        assertThat(contact.people()).hasSize(1);
        assertThat(contact.people().get(0).flags()).anyMatch(f -> f.flag() == SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void logsItBeforeItIsSent() throws Exception {
        send("business-support", PATH, form());
        var inOrder = org.mockito.Mockito.inOrder(audit, queue);
        inOrder.verify(audit)
                .noted(
                        org.mockito.ArgumentMatchers.eq(Act.PHONE_CONTACT),
                        any(uk.mashhub.hub.disclose.SignedIn.class),
                        any(),
                        any());
        inOrder.verify(queue).send(any());
    }

    @Test
    void sendsAFormOnceHoweverOftenItIsSent() throws Exception {
        when(seen.first(any(), any())).thenReturn(false);
        send("business-support", PATH, form()).andExpect(redirectedUrl("/"));
        verify(queue, never()).send(any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatHappened", "keepAddress", "professional", "childFamily", "immediateDanger"})
    void saysWhatIsMissingAndSendsNothing(String field) throws Exception {
        send("business-support", PATH, form(field, ""))
                .andExpect(redirectedUrl(PATH))
                .andExpect(flash().attributeExists("refusal", "typed"));
        verify(queue, never()).send(any());
    }

    @Test
    void refusesADateThatIsNone() throws Exception {
        send("business-support", PATH, form("birthMonth", "13"))
                .andExpect(flash().attribute("refusal", org.hamcrest.Matchers.containsString("date of birth")));
    }

    @Test
    void pointsToThePaperFormWhileTheHubTakesNothing() throws Exception {
        when(queue.send(any())).thenReturn(false);
        send("business-support", PATH, form())
                .andExpect(flash().attribute("refusal", org.hamcrest.Matchers.containsString("paper form")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"business-support", "council-decision", "council-screening"})
    void isThereForThoseWhoAnswerTheTelephone(String team) throws Exception {
        assertThat(page(team, PATH)).contains("ring 999 first", "Must the address be kept from somebody?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"police-desk", "health-desk", "education-desk", "housing-officers", "ig-council"})
    void isNotThereForOtherRoles(String team) throws Exception {
        look(team, PATH).andExpect(status().isNotFound());
        send(team, PATH, form()).andExpect(status().isNotFound());
        verify(queue, never()).send(any());
    }

    @Test
    void keepsWordsAsTheyAre() throws Exception {
        send("business-support", PATH, form("whatHappened", "\"quoted\" \\ and <b>"));
        ArgumentCaptor<IntakeMessage> sent = ArgumentCaptor.forClass(IntakeMessage.class);
        verify(queue).send(sent.capture());
        String body = new String(Base64.getDecoder().decode(sent.getValue().bodyBase64()), StandardCharsets.UTF_8);
        assertThat(body).contains("\\\"quoted\\\" \\\\ and <b>");
    }
}
