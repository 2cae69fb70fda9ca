package uk.mashhub.hub.wiring;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.storage.Attempts;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;

/**
 * Consumes one message in one database transaction. The broker's acknowledgement follows the commit. A failure of the
 * message is counted in the database and ends in quarantine; a failure of anything else shuts the gate (ruling 27).
 */
public final class Consumption {
    /** The failures of one message after which it is quarantined whole. */
    public static final int ATTEMPTS = 5;

    /**
     * For how long the first answer to an enquiry waits for others, so that the enquiry is decided once for all of them; ruling 14
     * allows five times as much. Every answer waits so, whatever is in it: when one shows tells nothing.
     */
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** Answers that are taken in one transaction at most. */
    private static final int MOST = 16;

    /** Transactions of gathered answers at one time: each holds a connection of the pool. */
    private static final int AT_ONCE = 2;

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
    private final Gathering<EnquiryId, Message> gathering = new Gathering<>(MOMENT, MOST, AT_ONCE);

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

    /**
     * A message.
     *
     * @param question which question it is about, as the sender says
     */
    public record Message(Principal sender, byte[] body, Optional<QuestionId> question) {
        @Override
        public String toString() {
            return "Message[]";
        }
    }

    /** What is done with the messages of one queue, each in a database transaction. */
    public interface Effect {
        /**
         * What a message is about: others about the same that come in the same moment are taken in one transaction with it. A
         * hint, believed for nothing else; empty to be taken alone.
         */
        default Optional<EnquiryId> about(Message message) {
            return Optional.empty();
        }

        /** Whether many wait at one time for others, so that even what is taken alone must wait for its turn. */
        default boolean gathers() {
            return false;
        }

        /** What messages about the same are for, in the order in which they came. */
        default void take(List<Message> messages) {
            messages.forEach(m -> take(m.sender(), m.body(), m.question()));
        }

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
        Message message = new Message(sender, bytes, question(exchange));
        if (!takenWithOthers(effect, message)) {
            Runnable alone = () -> alone(exchange, effect, message);
            if (effect.gathers()) {
                gathering.alone(alone);
            } else {
                alone.run();
            }
        }
    }

    private void alone(Exchange exchange, Effect effect, Message message) {
        try {
            transactions.executeWithoutResult(
                    status -> effect.take(message.sender(), message.body(), message.question()));
        } catch (RuntimeException | Error e) {
            failed(exchange, effect, message.sender(), message.body(), e);
        }
    }

    /** Whether it was. Where it could not be, each is tried alone: whichever of them is at fault is counted, and no other. */
    private boolean takenWithOthers(Effect effect, Message message) {
        try {
            Optional<EnquiryId> about = effect.about(message);
            about.ifPresent(id -> gathering.run(id, message, all -> together(effect, all)));
            return about.isPresent();
        } catch (Gathering.Left e) {
            throw new Again("the hub stops");
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Says why they could not be: alone each may well be taken, and then nothing else would. */
    private void together(Effect effect, List<Message> all) {
        try {
            transactions.executeWithoutResult(status -> effect.take(all));
        } catch (RuntimeException | Error e) {
            LOG.warn("messages that were taken together failed, and each is tried alone: {}", Faults.place(e));
            throw e;
        }
    }

    /** Who the broker says sent it; Camel does not map this property to a header. */
    static Principal sender(Exchange exchange) {
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
    static Optional<QuestionId> question(Exchange exchange) {
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
