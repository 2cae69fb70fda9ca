package uk.mashhub.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.contract.LogCapture;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.wire.ModelJson;

class SftpFeedRouteTest {
    @TempDir
    Path directory;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BlockingQueue<IntakeMessage> intake = new LinkedBlockingQueue<>();
    private final AtomicInteger brokerFailures = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private FileServer server;

    @BeforeEach
    void serve() throws Exception {
        server = new FileServer(directory);
        context.addComponent("jms-police", new DirectComponent());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("jms-police:queue:hub.intake").process(SftpFeedRouteTest.this::take);
            }
        });
    }

    private void take(Exchange exchange) throws Exception {
        tries.incrementAndGet();
        if (brokerFailures.getAndDecrement() > 0) {
            throw new IllegalStateException("the broker is away");
        }
        byte[] plain =
                Seal.open(Samples.HUB, Addresses.INTAKE, exchange.getMessage().getBody(byte[].class));
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        intake.add(ModelJson.read(plain, IntakeMessage.class));
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
        server.close();
    }

    @Test
    void takesAFileToTheHubAndMovesItAside() throws Exception {
        server.put("form 1.xml", bytes("good news"));
        poll();
        IntakeMessage message = next();
        assertThat(body(message)).isEqualTo("good news");
        assertThat(message.source()).isEqualTo(Samples.SOURCE);
        assertThat(message.format()).isEqualTo("word-v1");
        assertThat(message.receivedAt()).isEqualTo(Samples.NOW);
        assertThat(message.messageId().value()).matches("form_1\\.xml-[0-9a-f]{64}");
        assertThat(message.faultAtTheDoor()).isEmpty();
        awaitNames(".done", "form 1.xml");
        awaitNames("");
    }

    @Test
    void leavesFilesThatAreStillBeingWritten() throws Exception {
        Files.write(server.in().resolve("half.xml.part"), bytes("good but only ha"));
        Files.write(server.in().resolve("old.xml.rejected"), bytes("good"));
        server.put("whole.xml", bytes("good"));
        poll();
        assertThat(next().messageId().value()).startsWith("whole.xml-");
        awaitNames("", "half.xml.part", "old.xml.rejected");
        assertThat(intake).isEmpty();
    }

    @Test
    void forwardsWhatItCannotReadWholeAndTellsTheSender() throws Exception {
        server.put("bad.xml", bytes("gibberish about Maya"));
        poll();
        IntakeMessage message = next();
        assertThat(body(message)).isEqualTo("gibberish about Maya");
        awaitNames("", "bad.xml.rejected");
        awaitNames(".done", "bad.xml");
        assertThat(Files.readString(server.in().resolve("bad.xml.rejected")))
                .contains("\"fault\":\"MALFORMED\"", "\"place\":\"line 1\"", "\"reason\":\"the first word is unknown\"")
                .doesNotContain("Maya");
    }

    @Test
    void survivesAFaultOfTheTranslator() throws Exception {
        server.put("bug.xml", bytes("bug about Maya"));
        poll();
        assertThat(body(next())).isEqualTo("bug about Maya");
        awaitNames("", "bug.xml.rejected");
        assertThat(Files.readString(server.in().resolve("bug.xml.rejected"))).doesNotContain("Maya");
    }

    @Test
    void keepsNothingOfWhatIsClassifiedTooHigh() throws Exception {
        server.put("plan.xml", bytes("secret matter"));
        poll();
        IntakeMessage message = next();
        assertThat(message.bodyBase64()).isEmpty();
        assertThat(message.faultAtTheDoor()).contains(Unreadable.Fault.CLASSIFIED_TOO_HIGH);
        assertThat(message.messageId().value()).matches("classified-[0-9a-f]{16}-[0-9a-f]{64}-13");
        awaitNames("", "plan.xml.rejected");
        awaitNames(".done");
        assertThat(Files.readString(server.in().resolve("plan.xml.rejected"))).contains("CLASSIFIED_TOO_HIGH");
    }

    @Test
    void keepsNothingOfAContactThatSaysItIsClassifiedTooHigh() throws Exception {
        server.put("plan.xml", bytes("good but marked"));
        poll();
        assertThat(next().faultAtTheDoor()).contains(Unreadable.Fault.CLASSIFIED_TOO_HIGH);
        awaitNames("", "plan.xml.rejected");
        awaitNames(".done");
    }

    @Test
    void takesTheLargestMessageAndRefusesALargerOne() throws Exception {
        byte[] largest = new byte[Received.LARGEST_MESSAGE];
        Arrays.fill(largest, (byte) ' ');
        System.arraycopy(bytes("good"), 0, largest, 0, 4);
        server.put("a-largest.xml", largest);
        server.put("b-larger.xml", Arrays.copyOf(largest, largest.length + 1));
        poll();
        List<IntakeMessage> both = List.of(next(), next());
        assertThat(both)
                .extracting(IntakeMessage::faultAtTheDoor)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(Unreadable.Fault.TOO_LARGE));
        awaitNames("", "b-larger.xml.rejected");
        awaitNames(".done", "a-largest.xml", "b-larger.xml");
    }

    @Test
    void leavesTheFileUntilTheBrokerHasItsMessage() throws Exception {
        brokerFailures.set(3);
        server.put("form.xml", bytes("good"));
        server.put("bad.xml", bytes("gibberish"));
        String log = LogCapture.at(Level.INFO, () -> {
            poll();
            next();
            next();
            awaitNames(".done", "bad.xml", "form.xml");
        });
        assertThat(tries).hasValue(5);
        // Agencies name files after people.
        assertThat(log)
                .contains("Feed rms failed and will try again: IllegalStateException")
                .doesNotContain("form.xml", "bad.xml");
    }

    @Test
    void sendsAFileThatComesTwiceUnderTheSameIdAndKeepsBothApartIfTheyDiffer() throws Exception {
        server.put("form.xml", bytes("good"));
        poll();
        String first = next().messageId().value();
        awaitNames(".done", "form.xml");
        server.put("form.xml", bytes("good"));
        assertThat(next().messageId().value()).isEqualTo(first);
        awaitNames("");
        server.put("form.xml", bytes("good, mended"));
        assertThat(next().messageId().value()).isNotEqualTo(first);
        awaitNames("");
        awaitNames(".done", "form.xml");
        assertThat(server.in().resolve(".done/form.xml")).hasContent("good, mended");
    }

    @Test
    void doesNotSpeakToAnUnknownHost() throws Exception {
        server.put("form.xml", bytes("good"));
        poll(server.feed("key", "other_hosts"));
        server.put("late.xml", bytes("good"));
        assertThat(intake.poll(2, TimeUnit.SECONDS)).isNull();
        assertThat(server.names("")).containsExactly("form.xml", "late.xml");
    }

    @Test
    void keepsTryingWhenItsKeyIsRefused() throws Exception {
        server.put("form.xml", bytes("good"));
        String log = LogCapture.at(Level.INFO, () -> {
            poll(server.feed("stranger", "known_hosts"));
            assertThat(intake.poll(2, TimeUnit.SECONDS)).isNull();
        });
        assertThat(log).contains("Feed rms failed and will try again").doesNotContain("form.xml");
        assertThat(server.names("")).containsExactly("form.xml");
    }

    private void poll() throws Exception {
        poll(server.feed());
    }

    private void poll(SftpFeed feed) throws Exception {
        context.addRoutes(new SftpFeedRoute(
                BrokerBinding.plain("jms-police"),
                feed,
                Samples.SOURCE,
                new WordTranslator(),
                Samples.HUB.publicKey(),
                Samples.CLOCK,
                Samples.RANDOM));
        context.start();
    }

    private IntakeMessage next() throws InterruptedException {
        IntakeMessage message = intake.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message within 20 s").isNotNull();
        return message;
    }

    private void awaitNames(String folder, String... names) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!server.names(folder).equals(List.of(names)) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.timedJoin(Thread.currentThread(), 20);
        }
        assertThat(server.names(folder)).containsExactly(names);
    }

    private static String body(IntakeMessage message) {
        return new String(Base64.getDecoder().decode(message.bodyBase64()), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
