package uk.mashhub.adapter.route;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.model.id.SourceId;

/**
 * Logs that a feed failed, and with which kinds of exception. Messages are left out: they repeat file names, and agencies
 * name files after people. Of polls that fail in a row, one in a hundred is logged.
 */
final class SilentFailure implements ExceptionHandler, PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(SilentFailure.class);

    private static final int LOG_EVERY = 100;

    private final SourceId source;
    private final AtomicInteger failedPolls = new AtomicInteger();

    SilentFailure(SourceId source) {
        this.source = source;
    }

    /** Ends a failed exchange: nothing was taken over, so the file stays and is read again. */
    void leaveTheFile(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        log(caught == null ? new IllegalStateException() : caught);
    }

    @Override
    public void handleException(Throwable exception) {
        log(exception);
    }

    @Override
    public void handleException(@Nullable String message, Throwable exception) {
        log(exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        log(exception);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        failedPolls.set(0);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (failedPolls.getAndIncrement() % LOG_EVERY == 0) {
            log(cause);
        }
        return false;
    }

    private void log(Throwable exception) {
        StringBuilder kinds = new StringBuilder();
        Throwable cause = exception;
        for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
            kinds.append(depth == 0 ? "" : " < ").append(cause.getClass().getSimpleName());
        }
        LOG.warn("Feed {} failed and will try again: {}", source, kinds);
    }
}
