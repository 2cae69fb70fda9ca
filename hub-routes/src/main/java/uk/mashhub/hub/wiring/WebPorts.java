package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import uk.mashhub.hub.storage.LockedFile;
import uk.mashhub.hub.storage.OwnerOnly;

/** Which ports the hub listens on; written to {@code ports.properties}, whole, once it answers there. */
class WebPorts {
    private static final int NONE = -1;

    private final Path file;
    private volatile int pages = NONE;
    private volatile int doors = NONE;
    private volatile int metrics = NONE;

    WebPorts(Path dataDir) {
        this.file = dataDir.resolve("ports.properties");
    }

    /** Whether a request that came in on a port came in at the doors' own. */
    boolean isDoors(int port) {
        return doors != NONE && port == doors;
    }

    /** Whether a request that came in on a port came in at the metrics' own. */
    boolean isMetrics(int port) {
        return metrics != NONE && port == metrics;
    }

    @EventListener
    void bound(ServletWebServerInitializedEvent event) {
        if (event.getWebServer() instanceof TomcatWebServer server) {
            pages = server.getPort();
            for (Connector connector : server.getTomcat().getService().findConnectors()) {
                int port = connector.getLocalPort();
                if (port != pages && connector.getSecure()) {
                    doors = port;
                } else if (port != pages) {
                    metrics = port;
                }
            }
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext && pages != NONE) {
            String text = "http=" + pages + "\n" + (doors == NONE ? "" : "https=" + doors + "\n")
                    + (metrics == NONE ? "" : "metrics=" + metrics + "\n");
            LockedFile.alone(
                    file.resolveSibling("ports.lock"),
                    () -> OwnerOnly.replace(file, text.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
