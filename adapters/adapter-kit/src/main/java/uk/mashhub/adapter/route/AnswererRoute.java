package uk.mashhub.adapter.route;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.QuestionId;

/**
 * Takes the questions of one source from its queue, asks, and sends the answers to the hub.
 *
 * <p>Question and answer share one broker transaction: the question is gone exactly when the answer is there. While the
 * source is unavailable the hub is told so (once at first, then at every tenth try) and the question goes back to the
 * queue, whose redelivery delay paces the tries; it stays until it is answered. An answer may arrive twice after a crash;
 * the hub knows it by its token.
 *
 * <p>A question that cannot be read is tried a few times, for a key may come back, and then goes to the dead letters; the
 * hub is told that the source is unavailable. Which question it was stands in {@code JMSCorrelationID}: its random token;
 * an answer carries it too, so that the hub knows who waits for one whose seal is broken.
 */
public final class AnswererRoute extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(AnswererRoute.class);
    /** Jakarta Messaging 3.1 section 3.5.11: 1 on first delivery. */
    private static final String DELIVERY_COUNT = "JMSXDeliveryCount";

    /** Jakarta Messaging 3.1 section 3.4.5: the token of the question. */
    private static final String CORRELATION = "JMSCorrelationID";

    /** Deliveries after which a question that cannot be read is given up. */
    static final int UNREADABLE_TRIES = 5;

    static final String UNREAD_REASON = "the question could not be read";

    private static final String UNREAD = "uk.mashhub.unread-question";
    private static final int TELL_EVERY = 10;
    private static final int SEND_SECONDS = 20;

    private final BrokerBinding broker;
    private final String address;
    private final SourceSystem source;
    private final Questioning questioning;
    private final byte[] hubKey;

    /**
     * Makes the route of one source.
     *
     * @param own the key pair for which the hub seals this source's questions
     * @param hubKey the hub's public key, 32 bytes
     */
    public AnswererRoute(BrokerBinding broker, AgencyId agency, SourceSystem source, SealKeyPair own, byte[] hubKey) {
        this.broker = Objects.requireNonNull(broker, "broker");
        this.source = Objects.requireNonNull(source, "source");
        this.address = Addresses.enquiries(agency, source.id());
        this.questioning = new Questioning(address, source, own);
        this.hubKey = hubKey.clone();
    }

    @Override
    public void configure() throws Exception {
        ProducerTemplate elsewhere = getCamelContext().createProducerTemplate();
        getCamelContext().addService(elsewhere);
        // An exception must reach the broker's listener: that alone rolls the question back.
        errorHandler(noErrorHandler());
        from(broker.consumer(address))
                .routeId("answerer-" + address.replace('.', '-'))
                .process(exchange -> answer(exchange, elsewhere))
                .filter(body().isNotNull())
                .to(ExchangePattern.InOnly, broker.producer(Addresses.ANSWERS))
                .end()
                .filter(exchangeProperty(UNREAD).isNotNull())
                .setBody(exchangeProperty(UNREAD))
                .to(ExchangePattern.InOnly, broker.producer(Addresses.DEAD))
                .end();
    }

    private void answer(Exchange exchange, ProducerTemplate elsewhere) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        byte[] sealed = body == null ? new byte[0] : body;
        try {
            answer(exchange, questioning.open(sealed), elsewhere);
        } catch (QuestionUnreadable e) {
            if (deliveries(exchange) < UNREADABLE_TRIES) {
                throw e;
            }
            giveUp(exchange, sealed);
        }
    }

    private void answer(Exchange exchange, Question question, ProducerTemplate elsewhere) {
        try {
            say(exchange, question.token(), sealed(questioning.ask(question)));
        } catch (SourceUnavailable e) {
            if (tells(exchange)) {
                tellUnavailable(question, e.reason(), elsewhere);
            }
            throw new QuestionWaits();
        }
    }

    /** People must see that nobody was asked. Without a token the dead letter alone says so. */
    private void giveUp(Exchange exchange, byte[] sealed) {
        Optional<QuestionId> token = token(exchange);
        LOG.error(
                "A question at {} goes to the dead letters: {}",
                address,
                token.map(QuestionId::toString).orElse("its token is not known"));
        exchange.setProperty(UNREAD, sealed);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        token.ifPresent(t -> say(
                exchange,
                t,
                sealed(new Answer(
                        t,
                        source.id(),
                        Answer.Kind.UNAVAILABLE,
                        UNREAD_REASON,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))));
    }

    private static Optional<QuestionId> token(Exchange exchange) {
        String text = exchange.getMessage().getHeader(CORRELATION, String.class);
        try {
            return Optional.ofNullable(text).map(QuestionId::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void say(Exchange exchange, QuestionId token, byte[] answer) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(CORRELATION, token.toString());
        exchange.getMessage().setBody(answer);
    }

    private static boolean tells(Exchange exchange) {
        int delivery = deliveries(exchange);
        return delivery <= 1 || delivery % TELL_EVERY == 0;
    }

    private static int deliveries(Exchange exchange) {
        Integer deliveries = exchange.getMessage().getHeader(DELIVERY_COUNT, Integer.class);
        return deliveries == null ? 1 : deliveries;
    }

    /** On another thread, so that it stands outside the transaction that is about to be rolled back. */
    private void tellUnavailable(Question question, String reason, ProducerTemplate elsewhere) {
        byte[] body = sealed(Answer.without(question, Answer.Kind.UNAVAILABLE, reason));
        try {
            elsewhere.asyncSendBody(broker.producer(Addresses.ANSWERS), body).get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The hub could not be told that {} is unavailable", source.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] sealed(Answer answer) {
        return Seal.seal(hubKey, Addresses.ANSWERS, ModelJson.write(answer));
    }
}
