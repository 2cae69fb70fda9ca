package uk.mashhub.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.contract.LogCapture;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;

class AnswererRouteTest {
    private static final String QUEUE = Addresses.enquiries(Samples.AGENCY, Samples.SOURCE);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<byte[]> dead = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Asking> system = new AtomicReference<>();

    private interface Asking {
        Answer ask(Question question) throws SourceUnavailable;
    }

    @BeforeEach
    void start() throws Exception {
        DirectComponent broker = new DirectComponent();
        broker.setBlock(false);
        context.addComponent("jms-police", broker);
        SourceSystem source = new SourceSystem() {
            @Override
            public SourceId id() {
                return Samples.SOURCE;
            }

            @Override
            public Answer ask(Question question) throws SourceUnavailable {
                return system.get().ask(question);
            }
        };
        context.addRoutes(new AnswererRoute(
                BrokerBinding.plain("jms-police"), Samples.AGENCY, source, Samples.OWN, Samples.HUB.publicKey()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms-police:queue:hub.answers").process(AnswererRouteTest.this::take);
                from("jms-police:queue:hub.dead")
                        .process(e -> dead.add(e.getMessage().getBody(byte[].class)));
            }
        });
        context.start();
    }

    private void take(Exchange exchange) throws Exception {
        byte[] plain =
                Seal.open(Samples.HUB, Addresses.ANSWERS, exchange.getMessage().getBody(byte[].class));
        answers.add(ModelJson.read(plain, Answer.class));
        headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void answersAQuestion() {
        system.set(question -> Answer.without(question, Answer.Kind.NO_RECORD, ""));
        assertThat(deliver(sealedQuestion(), 1)).isNull();
        assertThat(answers).containsExactly(Answer.without(Samples.question(), Answer.Kind.NO_RECORD, ""));
    }

    @Test
    void sendsNoHeaderOfTheQuestionOnButItsToken() {
        system.set(question -> Answer.without(question, Answer.Kind.NO_RECORD, ""));
        deliver(sealedQuestion(), 1);
        assertThat(headers)
                .containsExactly(
                        Map.of("JMSCorrelationID", Samples.question().token().toString()));
    }

    @Test
    void saysUnavailableAtFirstAndThenAtEveryTenthTryAndKeepsTheQuestion() {
        system.set(question -> {
            throw new SourceUnavailable("the records system is too slow");
        });
        List<Integer> told = new ArrayList<>();
        for (int delivery = 1; delivery <= 30; delivery++) {
            int before = answers.size();
            assertThat(deliver(sealedQuestion(), delivery)).isInstanceOf(QuestionWaits.class);
            if (answers.size() > before) {
                told.add(delivery);
            }
        }
        assertThat(told).containsExactly(1, 10, 20, 30);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.kind()).isEqualTo(Answer.Kind.UNAVAILABLE);
            assertThat(answer.reason()).isEqualTo("the records system is too slow");
            assertThat(answer.token()).isEqualTo(Samples.question().token());
        });
    }

    @Test
    void countsAFaultOfTheAdapterAsUnavailableAndRepeatsNothingOfIt() throws Exception {
        system.set(question -> {
            throw new IllegalStateException("Maya Okonkwo-Test not found");
        });
        String log = LogCapture.of(() -> assertThat(deliver(sealedQuestion(), 1))
                .isInstanceOf(QuestionWaits.class)
                .hasMessageNotContaining("Maya"));
        assertThat(answers)
                .singleElement()
                .satisfies(answer -> assertThat(answer.reason()).isEqualTo("the adapter failed"));
        assertThat(log)
                .contains("IllegalStateException", Samples.question().token().toString())
                .doesNotContain("Maya", "Okonkwo", "9990000018");
    }

    @Test
    void doesNotPassOnAnAnswerToAnotherQuestion() {
        system.set(question -> new Answer(
                QuestionId.random(Samples.random(9)),
                question.source(),
                Answer.Kind.NO_RECORD,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
        assertThat(deliver(sealedQuestion(), 1)).isInstanceOf(QuestionWaits.class);
        assertThat(answers).extracting(Answer::kind).containsExactly(Answer.Kind.UNAVAILABLE);
    }

    @Test
    void asksNobodyAndSendsNothingForWhatItCannotRead() {
        system.set(question -> {
            throw new AssertionError("asked");
        });
        byte[] plain = ModelJson.write(Samples.question());
        Question forAnother = new Question(
                Samples.question().token(),
                new SourceId("other"),
                Samples.question().purpose(),
                Samples.NOW,
                List.of());
        List<byte[]> unreadable = List.of(
                plain,
                new byte[0],
                Seal.seal(Samples.HUB.publicKey(), QUEUE, plain),
                Seal.seal(Samples.OWN.publicKey(), "agency.example-police.other.enquiries", plain),
                Seal.seal(Samples.OWN.publicKey(), QUEUE, "{}".getBytes(StandardCharsets.UTF_8)),
                Seal.seal(Samples.OWN.publicKey(), QUEUE, ModelJson.write(forAnother)));
        assertThat(unreadable).allSatisfy(body -> assertThat(deliver(body, 1)).isInstanceOf(QuestionUnreadable.class));
        assertThat(answers).isEmpty();
        assertThat(dead).isEmpty();
    }

    @Test
    void givesUpAQuestionThatItCanNeverReadAndSaysSo() {
        byte[] unreadable = "not sealed".getBytes(StandardCharsets.UTF_8);
        for (int delivery = 1; delivery < AnswererRoute.UNREADABLE_TRIES; delivery++) {
            assertThat(deliver(unreadable, delivery)).isInstanceOf(QuestionUnreadable.class);
        }
        assertThat(answers).isEmpty();

        assertThat(deliver(unreadable, AnswererRoute.UNREADABLE_TRIES)).isNull();

        assertThat(answers)
                .containsExactly(
                        Answer.without(Samples.question(), Answer.Kind.UNAVAILABLE, AnswererRoute.UNREAD_REASON));
        assertThat(dead).containsExactly(unreadable);
        assertThat(headers)
                .as("headers of the question")
                .containsExactly(
                        Map.of("JMSCorrelationID", Samples.question().token().toString()));
    }

    @Test
    void givesUpAQuestionOfWhichNotEvenTheTokenIsKnown() {
        assertThat(deliver("not sealed".getBytes(StandardCharsets.UTF_8), AnswererRoute.UNREADABLE_TRIES, ""))
                .isNull();

        assertThat(answers).isEmpty();
        assertThat(dead).hasSize(1);
    }

    @Test
    void keepsTheQuestionWhenTheHubCannotBeReached() throws Exception {
        system.set(question -> Answer.without(question, Answer.Kind.NO_RECORD, ""));
        context.getRouteController().stopAllRoutes();
        context.getRouteController().startRoute("answerer-agency-example-police-rms-enquiries");
        assertThat(deliver(sealedQuestion(), 1)).isNotNull();
    }

    private static byte[] sealedQuestion() {
        return Seal.seal(Samples.OWN.publicKey(), QUEUE, ModelJson.write(Samples.question()));
    }

    /** What the broker's listener would see; null if the delivery is acknowledged. */
    private Exception deliver(byte[] body, int deliveryCount) {
        return deliver(body, deliveryCount, Samples.question().token().toString());
    }

    private Exception deliver(byte[] body, int deliveryCount, String correlation) {
        Exchange exchange = context.createProducerTemplate().send("jms-police:queue:" + QUEUE, e -> {
            e.getMessage().setBody(body);
            e.getMessage().setHeader("JMSXDeliveryCount", deliveryCount);
            e.getMessage().setHeader("JMSCorrelationID", correlation);
            e.getMessage().setHeader("JMSReplyTo", "somewhere");
        });
        return exchange.getException();
    }
}
