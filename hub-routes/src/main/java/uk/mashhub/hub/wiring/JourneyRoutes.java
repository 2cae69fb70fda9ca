package uk.mashhub.hub.wiring;

import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;

/** Binds the journey to its queues and timers. Nothing is decided here. */
public final class JourneyRoutes extends RouteBuilder {
    /** The Camel component with the hub's own broker connection. */
    public static final String HUB = "jms-hub";

    private static final String CONSUMER = "?concurrentConsumers=2&disableReplyTo=true";

    /** Many wait for others about the same enquiry (see {@link Gathering}); few work at one time. */
    private static final String GATHERING_CONSUMER = "?concurrentConsumers=16&disableReplyTo=true";

    private final Consumption consumption;
    private final ReferralJourney journey;
    private final AnswerDoor answers;
    private final Ticking ticking;
    private final JourneyMeters meters;
    private final Watch watch;
    private final Traces traces;
    private final Outbox outbox;

    JourneyRoutes(
            Consumption consumption,
            ReferralJourney journey,
            AnswerDoor answers,
            Ticking ticking,
            JourneyMeters meters,
            Watch watch,
            Traces traces,
            Outbox outbox) {
        this.traces = traces;
        this.outbox = outbox;
        this.consumption = consumption;
        this.journey = journey;
        this.answers = answers;
        this.ticking = ticking;
        this.meters = meters;
        this.watch = watch;
    }

    @Override
    public void configure() {
        // An exception must reach the listener: that alone gives the message back to the broker.
        errorHandler(noErrorHandler());
        from(HUB + ":queue:" + Addresses.INTAKE + CONSUMER)
                .routeId("intake")
                .process(e -> traced("intake", fromTheDoors(e), () -> consumption.consume(e, contacts())));
        from(HUB + ":queue:" + Addresses.ANSWERS + GATHERING_CONSUMER)
                .routeId("answers")
                .process(e -> traced("answers", asked(e), () -> consumption.consume(e, answersToQuestions())));
        from("timer:outbox?period=50&delay=100").routeId("outbox").process(e -> ticking.relay());
        from("timer:clocks?period=1000&delay=1000").routeId("clocks").process(e -> ticking.clocks());
        from("timer:watch?period=5000&delay=1000").routeId("watch").process(e -> watch.look());
    }

    private void traced(String queue, Optional<String> parent, Runnable work) {
        traces.span(queue, SpanKind.CONSUMER, parent, () -> meters.taken(queue, work));
    }

    /** The context that the hub's own doors gave: the broker says that they sent it. What others send begins a trace of its own. */
    static Optional<String> fromTheDoors(Exchange exchange) {
        return Consumption.sender(exchange).equals(Senders.DOOR)
                ? Optional.ofNullable(exchange.getMessage().getHeader(Traces.HEADER, String.class))
                : Optional.empty();
    }

    /**
     * The context in which the question was put, as the hub remembers it: whatever the answer brings is not read. Empty also where it
     * cannot be looked up: taking the answer finds what is away.
     */
    Optional<String> asked(Exchange exchange) {
        try {
            return traces.collected()
                    ? Consumption.question(exchange).flatMap(token -> outbox.trace(token.value()))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Consumption.Effect contacts() {
        return new Consumption.Effect() {
            @Override
            public void take(Principal sender, byte[] body) {
                journey.received(sender, body).ifPresent(Traces::about);
            }

            @Override
            public void setAside(Principal sender, byte[] body, String where) {
                journey.setAside(sender, body, where);
            }
        };
    }

    private Consumption.Effect answersToQuestions() {
        return new Consumption.Effect() {
            @Override
            public void take(Principal sender, byte[] body) {
                take(sender, body, Optional.empty());
            }

            @Override
            public void take(Principal sender, byte[] body, Optional<QuestionId> question) {
                answers.open(sender, body, question).ifPresent(journey::answered);
            }

            @Override
            public boolean gathers() {
                return true;
            }

            @Override
            public Optional<EnquiryId> about(Consumption.Message message) {
                return answers.about(message.sender(), message.question());
            }

            @Override
            public void take(List<Consumption.Message> messages) {
                journey.answered(messages.stream()
                        .flatMap(m -> answers.open(m.sender(), m.body(), m.question()).stream())
                        .toList());
            }

            @Override
            public void setAside(Principal sender, byte[] body, String where) {
                answers.setAside(sender, body, where).ifPresent(journey::setAside);
            }
        };
    }
}
