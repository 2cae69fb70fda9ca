package uk.mashhub.hub.fault;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import uk.mashhub.hub.command.Door;
import uk.mashhub.hub.command.Visitor;

/** A school's system: sends form after form, each under its own id, again and again until it is accepted. */
final class Feed implements Runnable {
    private static final int ACCEPTED = 202;

    private final Path dataDir;
    private final String name;
    private final long seed;
    private final int total;
    private final AtomicInteger allowed = new AtomicInteger();
    private volatile int accepted;
    private @Nullable Door door;

    /** @param name begins every message id */
    Feed(Path dataDir, String name, int total, long seed) {
        this.dataDir = dataDir;
        this.name = name;
        this.total = total;
        this.seed = seed;
    }

    /** How many have been accepted. */
    int accepted() {
        return accepted;
    }

    /** Lets it go on to that many, so that a feed lasts as long as its test wants. */
    void allow(int upTo) {
        allowed.set(Math.min(upTo, total));
    }

    @Override
    public void run() {
        while (accepted < total && !Thread.currentThread().isInterrupted()) {
            if (accepted < allowed.get() && sent(accepted)) {
                accepted = accepted + 1;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(60));
        }
    }

    private boolean sent(int number) {
        try {
            Door open = door == null ? new Door(dataDir) : door;
            Visitor.Answered answer = open.form("school-form", name + "-" + number, Forms.form(number, seed));
            door = open;
            return answer.status() == ACCEPTED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            // The hub is down, or up again on another port: the next try looks anew.
            door = null;
            return false;
        }
    }
}
