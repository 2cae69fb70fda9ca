package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.Seeded;
import uk.mashhub.model.id.Principal;

class BrokerServerTest {
    private static final Principal POLICE = new Principal("exampleshire-police");
    private static final Principal HEALTH = new Principal("exampleshire-health");
    private static final String POLICE_QUEUE = "agency.police.records.enquiries";
    private static final String HEALTH_QUEUE = "agency.health.pds.enquiries";
    private static final String NOTICES = "team.e10999999.police-desk.notices";
    private static final BrokerSettings SETTINGS =
            new BrokerSettings(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofDays(1), 3, "", null);

    private final BrokerPlan plan = new BrokerPlan(
            Set.of("hub.intake", "hub.answers", POLICE_QUEUE, HEALTH_QUEUE, BrokerPlan.DEAD, BrokerPlan.EXPIRED),
            Set.of(NOTICES),
            List.of(
                    new BrokerStation(POLICE, Set.of("hub.answers"), Set.of(POLICE_QUEUE)),
                    new BrokerStation(HEALTH, Set.of("hub.answers"), Set.of(HEALTH_QUEUE)),
                    new BrokerStation(
                            BrokerPlan.HUB,
                            Set.of(POLICE_QUEUE, HEALTH_QUEUE, NOTICES),
                            Set.of("hub.intake", "hub.answers", BrokerPlan.DEAD, BrokerPlan.EXPIRED))));
    private final Path folder = Path.of("target", "test-data", UUID.randomUUID().toString());
    private BrokerServer broker;
    private JmsConnections connections;

    @BeforeEach
    void start() throws IOException {
        broker = BrokerServer.start(plan, SETTINGS, folder, Seeded.source(1));
        connections = new JmsConnections(broker);
    }

    @AfterEach
    void stop() throws IOException {
        connections.close();
        broker.close();
    }

    @Test
    void carriesAQuestionToItsSourceAndTheAnswerBack() throws JMSException {
        send(BrokerPlan.HUB, POLICE_QUEUE, "question");

        assertThat(text(receive(POLICE, POLICE_QUEUE))).isEqualTo("question");

        send(POLICE, "hub.answers", "answer");
        assertThat(text(receive(BrokerPlan.HUB, "hub.answers"))).isEqualTo("answer");
    }

    @Test
    void marksEachMessageWithWhoSentItWhateverTheMessageSays() throws JMSException {
        try (Connection connection = connections.of(POLICE).createConnection();
                Session session = connection.createSession()) {
            Message forged = session.createTextMessage("answer");
            forged.setStringProperty("_AMQ_VALIDATED_USER", "exampleshire-health");
            session.createProducer(session.createQueue("hub.answers")).send(forged);
        }

        assertThat(receive(BrokerPlan.HUB, "hub.answers").getStringProperty("_AMQ_VALIDATED_USER"))
                .isEqualTo("exampleshire-police");
    }

    @Test
    void keepsOneSourceFromTheQueueOfAnother() throws JMSException {
        send(BrokerPlan.HUB, HEALTH_QUEUE, "question");

        for (String name :
                List.of(HEALTH_QUEUE, HEALTH_QUEUE + "::" + HEALTH_QUEUE, POLICE_QUEUE + "::" + HEALTH_QUEUE)) {
            assertThatThrownBy(() -> receive(POLICE, name)).as(name).isInstanceOf(JMSException.class);
        }
        assertThatThrownBy(() -> browse(POLICE, HEALTH_QUEUE)).isInstanceOf(JMSException.class);
        assertThat(text(receive(HEALTH, HEALTH_QUEUE))).isEqualTo("question");
    }

    @Test
    void keepsSourcesFromWhatIsTheHubsAlone() {
        for (String queue : List.of("hub.answers", "hub.intake", BrokerPlan.DEAD, BrokerPlan.EXPIRED, NOTICES)) {
            assertThatThrownBy(() -> receive(POLICE, queue)).as(queue).isInstanceOf(JMSSecurityException.class);
        }
        for (String queue : List.of("hub.intake", POLICE_QUEUE, HEALTH_QUEUE, NOTICES, BrokerPlan.DEAD)) {
            assertThatThrownBy(() -> send(POLICE, queue, "as the hub"))
                    .as(queue)
                    .isInstanceOf(JMSSecurityException.class);
        }
    }

