package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.setup.BrokerFiles;
import uk.mashhub.hub.storage.Seeded;
import uk.mashhub.model.id.Principal;

/** A broker of its own, over TLS, with the files that its administrator is given: it refuses what the embedded one refuses. */
class ExternalBrokerTest {
    private static final Principal POLICE = new Principal("police-records");
    private static final String POLICE_QUEUE = "agency.exampleshire-police.police-records.enquiries";
    private static final String PDS_QUEUE = "agency.exampleshire-health.pds.enquiries";
    private static final String NOTICES = "team.e10999999.police-desk.notices";

    private static final Path HOME =
            Path.of("target", "test-data", UUID.randomUUID().toString()).toAbsolutePath();
    private static final Path PASSWORDS = HOME.resolve("secrets/broker");

    private static BrokerPlan plan;
    private static BrokerProcess process;
    private static Broker broker;
    private static JmsConnections connections;

    @BeforeAll
    static void start() throws Exception {
        Partnership partnership = Partnership.load(TheHub.root().resolve("config/areas"));
        plan = BrokerPlan.of(partnership);
        new BrokerFiles(HOME, Seeded.source(3))
                .write(
                        partnership,
                        new BrokerSettings(
                                Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofDays(1), 3, "", null));
        process = BrokerProcess.prepare(
                HOME.resolve("broker"), HOME.resolve("config/broker"), PASSWORDS.resolve("artemis-users.properties"));
        process.start();
        broker = ExternalBroker.at(process.url(), PASSWORDS, plan);
        connections = new JmsConnections(broker);
    }

    @AfterAll
    static void stop() throws Exception {
        connections.close();
        process.close();
    }

    /** Every account of the machine reads command lines. */
    @Test
    void hasThePasswordOfItsKeystoreOnNoCommandLine() throws IOException {
        assertThat(process.commandLine()).contains("java").doesNotContain(BrokerProcess.PASSWORD);
    }

    @Test
    void carriesAQuestionToItsSourceAndMarksTheAnswerWithWhoSentIt() throws JMSException {
        send(BrokerPlan.HUB, POLICE_QUEUE, "question");
        assertThat(receive(POLICE, POLICE_QUEUE).getBody(String.class)).isEqualTo("question");

        send(POLICE, "hub.answers", "answer");
        Message answer = receive(BrokerPlan.HUB, "hub.answers");
        assertThat(answer.getBody(String.class)).isEqualTo("answer");
        assertThat(answer.getStringProperty("_AMQ_VALIDATED_USER")).isEqualTo("police-records");
    }

    @Test
    void keepsSourcesFromEveryQueueThatIsNotTheirs() {
        for (String queue : List.of(
                PDS_QUEUE, "hub.answers", "hub.intake", BrokerPlan.DEAD, BrokerPlan.EXPIRED, NOTICES, "made.up")) {
            assertThatThrownBy(() -> receive(POLICE, queue)).as(queue).isInstanceOf(JMSException.class);
        }
        for (String queue : List.of("hub.intake", POLICE_QUEUE, PDS_QUEUE, NOTICES, "made.up", "activemq.management")) {
            assertThatThrownBy(() -> send(POLICE, queue, "as the hub"))
                    .as(queue)
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void makesNoQueueForTheHubEither() {
        for (String queue : List.of("made.up", "activemq.management")) {
            assertThatThrownBy(() -> send(BrokerPlan.HUB, queue, "x")).as(queue).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void keepsTheLastNoticeOfAView() throws JMSException {
        for (String notice : List.of("a1", "b1", "a2")) {
            try (Connection connection = connections.of(BrokerPlan.HUB).createConnection();
                    Session session = connection.createSession()) {
                Message message = session.createTextMessage(notice);
                message.setStringProperty("_AMQ_LVQ_NAME", notice.substring(0, 1));
                session.createProducer(session.createQueue(NOTICES)).send(message);
            }
        }

        assertThat(receive(BrokerPlan.HUB, NOTICES).getBody(String.class)).isIn("b1", "a2");
        assertThat(receive(BrokerPlan.HUB, NOTICES).getBody(String.class)).isIn("b1", "a2");
    }

    @Test
    void countsItsDeadLetters() throws JMSException {
        assertThat(broker.depth(BrokerPlan.DEAD)).isZero();
        send(BrokerPlan.HUB, BrokerPlan.DEAD, "one");
        assertThat(broker.depth(BrokerPlan.DEAD)).isEqualTo(1);
        receive(BrokerPlan.HUB, BrokerPlan.DEAD);
        assertThat(broker.depth("made.up")).isEqualTo(-1);
    }

    /** Otherwise health says after a minute that they are stuck, and never again anything else. */
    @Test
    void countsWhatWaitsForTheHub() throws JMSException {
        for (String queue : List.of("hub.intake", "hub.answers")) {
            assertThat(broker.depth(queue)).as(queue).isZero();
            send(BrokerPlan.HUB, queue, "one");
            assertThat(broker.depth(queue)).as(queue).isEqualTo(1);
            receive(BrokerPlan.HUB, queue);
        }
    }

    @Test
    void refusesAWrongPasswordAndAClientThatDoesNotTrustIt() {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(process.url())) {
            assertThatThrownBy(() -> factory.createConnection("police-records", "guessed"))
                    .isInstanceOf(JMSException.class);
        }
        String trusting = process.url().replaceAll("&trustStore.*", "");
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(trusting)) {
            assertThatThrownBy(() -> factory.createConnection("police-records", broker.secret(POLICE)))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void keepsWhatItHasTakenWhenItIsKilled() throws Exception {
        send(BrokerPlan.HUB, PDS_QUEUE, "question");

        process.kill();
        assertThat(broker.depth(BrokerPlan.DEAD)).isEqualTo(-1);
        process.start();

        Message kept = TheHub.await("the question", () -> {
            try {
                return receive(new Principal("pds"), PDS_QUEUE);
            } catch (JMSException e) {
                return null;
            }
        });
        assertThat(kept.getBody(String.class)).isEqualTo("question");
    }

    @Test
    void sendsNoPasswordOverTheNetworkInClear() {
        assertThatThrownBy(() -> ExternalBroker.at("tcp://broker.example.org:61617", PASSWORDS, plan))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sslEnabled");
        assertThatThrownBy(() -> ExternalBroker.at("vm://1", PASSWORDS, plan)).isInstanceOf(IOException.class);
        for (String open : List.of(
                "?xsslEnabled=true",
                "?sslEnabled=true&trustAll=true",
                "?sslEnabled=true&verifyHost=false",
                "?sslEnabled=true#tcp://far.example.org:61616")) {
            assertThatThrownBy(() -> ExternalBroker.requireTls("tcp://broker.example.org:61617" + open))
                    .as(open)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void namesThePasswordThatIsMissing() throws IOException {
        Path fewer = Files.createDirectories(HOME.resolve("fewer"));
        assertThatThrownBy(() -> ExternalBroker.at(process.url(), fewer, plan))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the broker's password of ");
    }

    private static void send(Principal principal, String queue, String body) throws JMSException {
        try (Connection connection = connections.of(principal).createConnection();
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue(queue)).send(session.createTextMessage(body));
        }
    }

    private static Message receive(Principal principal, String queue) throws JMSException {
        try (Connection connection = connections.of(principal).createConnection();
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            Message message = consumer.receive(5_000);
            assertThat(message).isNotNull();
            return message;
        }
    }
}
