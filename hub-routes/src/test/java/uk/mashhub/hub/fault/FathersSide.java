package uk.mashhub.hub.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** The father's housing officers: two of them read all the time while the family's flag comes in. */
final class FathersSide implements AutoCloseable {
    /** A feed that sends nothing but flags here, so that the inbox tells when one was taken in. */
    static final String FLAGS_COME_FROM = "public-form";

    private static final int READERS = 2;

    private final FrailHub hub;
    private final int family;
    private final long flagsBefore;
    private final Visitor looker;
    private final List<Thread> readers = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();
    private volatile boolean done;

    FathersSide(FrailHub hub, int family) throws Exception {
        this.hub = hub;
        this.family = family;
        this.flagsBefore = flags();
        this.looker = hub.visitor("housing");
        for (int i = 0; i < READERS; i++) {
            Visitor visitor = hub.visitor("housing");
            Thread reader = new Thread(() -> keepLooking(visitor), "fathers-side");
            reader.start();
            readers.add(reader);
        }
    }

    /** What was read after the flag was taken in. */
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    /** Until housing reads the child's name: without the flag there is something to leak. */
    void awaitChildNamed() {
        TheHub.await("housing to read of family " + family, () -> {
            String all = String.join("", read(looker));
            return all.contains(Families.child(family)) ? true : null;
        });
    }

    void awaitFlag() {
        TheHub.await("the flag of family " + family, () -> flagged() ? true : null);
    }

    /** Once more, when everything is decided. */
    void lookWhenHidden() {
        look(looker);
    }

    private void keepLooking(Visitor visitor) {
        while (!done) {
            try {
                look(visitor);
            } catch (IllegalStateException e) {
                // A watch that ends early proves nothing: the test must fail.
                leaks.add("a reader failed: " + e.getMessage());
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void look(Visitor visitor) {
        boolean hidden = flagged();
        for (String bytes : read(visitor)) {
            if (hidden && names(bytes)) {
                leaks.add(bytes);
            }
        }
    }

    private boolean names(String bytes) {
        String text = bytes.toLowerCase(Locale.ROOT);
        return text.contains(Families.child(family).toLowerCase(Locale.ROOT))
                || text.contains(Families.street(family).toLowerCase(Locale.ROOT));
    }

    private List<String> read(Visitor visitor) {
        List<String> all = new ArrayList<>();
        try {
            JsonNode queue = visitor.queue();
            all.add(queue.toString());
            for (JsonNode queued : queue) {
                String id = queued.path("id").asString();
                all.add(visitor.page("/api/desk/views/" + id));
                all.add(visitor.page("/packet/" + id));
            }
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean flagged() {
        return flags() > flagsBefore;
    }

    private long flags() {
        return hub.ledgers().count("select count(*) from inbox where principal = '" + FLAGS_COME_FROM + "'");
    }

    @Override
    public void close() throws InterruptedException {
        done = true;
        for (Thread reader : readers) {
            reader.join();
        }
    }
}
