package uk.mashhub.adapter.health.fhir;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the JDK's HTTP client from writing addresses down, which hold NHS numbers (ruling 28). At FINE it logs every one;
 * no configuration of a log may switch that on, so it is switched off here, before every request.
 */
final class QuietHttp {
    /** Held, because java.util.logging forgets a logger, and its level, that nobody refers to. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("jdk.internal.httpclient.debug"),
            Logger.getLogger("jdk.internal.httpclient.websocket.debug"),
            Logger.getLogger("jdk.internal.httpclient.hpack.debug"),
            Logger.getLogger("jdk.httpclient.HttpClient"));

    private QuietHttp() {}

    /**
     * Switches the client's logs off.
     *
     * @throws IllegalStateException if the JVM was started with a property that makes it log all the same
     */
    static void ensure() {
        if (System.getProperty("jdk.httpclient.HttpClient.log") != null
                || System.getProperty("jdk.internal.httpclient.debug") != null) {
            throw new IllegalStateException("the JVM logs HTTP requests, whose addresses hold NHS numbers");
        }
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
