package uk.mashhub.hub.command;

import java.util.concurrent.CountDownLatch;

/** SIGTERM and Ctrl-C: the process goes only when everything that it runs has stopped in order. */
final class Stopping {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private Stopping() {}

    /** Listens from now on. Whoever calls it says {@link #ended} whatever happens. */
    static Stopping listening() {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::end, "stop"));
        return stopping;
    }

    /** Waits until somebody asks. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Everything has stopped. */
    void ended() {
        ended.countDown();
    }

    private void end() {
        asked.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
