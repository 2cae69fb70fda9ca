package uk.mashhub.hub.api;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.hub.intake.IntakeSeal;
import uk.mashhub.hub.intake.Senders;

/** The way from a door to the hub's intake: sealed, durable, under the doors' own principal. */
public final class IntakeQueue {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeQueue.class);
    /** One message a send; the broker has it on disk when this returns. */
    private static final String ADDRESS = "jms-" + Senders.DOOR + ":queue:" + Addresses.INTAKE + "?transacted=false";

    private final IntakeSeal seal;
    private final ProducerTemplate broker;

    public IntakeQueue(IntakeSeal seal, ProducerTemplate broker) {
        this.seal = seal;
        this.broker = broker;
    }

    /** Sends a message; false if the broker cannot take it now. */
    public boolean send(IntakeMessage message) {
        try {
            broker.sendBody(ADDRESS, seal.seal(message));
            return true;
        } catch (CamelExecutionException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            // The kind alone: what Camel says may repeat the message.
            LOG.error("the broker did not take a message: {}", root.getClass().getSimpleName());
            return false;
        }
    }
}
