package uk.mashhub.adapter.police.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.mashhub.adapter.police.records.PoliceFixture.daniel;
import static uk.mashhub.adapter.police.records.PoliceFixture.grace;
import static uk.mashhub.adapter.police.records.PoliceFixture.item;
import static uk.mashhub.adapter.police.records.PoliceFixture.maya;
import static uk.mashhub.adapter.police.records.PoliceFixture.question;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.HandlingCode;

class RecordsFaultsTest {
    private PoliceFixture police;

    @BeforeEach
    void start() {
        police = new PoliceFixture();
    }

    @AfterEach
    void stop() {
        police.close();
    }

    private long tokensFetched() {
        return police.force.requestedAddresses().stream()
                .filter("/oauth2/token"::equals)
                .count();
    }

    @Test
    void putsNothingThatNamesAPersonIntoAnAddress() throws SourceUnavailable {
        police.ask(maya(), grace(), daniel());
        assertThat(police.force.requestedAddresses())
                .hasSize(13)
                .allMatch(a -> a.matches("/oauth2/token|/api/v1/persons/(search|pr_[0-9a-f]{10}/[a-z]+)"));
    }

    @Test
    void fetchesOneTokenForAllRequests() throws SourceUnavailable {
        RecordsSystemSource source = police.source();
        source.ask(question(maya()));
        source.ask(question(daniel()));
        assertThat(tokensFetched()).isEqualTo(1);
    }

    @Test
    void fetchesATokenShortlyBeforeTheOldOneExpires() throws SourceUnavailable {
        SteppingClock clock = new SteppingClock();
        RecordsSystemSource source = police.source(clock);
        source.ask(question(maya()));
        clock.now = clock.now.plusSeconds(269);
        source.ask(question(maya()));
        assertThat(tokensFetched()).isEqualTo(1);
        clock.now = clock.now.plusSeconds(1);
        source.ask(question(maya()));
        assertThat(tokensFetched()).isEqualTo(2);
    }

    @Test
    void fetchesAnotherTokenOnceWhenOneIsRefused() throws SourceUnavailable {
        RecordsSystemSource source = police.source();
        source.ask(question(maya()));
        police.force.refuseOneToken();
        assertThat(source.ask(question(maya())).kind()).isEqualTo(Answer.Kind.ANSWERED);
        assertThat(tokensFetched()).isEqualTo(2);
    }

    @Test
    void isUnavailableWhenEveryTokenIsRefused() {
        police.force.fail(401);
        assertThatThrownBy(() -> police.ask(maya()))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("credentials");
        assertThat(tokensFetched()).isEqualTo(2);
    }

