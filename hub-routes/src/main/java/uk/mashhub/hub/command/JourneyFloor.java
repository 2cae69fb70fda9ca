package uk.mashhub.hub.command;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.disclose.Notices;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.hub.wiring.BrokerPlan;
import uk.mashhub.hub.wiring.BrokerServer;
import uk.mashhub.hub.wiring.BrokerSettings;
import uk.mashhub.model.RandomSource;

/**
 * What any hub of this durability must pay: the same number of durable messages sent and received and of rows committed as one journey
 * makes, with the same broker and the same PostgreSQL and their settings, and nothing else.
 */
final class JourneyFloor {
    private static final int AT_ONCE = 8;
    private static final int RECEIVE_MILLIS = 10_000;
    private static final int ROW_BYTES = 800;
    private static final int MESSAGE_BYTES = 4096;

    /**
     * What one journey makes.
     *
     * @param messages sent, and received by somebody
     * @param notices sent to a team that may fetch them later
     * @param commits of transactions that write
     */
    record Parts(int messages, int notices, int commits) {}

    private final Path work;
    private final Partnership partnership;
    private final RandomSource random;

    JourneyFloor(Path work, Partnership partnership, RandomSource random) {
        this.work = work;
        this.partnership = partnership;
        this.random = random;
    }

    /** How many a second, once the hub has left its database. */
    double perSecond(Path databaseFolder, String password, Parts parts, int seconds) throws Exception {
        BrokerSettings settings = new BrokerSettings(
                Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofDays(7), 10_000, "", null);
        try (EmbeddedPostgres database = EmbeddedPostgres.start(databaseFolder, 0, random);
                BrokerServer broker = BrokerServer.start(
                        BrokerPlan.of(partnership), settings, work.resolve("floor-artemis"), random);
                ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.address())) {
            factory.setUser(BrokerPlan.HUB.value());
            factory.setPassword(broker.secret(BrokerPlan.HUB));
            factory.setBlockOnDurableSend(true);
            factory.setConsumerWindowSize(0);
            Properties superuser = new Properties();
            superuser.setProperty("user", "bootstrap");
            superuser.setProperty("password", password);
            String url = database.url(DatabaseRoles.DATABASE);
            try (java.sql.Connection sql = DriverManager.getConnection(url, superuser);
                    Statement statement = sql.createStatement()) {
                statement.execute("create table bench_floor (id bigint generated always as identity primary key,"
                        + " body bytea not null)");
            }
            AtomicInteger worker = new AtomicInteger();
            ThreadLocal<Worker> mine = ThreadLocal.withInitial(
                    () -> Worker.of(factory, url, superuser, queue(worker.getAndIncrement()), notices(), random));
            return LogBenchLoad.sustained(AT_ONCE, seconds, () -> mine.get().journey(parts));
        }
    }

    /** A queue for each worker as far as there are some, as a journey's messages are spread over several. */
    private String queue(int worker) {
        Area area = partnership.areas().get(0);
        return area.agencies().stream()
                .flatMap(agency -> agency.answerers().stream().map(s -> Addresses.enquiries(agency.id(), s.id())))
                .skip(worker % 5)
                .findFirst()
                .orElse(Addresses.INTAKE);
    }

    private String notices() {
        Area area = partnership.areas().get(0);
        return Notices.address(area.code(), area.teams().get(0).id());
    }

    /** One connection to each. */
    private record Worker(
            Session sending,
            MessageProducer queue,
            MessageProducer notices,
            Session receiving,
            MessageConsumer consumer,
            PreparedStatement insert,
            byte[] body,
            byte[] row) {

        static Worker of(
                ActiveMQConnectionFactory factory,
                String url,
                Properties superuser,
                String queue,
                String notices,
                RandomSource random) {
            try {
                Connection connection = factory.createConnection();
                connection.start();
                Session sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                Session receiving = connection.createSession(true, Session.SESSION_TRANSACTED);
                return new Worker(
                        sending,
                        sending.createProducer(sending.createQueue(queue)),
                        sending.createProducer(sending.createQueue(notices)),
                        receiving,
                        receiving.createConsumer(receiving.createQueue(queue)),
                        DriverManager.getConnection(url, superuser)
                                .prepareStatement("insert into bench_floor (body) values (?)"),
                        random.bytes(MESSAGE_BYTES),
                        random.bytes(ROW_BYTES));
            } catch (JMSException | SQLException e) {
                throw new CommandFailed("the floor cannot be measured: " + e);
            }
        }

        void journey(Parts parts) throws JMSException, SQLException, IOException {
            for (int i = 0; i < parts.messages(); i++) {
                queue.send(message(""));
                if (consumer.receive(RECEIVE_MILLIS) == null) {
                    throw new IOException("a message of the floor did not arrive");
                }
                receiving.commit();
            }
            for (int i = 0; i < parts.notices(); i++) {
                notices.send(message("v" + i));
            }
            for (int i = 0; i < parts.commits(); i++) {
                insert.setBytes(1, row);
                insert.executeUpdate();
            }
        }

        private Message message(String lastValue) throws JMSException {
            var message = sending.createBytesMessage();
            message.writeBytes(body);
            if (!lastValue.isEmpty()) {
                message.setStringProperty("_AMQ_LVQ_NAME", lastValue);
            }
            return message;
        }
    }
}
