package uk.mashhub.hub.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.command.Visitor;

/** A worker who opens packets while things break, and remembers what was served. */
final class Onlooker implements Runnable {
    /** A few of the queue each time, or the looking would be all that the hub does. */
    private static final int OPENED_AT_A_TIME = 3;

    private static final int PAUSE_MILLIS = 150;

    private final String url;
    private final String user;
    private final Map<String, Integer> served = new ConcurrentHashMap<>();
    private volatile boolean done;
    private @Nullable Visitor visitor;

    Onlooker(int port, String user) {
        this.url = "http://127.0.0.1:" + port;
        this.user = user;
    }

    /** How often each view was served whole, by its id. */
    Map<String, Integer> served() {
        return served;
    }

    void stop() {
        done = true;
    }

    @Override
    public void run() {
        while (!done) {
            look();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private void look() {
        try {
            Visitor at = visitor == null ? Visitor.signIn(url, user) : visitor;
            visitor = at;
            int n = 0;
            for (JsonNode queued : at.queue()) {
                if (n++ == OPENED_AT_A_TIME) {
                    return;
                }
                String id = queued.path("id").asString();
                at.view(id);
                served.merge(id, 1, Integer::sum);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done = true;
        } catch (Exception e) {
            // Down, or up again without the session: the next look signs in anew.
            visitor = null;
        }
    }
}
