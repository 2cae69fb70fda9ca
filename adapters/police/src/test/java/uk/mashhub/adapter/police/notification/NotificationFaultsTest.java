package uk.mashhub.adapter.police.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.mashhub.adapter.police.notification.Notifications.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.contract.RudeServer;

class NotificationFaultsTest {
    private static final String SAMPLE = text("ppn-domestic-abuse");

    private static Unreadable refusal(String xml) {
        return refusal(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Unreadable refusal(byte[] xml) {
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> Notifications.of(xml));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    private static int lineOf(String part) {
        return (int) SAMPLE.substring(0, SAMPLE.indexOf(part)).lines().count();
    }

    @Test
    void namesLineAndElementOfAValueThatIsNotValid() {
        Unreadable refusal = refusal(SAMPLE.replace("<birthDate>1988-02-03", "<birthDate>1988-02-31"));
        assertThat(refusal.fault()).isEqualTo(Fault.NOT_VALID);
        assertThat(refusal.place())
                .isEqualTo("line " + lineOf("<birthDate>1988") + ", /notification/people/person/birthDate");
        assertThat(refusal.reason()).doesNotContain("1988");
    }

    @Test
    void namesTheElementInWhichSomethingIsMissing() {
        Unreadable refusal = refusal(SAMPLE.replace("<occurrence>42EX/0001234/26</occurrence>", ""));
        assertThat(refusal.fault()).isEqualTo(Fault.NOT_VALID);
        assertThat(refusal.place()).contains("/notification/header");
        assertThat(refusal.reason()).contains("does not expect");
    }

    @Test
    void doesNotRepeatANameThatSomebodyMadeAnElementOf() {
        Unreadable refusal = refusal(SAMPLE.replace("<sex>M</sex>", "<DanielTestHarrow/>"));
        assertThat(refusal.fault()).isEqualTo(Fault.NOT_VALID);
        assertThat(refusal.place()).endsWith("/people/person/?");
    }

    @Test
    void refusesAPersonWhoIsNotAmongThePeople() {
        Unreadable refusal = refusal(SAMPLE.replace("<involved person=\"neighbour\"", "<involved person=\"nobody\""));
        assertThat(refusal.fault()).isEqualTo(Fault.NOT_VALID);
        assertThat(refusal.reason()).contains("not among the people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:mashhub:police:ppn:2", "urn:mashhub:police:ppn:0"})
    void tellsAnotherVersionFromNonsense(String namespace) {
        assertThat(refusal(SAMPLE.replace("urn:mashhub:police:ppn:1", namespace))
                        .fault())
                .isEqualTo(Fault.WRONG_VERSION);
    }

    @Test
    void refusesAnotherKindOfDocument() {
        assertThat(refusal("<html><body>hello</body></html>").fault()).isEqualTo(Fault.NOT_VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET",
                "TOP SECRET",
                "secret - uk eyes only",
                "UK TOP-SECRET STRAP1",
                "ＳＥＣＲＥＴ",
                "S E C R E T",
                "Top&#x20;&#83;ecret"
            })
    void keepsNothingThatIsMarkedTooHigh(String marking) {
        assertThat(refusal(SAMPLE.replace(">OFFICIAL-SENSITIVE<", ">" + marking + "<"))
                        .fault())
                .isEqualTo(Fault.CLASSIFIED_TOO_HIGH);
    }

    @Test
    void keepsNothingOfAFormOfWhichOneLogIsSecret() {
        String xml =
                SAMPLE.replace("<grade>1-A-P</grade>", "<grade>1-A-P</grade><classification>SECRET</classification>");
        Unreadable refusal = refusal(xml);
        assertThat(refusal.fault()).isEqualTo(Fault.CLASSIFIED_TOO_HIGH);
        assertThat(refusal.place()).endsWith("/notification/intelligence/log/classification");
    }

    @Test
    void seesTheMarkingOfADocumentThatIsNotValid() {
        String before = SAMPLE.replace("<occurrence>", "<unheard-of/><occurrence>");
        assertThat(refusal(before.replace(">OFFICIAL-SENSITIVE<", ">&#83;ECRET<"))
                        .fault())
                .isEqualTo(Fault.CLASSIFIED_TOO_HIGH);
    }

    @Test
    void seesTheMarkingBehindATear() {
        String secret = SAMPLE.replace(">OFFICIAL-SENSITIVE<", ">SECRET<");
        String torn = secret.replace("<occurrence>", "<occurrence").substring(0, 900);
        assertThat(refusal(torn).fault()).isEqualTo(Fault.CLASSIFIED_TOO_HIGH);
        assertThat(refusal(torn.getBytes(StandardCharsets.UTF_16)).fault()).isEqualTo(Fault.CLASSIFIED_TOO_HIGH);
    }

    @Test
    void doesNotTakeTheWordInANarrativeForAMarking() throws Unreadable {
        String xml = SAMPLE.replace("Officers saw", "It was a secret. Officers saw");
        assertThat(Notifications.of(xml).people()).hasSize(4);
    }

    @Test
    void readsUtf16() throws Unreadable {
        byte[] utf16 =
                SAMPLE.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"").getBytes(StandardCharsets.UTF_16);
        assertThat(Notifications.of(utf16)).isEqualTo(Notifications.of(SAMPLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<?xml-stylesheet href='http://127.0.0.1:1/x.xsl'?>|FORBIDDEN_CONSTRUCT",
                "<!DOCTYPE notification>|FORBIDDEN_CONSTRUCT",
                "<!DOCTYPE notification SYSTEM 'http://127.0.0.1:1/x.dtd'>|FORBIDDEN_CONSTRUCT",
                "<!DOCTYPE notification [<!ATTLIST notification a CDATA 'x'>]>|FORBIDDEN_CONSTRUCT"
            })
    void refusesConstructsThatAreNeverAccepted(String construct, Fault fault) {
        assertThat(refusal(SAMPLE.replace("<notification ", construct + "<notification "))
                        .fault())
                .isEqualTo(fault);
    }

    @Test
    void doesNotFetchASchemaThatTheMessageNames() throws Exception {
        try (RudeServer server = RudeServer.hanging()) {
            String elsewhere = "http://127.0.0.1:" + server.port() + "/x.xsd";
            String xml = SAMPLE.replace(
                    "<notification ",
                    "<notification xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                            + " xsi:schemaLocation=\"urn:mashhub:police:ppn:1 " + elsewhere + "\" ");
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(Notifications.of(xml)).isEqualTo(Notifications.of(SAMPLE)));
        }
    }

    @Test
    void refusesMoreElementsThanAFormMayHave() {
        String many = SAMPLE.replace(
                "<answer question=\"2\">YES</answer>", "<answer question=\"2\">YES</answer>".repeat(30_000));
        assertThat(refusal(many).fault()).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void refusesAMomentThatNoClockKnows() {
        Unreadable refusal = refusal(SAMPLE.replace("2026-03-02T23:40:00Z", "2026-03-02T24:00:00Z"));
        assertThat(refusal.fault()).isEqualTo(Fault.NOT_VALID);
        assertThat(refusal.place()).contains("/notification/header/recordedAt");
    }

    @Test
    void refusesTheAttacksOfTheSharedCollection() throws IOException {
        String shared = System.getenv("MASH_SHARED_DATA");
        assumeTrue(shared != null, "set MASH_SHARED_DATA to run this test");
        try (Stream<Path> files = Files.list(Path.of(shared, "5-nasty", "defusedxml"))) {
            List<Path> attacks = files.toList();
            assertThat(attacks).isNotEmpty();
            for (Path attack : attacks) {
                assertThat(refusal(Files.readAllBytes(attack)).fault())
                        .as(attack.getFileName().toString())
                        .isIn(Fault.NOT_VALID, Fault.FORBIDDEN_CONSTRUCT, Fault.MALFORMED);
            }
        }
    }
}
