package uk.mashhub.hub.wiring;

import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.audit.JointTrace;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.disclose.Notices;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.TraceAsks;
import uk.mashhub.model.id.EnquiryId;

/** What happens without a message: the outbox is emptied, facts of time flip. */
public final class Ticking {
    private static final Logger LOG = LoggerFactory.getLogger(Ticking.class);
    private static final int BATCH = 50;
    /** The broker drops a message with an id that it has seen (Artemis, duplicate message detection). */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    /** The broker keeps one message per value (Artemis, last-value queues). */
    private static final String LAST_VALUE = "_AMQ_LVQ_NAME";

    private static final String TEAM = "team.";

    /** Jakarta Messaging 3.1 section 3.4.5. */
    private static final String CORRELATION = "JMSCorrelationID";

    private final TransactionTemplate transactions;
    private final EnquiryStore enquiries;
    private final Outbox outbox;
    private final ReferralJourney journey;
    private final ProducerTemplate broker;
    private final Publications publications;
    private final FaultGate gate;
    private final Alarms alarms;
    private final TraceAsks asks;
    private final List<Job> jobs;
    private final Runnable sessions;
    private final Traces traces;
    private final Clock clock;

    /**
     * What is due again and again, whatever becomes of the others.
     *
     * @param name for the log, without anything of anybody
     */
    record Job(String name, Runnable work) {}

    /**
     * @param jobs of each tick, in order
     * @param sessions drops those that have ended
     */
    Ticking(
            TransactionTemplate transactions,
            EnquiryStore enquiries,
            Outbox outbox,
            ReferralJourney journey,
            ProducerTemplate broker,
            Publications publications,
            FaultGate gate,
            Alarms alarms,
            TraceAsks asks,
            List<Job> jobs,
            Runnable sessions,
            Traces traces,
            Clock clock) {
        this.transactions = transactions;
        this.enquiries = enquiries;
        this.outbox = outbox;
        this.journey = journey;
        this.broker = broker;
        this.publications = publications;
        this.gate = gate;
        this.alarms = alarms;
        this.asks = asks;
        this.jobs = List.copyOf(jobs);
        this.sessions = sessions;
        this.traces = traces;
        this.clock = clock;
    }

    /** Sends what the outbox holds, in order; sends first, marks after. */
    void relay() {
        guarded("outbox", () -> {
            int sent = BATCH;
            while (sent == BATCH) {
                sent = outbox.relay(BATCH, this::send);
            }
        });
    }

    /**
     * A question goes in the trace of what caused it, which the message itself does not name. A notice is in none: how many teams were
     * told of something says what a flag did (ruling 10).
     */
    private void send(String address, String duplicateId, byte[] body, Optional<String> trace) {
        if (address.startsWith(TEAM)) {
            send(address, duplicateId, body);
            return;
        }
        traces.span("send", SpanKind.PRODUCER, trace, () -> {
            // Whom it asks is not told: it would tell where somebody is known.
            Traces.says("queue", "question");
            send(address, duplicateId, body);
        });
    }

    private void send(String address, String duplicateId, byte[] body) {
        // A question's id is its token: a source that cannot read the question can still say which it was.
        Map<String, Object> headers = address.startsWith(TEAM)
                ? Map.of(DUPLICATE_ID, duplicateId, LAST_VALUE, Notices.lastValue(body))
                : Map.of(DUPLICATE_ID, duplicateId, CORRELATION, duplicateId);
        broker.sendBodyAndHeaders(JourneyRoutes.HUB + ":queue:" + address + "?transacted=false", body, headers);
    }

    /** Puts the policy in force that is due, and decides again every enquiry for which a fact of time has flipped. */
    void clocks() {
        // Also while the gate is shut: without a policy in force it would never open.
        caught("policy", () -> transactions.executeWithoutResult(s -> publications.start()));
        // Whatever else cannot be done: anybody can have one written down.
        caught("sessions", sessions);
        // Looked at once: what one of these finds away, such as a key or the log, must not keep the rest from their
        // turn
        // at every tick.
        if (!gate.fault().isEmpty()) {
            return;
        }
        caught("clocks", () -> {
            List<EnquiryId> flipping = transactions.execute(s -> enquiries.flipping(clock.instant(), BATCH));
            for (EnquiryId id : flipping == null ? List.<EnquiryId>of() : flipping) {
                // One enquiry that fails must not stop time for the others.
                guarded("clock of " + id, () -> transactions.executeWithoutResult(s -> journey.timePassed(id)));
            }
        });
        caught("alarms", alarms::look);
        caught(
                "asks for traces",
                () -> transactions.executeWithoutResult(
                        s -> asks.dropBefore(clock.instant().minus(JointTrace.OPEN))));
        jobs.forEach(job -> caught(job.name(), job.work()));
    }

    private void guarded(String what, Runnable work) {
        if (gate.fault().isEmpty()) {
            caught(what, work);
        }
    }

    private void caught(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (Faults.ofInfrastructure(e)) {
                gate.shut(Faults.words(e));
            } else if (!Faults.retryAtOnce(e)) {
                LOG.error("{} failed: {}", what, Faults.place(e));
            }
        }
    }
}