    @Test
    void isUnavailableWithWrongCredentials() {
        police.force.rejectCredentials();
        assertThatThrownBy(() -> police.ask(maya()))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("credentials");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 418, 404, 302, 204})
    void isUnavailableWhateverElseTheSystemAnswers(int status) {
        police.force.fail(status);
        assertThatThrownBy(() -> police.ask(maya())).isInstanceOf(SourceUnavailable.class);
        long searches = police.force.requestedAddresses().stream()
                .filter(a -> a.endsWith("/search"))
                .count();
        assertThat(searches).isEqualTo(status == 503 ? 2 : 1);
    }

    @Test
    void isUnavailableWhileConnectionsBreakAndAnswersAfterwards() throws SourceUnavailable {
        police.force.takeDown();
        assertThatThrownBy(() -> police.ask(maya())).isInstanceOf(SourceUnavailable.class);
        police.force.bringUp();
        assertThat(police.ask(maya()).kind()).isEqualTo(Answer.Kind.ANSWERED);
    }

    @Test
    void givesUpOnASystemThatHangsWithoutTryingAgain() {
        police.force.hang();
        assertThatThrownBy(() -> police.impatientSource().ask(question(maya())))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("too slow");
        assertThat(police.force.requestedAddresses().stream().filter(a -> a.endsWith("/search")))
                .hasSizeLessThan(2);
    }

    @Test
    void refusesInItsOwnWordsWhatTheSystemRefuses() throws SourceUnavailable {
        police.force.refuse("search", "PURPOSE_NOT_AGREED");
        Answer answer = police.ask(maya());
        assertThat(answer.kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(answer.reason()).isEqualTo("the purpose is not in the force's agreement");
        police.force.refuse("search", "Maya Okonkwo-Test is under observation");
        assertThat(police.ask(maya()).reason()).isEqualTo("the records system refuses this enquiry");
    }

    @Test
    void refusesToStartWhereTheJdkWouldLogTheWire() {
        System.setProperty("jdk.httpclient.HttpClient.log", "requests");
        try {
            assertThatThrownBy(() -> police.source()).isInstanceOf(IllegalStateException.class);
        } finally {
            System.clearProperty("jdk.httpclient.HttpClient.log");
        }
    }

    @Test
    void leavesASignWhereOneKindOfRecordsIsRefused() throws SourceUnavailable {
        police.force.refuse("intelligence", "RECORD_RESTRICTED");
        Answer answer = police.ask(daniel());
        SourceItem sign = item(answer, "intelligence/refused/pr_7f3a03d7f0");
        assertThat(sign.labels().dataClass()).isEqualTo(DataClass.INTELLIGENCE);
        assertThat(sign.labels().grade().handling()).isEqualTo(HandlingCode.C);
        assertThat(answer.items()).extracting(SourceItem::recordId).contains("incident/in_90be3341");
    }

    @Test
    void saysThatNobodyWasSearchedForWithoutANameOrNumber() throws SourceUnavailable {
        AskedPerson nobody =
                new AskedPerson(new PersonKey("k"), List.of(), Optional.empty(), List.of(), Optional.empty());
        assertThat(police.ask(nobody, maya()).kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(police.force.requestedAddresses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"matches\":{}}",
                "{\"matches\":[],\"truncated\":\"no\"}",
                "{\"matches\":[{\"recordId\":\"../../etc\",\"person\":{}}],\"truncated\":false}",
                "{\"matches\":[{\"recordId\":\"ok\"}],\"truncated\":false}",
                "{\"matches\":[{\"recordId\":\"ok\",\"person\":{\"names\":\"Maya\"}}],\"truncated\":false}",
                "{\"matches\":[],\"matches\":[],\"truncated\":false}",
                "{\"matches\":[],\"truncated\":false} trailing"
            })
    void isUnavailableWhenTheShapeIsNotTheAgreedOne(String body) {
        police.force.send("application/json", body);
        assertThatThrownBy(() -> police.ask(maya()))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("not of the agreed shape");
    }

    @Test
    void isUnavailableWhenASafeAddressIsNotSaidToBeSafeOrNot() {
        String person = "{\"names\":[{\"given\":[\"Maya\"],\"family\":\"Okonkwo-Test\"}],"
                + "\"sexualOffenceComplainant\":false,\"addresses\":[{\"lines\":[\"1 Road\"]}]}";
        police.force.send(
                "application/json",
                "{\"matches\":[{\"recordId\":\"ok\",\"person\":" + person + "}],\"truncated\":false}");
        assertThatThrownBy(() -> police.ask(maya()))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("/matches/0/person/addresses/0/safe");
    }

    @Test
    void isUnavailableWhenTheAnswerIsNoJson() {
        police.force.send("text/html", "{\"matches\":[],\"truncated\":false}");
        assertThatThrownBy(() -> police.ask(maya())).isInstanceOf(SourceUnavailable.class);
    }

    @Test
    void hangsUpOnAResponseThatIsTooLarge() {
        police.force.send("application/json", "{\"matches\":[],\"x\":\"" + "y".repeat(2 << 20) + "\"}");
        assertThatThrownBy(() -> police.ask(maya()))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("more than is agreed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://records.example/api",
                "https://user@records.example/api",
                "https://records.example/api?x=1",
                "ftp://127.0.0.1/api"
            })
    void takesNoAddressThatIsNotSafe(String url) {
        assertThatThrownBy(() -> RecordsSystem.of(
                        PoliceFixture.SOURCE,
                        URI.create(url),
                        URI.create("https://records.example/token"),
                        "id",
                        "secret",
                        "Exampleshire Police"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void speaksTlsToWhomItTrustsAndToNobodyElse() throws Exception {
        RecordsSystem system = police.secureSystem();
        Path certificate = Path.of(police.force.endpoints().get("police.certificate"));
        SSLContext context = PoliceFixture.trusting(certificate);
        RecordsSystemSource trusting = new RecordsSystemSource(system, context, PoliceFixture.CLOCK);
        assertThat(trusting.ask(question(maya())).kind()).isEqualTo(Answer.Kind.ANSWERED);
        RecordsSystemSource wary = new RecordsSystemSource(system, PoliceFixture.trust(), PoliceFixture.CLOCK);
        assertThatThrownBy(() -> wary.ask(question(maya()))).isInstanceOf(SourceUnavailable.class);
    }

    /** A clock that moves when it is told to. */
    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-04-01T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