    @Test
    void makesNoQueueByBeingAsked() {
        for (Principal principal : List.of(POLICE, BrokerPlan.HUB)) {
            assertThatThrownBy(() -> send(principal, "made.up", "x")).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> receive(principal, "made.up")).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> temporary(principal)).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> send(principal, "activemq.management", "x"))
                    .isInstanceOf(JMSException.class);
        }
        assertThat(broker.depth("made.up")).isEqualTo(-1);
    }

    @Test
    void refusesWrongSecretsAndUnknownPrincipals() {
        refuses("exampleshire-police", "guessed");
        refuses("exampleshire-police", broker.secret(HEALTH));
        refuses("nobody", "");
        refuses(null, null);
        assertThatThrownBy(() -> connections.of(new Principal("nobody"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void redeliversForEver() throws JMSException {
        send(BrokerPlan.HUB, POLICE_QUEUE, "question");
        try (Connection connection = connections.of(POLICE).createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            MessageConsumer consumer = session.createConsumer(session.createQueue(POLICE_QUEUE));
            for (int i = 1; i <= 15; i++) {
                Message message = consumer.receive(5_000);
                assertThat(message).as("delivery " + i).isNotNull();
                assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(i);
                session.rollback();
            }
        }

        assertThat(broker.depth(BrokerPlan.DEAD)).isZero();
        assertThat(broker.depth(POLICE_QUEUE)).isEqualTo(1);
    }

    @Test
    void keepsTheLastNoticeOfAViewAndNoMoreThanItsBound() throws JMSException {
        for (String notice : List.of("a1", "b1", "a2", "a3")) {
            notice(notice);
        }
        holds(2);

        for (String notice : List.of("c1", "d1", "e1", "f1")) {
            notice(notice);
        }
        holds(SETTINGS.noticesMost());
    }

    /** The broker counts and drops beside the sending, not within it. */
    private void holds(long notices) {
        TheHub.await(notices + " notices", () -> broker.depth(NOTICES) == notices ? true : null);
    }

    @Test
    void dropsARepeatByItsDuplicateIdEvenAfterARestart() throws Exception {
        duplicate("outbox-1");
        duplicate("outbox-1");
        assertThat(broker.depth(POLICE_QUEUE)).isEqualTo(1);

        stop();
        start();
        duplicate("outbox-1");
        duplicate("outbox-2");

        assertThat(broker.depth(POLICE_QUEUE)).isEqualTo(2);
    }

    @Test
    void keepsItsFoldersToItself() throws IOException {
        for (Path path :
                List.of(folder, folder.resolve("journal"), folder.resolve("bindings"), folder.resolve("large"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    private void refuses(String user, String password) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.address(), user, password);
        assertThatThrownBy(() -> factory.createConnection().createSession()).isInstanceOf(JMSException.class);
        factory.close();
    }

    private void notice(String view) throws JMSException {
        try (Connection connection = connections.of(BrokerPlan.HUB).createConnection();
                Session session = connection.createSession()) {
            Message message = session.createTextMessage(view);
            message.setStringProperty("_AMQ_LVQ_NAME", view.substring(0, 1));
            session.createProducer(session.createQueue(NOTICES)).send(message);
        }
    }

    private void duplicate(String id) throws JMSException {
        try (Connection connection = connections.of(BrokerPlan.HUB).createConnection();
                Session session = connection.createSession()) {
            Message message = session.createTextMessage("question");
            message.setStringProperty("_AMQ_DUPL_ID", id);
            session.createProducer(session.createQueue(POLICE_QUEUE)).send(message);
        }
    }

    private void send(Principal principal, String queue, String body) throws JMSException {
        try (Connection connection = connections.of(principal).createConnection();
                Session session = connection.createSession();
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
            producer.send(message);
        }
    }

    private Message receive(Principal principal, String queue) throws JMSException {
        try (Connection connection = connections.of(principal).createConnection();
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            Message message = consumer.receive(5_000);
            assertThat(message).isNotNull();
            return message;
        }
    }

    private void browse(Principal principal, String queue) throws JMSException {
        try (Connection connection = connections.of(principal).createConnection();
                Session session = connection.createSession()) {
            connection.start();
            session.createBrowser(session.createQueue(queue)).getEnumeration().hasMoreElements();
        }
    }

    private void temporary(Principal principal) throws JMSException {
        try (Connection connection = connections.of(principal).createConnection();
                Session session = connection.createSession()) {
            session.createTemporaryQueue();
        }
    }

    private static String text(Message message) throws JMSException {
        return new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
    }
}
