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

/**
 * Who reads all the time while a family's flag comes in: the nurses, who read where a child lives until somebody says that
 * it hides, and the father's housing officers, who never do.
 */
final class Onlookers implements AutoCloseable {
    /** A feed that sends nothing but flags here, so that the inbox tells when one was taken in. */
    static final String FLAGS_COME_FROM = "public-form";

    private static final String NURSE = "health";
    private static final String FATHERS_SIDE = "housing";

    private final FrailHub hub;
    private final int family;
    private final long flagsBefore;
    private final Visitor nurse;
    private final Visitor fathersSide;
    private final List<Thread> readers = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>();
    private volatile boolean done;

    Onlookers(FrailHub hub, int family) throws Exception {
        this.hub = hub;
        this.family = family;
        this.flagsBefore = flags();
        this.nurse = hub.visitor(NURSE);
        this.fathersSide = hub.visitor(FATHERS_SIDE);
        Visitor nurseToo = hub.visitor(NURSE);
        Visitor fathersSideToo = hub.visitor(FATHERS_SIDE);
        watch(() -> lookAsNurse(nurseToo));
        watch(() -> lookAsFathersSide(fathersSideToo));
    }

    private void watch(Runnable look) {
        Thread reader = new Thread(() -> keepLooking(look), "onlooker");
        reader.start();
        readers.add(reader);
    }

    /** What nobody of them may have read. */
    List<String> leaks() {
        return List.copyOf(leaks);
    }

    /** Until the nurses read where the child lives: without the flag there is something to leak. */
    void awaitPlaceRead() {
        TheHub.await("the nurses to read where family " + family + " lives", () -> {
            String all = String.join("", read(nurse));
            return all.contains(Families.street(family)) ? true : null;
        });
    }

    void awaitFlag() {
        TheHub.await("the flag of family " + family, () -> flagged() ? true : null);
    }

    /** Once more, when everything is decided. */
    void lookWhenHidden() {
        lookAsNurse(nurse);
        lookAsFathersSide(fathersSide);
    }

    private void keepLooking(Runnable look) {
        while (!done) {
            try {
                look.run();
            } catch (IllegalStateException e) {
                // A watch that ends early proves nothing: the test must fail.
                leaks.add("a reader failed: " + e.getMessage());
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void lookAsNurse(Visitor visitor) {
        boolean hidden = flagged();
        for (String bytes : read(visitor)) {
            if (hidden && holds(bytes, Families.street(family))) {
                leaks.add(bytes);
            }
        }
    }

    /** What the father's side gets does not depend on whether anybody hides. */
    private void lookAsFathersSide(Visitor visitor) {
        for (String bytes : read(visitor)) {
            if (holds(bytes, Families.street(family)) || holds(bytes, Families.child(family))) {
                leaks.add(bytes);
            }
        }
    }

    private static boolean holds(String bytes, String word) {
        return bytes.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
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
