package uk.mashhub.hub.api;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Supplier<Optional<String>> trace;

    /** @param trace to which what is sent now belongs (W3C Trace Context section 3.2); empty if to none */
    public IntakeQueue(IntakeSeal seal, ProducerTemplate broker, Supplier<Optional<String>> trace) {
        this.trace = trace;
        this.seal = seal;
        this.broker = broker;
    }

    /** Sends a message; false if the broker cannot take it now. */
    public boolean send(IntakeMessage message) {
        try {
            broker.sendBodyAndHeaders(
                    ADDRESS,
                    seal.seal(message),
                    trace.get()
                            .<Map<String, Object>>map(t -> Map.of("traceparent", t))
                            .orElseGet(Map::of));
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
