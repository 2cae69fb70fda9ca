package uk.mashhub.hub.wiring;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.storage.Attempts;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;

/**
 * Consumes one message in one database transaction. The broker's acknowledgement follows the commit. A failure of the
 * message is counted in the database and ends in quarantine; a failure of anything else shuts the gate (ruling 27).
 */
public final class Consumption {
    /** The failures of one message after which it is quarantined whole. */
    public static final int ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Consumption.class);
    /** Set by the broker from the connection that sent the message; a client cannot set it. */
    private static final String VALIDATED_USER = "_AMQ_VALIDATED_USER";

    /** A sender that no area knows, so that whatever it sent is quarantined. */
    private static final Principal NOBODY = new Principal("nobody");

    private final TransactionTemplate transactions;
    private final Attempts attempts;
    private final Quarantine quarantine;
    private final FaultGate gate;
    private final Clock clock;

    public Consumption(
            TransactionTemplate transactions, Attempts attempts, Quarantine quarantine, FaultGate gate, Clock clock) {
        this.transactions = transactions;
        this.attempts = attempts;
        this.quarantine = quarantine;
        this.gate = gate;
        this.clock = clock;
    }

    /** Goes back to the broker without a stack trace. */
    static final class Again extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Again(String why) {
            super(why, null, false, false);
        }
    }

    /** What is done with the messages of one queue, each in a database transaction. */
    public interface Effect {
        /** What a message is for. */
        void take(Principal sender, byte[] body);

        /**
         * What a message is for that says which question it is about.
         *
         * @param question as the sender says: to be believed only of a question that was put to this sender
         */
        default void take(Principal sender, byte[] body, Optional<QuestionId> question) {
            take(sender, body);
        }

        /**
         * What becomes of one on which {@link #take} failed {@link #ATTEMPTS} times: it is quarantined, and people see so.
         *
         * @param where the kind and place of the fault, without any value
         */
        void setAside(Principal sender, byte[] body, String where);
    }

    /** Runs an effect for the message of an exchange. */
    public void consume(Exchange exchange, Effect effect) {
        Principal sender = sender(exchange);
        byte[] body = exchange.getMessage().getBody(byte[].class);
        byte[] bytes = body == null ? new byte[0] : body;
        try {
            transactions.executeWithoutResult(status -> effect.take(sender, bytes, question(exchange)));
        } catch (RuntimeException | Error e) {
            failed(exchange, effect, sender, bytes, e);
        }
    }

    /** Who the broker says sent it; Camel does not map this property to a header. */
    private static Principal sender(Exchange exchange) {
        try {
            if (exchange.getMessage() instanceof JmsMessage message && message.getJmsMessage() != null) {
                return new Principal(String.valueOf(message.getJmsMessage().getStringProperty(VALIDATED_USER)));
            }
        } catch (JMSException e) {
            throw new Again("the broker's message cannot be read");
        }
        return NOBODY;
    }

    /** Jakarta Messaging 3.1 section 3.4.5: the token of the question, outside the seal. */
    private static Optional<QuestionId> question(Exchange exchange) {
        String text = exchange.getMessage().getHeader("JMSCorrelationID", String.class);
        try {
            return Optional.ofNullable(text).map(QuestionId::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void failed(Exchange exchange, Effect effect, Principal sender, byte[] body, Throwable fault) {
        if (Faults.retryAtOnce(fault)) {
            throw new Again("the database asks to try again");
        }
        if (Faults.ofInfrastructure(fault)) {
            gate.shut(Faults.words(fault));
            throw new Again("something that the hub needs is away");
        }
        LOG.error("a message failed in route {}: {}", exchange.getFromRouteId(), Faults.place(fault));
        if (!countedOut(exchange, effect, sender, body, fault)) {
            throw new Again("the message failed");
        }
    }

    private boolean countedOut(Exchange exchange, Effect effect, Principal sender, byte[] body, Throwable fault) {
        try {
            if (attempts.failed(sender, Digests.of(body), clock.instant()) < ATTEMPTS) {
                return false;
            }
            setAside(exchange, effect, sender, body, Faults.place(fault));
            return true;
        } catch (RuntimeException e) {
            if (!Faults.retryAtOnce(e)) {
                gate.shut(Faults.words(e));
            }
            return false;
        }
    }

    /** A hub that fails even to put it on the board keeps it at least, and says so. */
    private void setAside(Exchange exchange, Effect effect, Principal sender, byte[] body, String where) {
        try {
            transactions.executeWithoutResult(status -> effect.setAside(sender, body, where));
        } catch (RuntimeException e) {
            if (Faults.retryAtOnce(e) || Faults.ofInfrastructure(e)) {
                throw e;
            }
            LOG.error("a message in quarantine is on no board: {}", Faults.place(e));
            String route = String.valueOf(exchange.getFromRouteId());
            transactions.executeWithoutResult(status -> quarantine.failing(sender, route, body, where));
        }
    }
}
