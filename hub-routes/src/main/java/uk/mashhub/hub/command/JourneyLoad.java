package uk.mashhub.hub.command;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Referrals and the one thing that a person must do for them: sends forms at the hub's door, and rates each, as a decision maker at the
 * desk, as soon as the council's own record has answered. Whether a packet can be read is seen in the database, by the time at which
 * its last view was committed ({@code track_commit_timestamp}), so that watching costs the hub nothing.
 */
final class JourneyLoad implements AutoCloseable {
    private static final int SENDERS = 8;
    private static final int RATERS = 8;
    private static final int LOOK_MILLIS = 10;
    private static final int PATIENCE_SECONDS = 120;

    /** Those of some enquiries whose decision maker can rate them now, and the view to do it from. */
    private static final String TO_RATE = """
            select r.referral_id, h.view_id from referral r join enquiry e using (enquiry_id)
              join view_head h on h.enquiry_id = e.enquiry_id and h.team = 'council-decision' and h.withdrawn_at is null
              where r.referral_id = any(?) and e.stage = 'RECEIVED'
              and exists (select from question q where q.enquiry_id = e.enquiry_id and q.state not in ('ASKED', 'UNAVAILABLE'))
            """;

    private static final String READY =
            "select r.referral_id from referral r join enquiry e using (enquiry_id) where r.referral_id = any(?) and e.stage = 'READY'";

    /** When the first views of an enquiry and the last could be read. */
    private static final String READABLE = """
            select r.referral_id, min(extract(epoch from pg_xact_commit_timestamp(r.xmin))),
              max(extract(epoch from greatest(pg_xact_commit_timestamp(h.xmin), pg_xact_commit_timestamp(q.xmin))))
              from referral r join view_head h using (enquiry_id) join question q using (enquiry_id)
              where r.referral_id = any(?) group by 1
            """;

    private final BenchHub hub;
    private final Door door;
    private final Visitor decision;
    private final BenchForms forms;
    private final Connection watching;
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private final ExecutorService raters = Executors.newFixedThreadPool(RATERS);
    private final Map<UUID, Long> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Long> rated = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    private JourneyLoad(BenchHub hub, Door door, Visitor decision, BenchForms forms, Connection watching) {
        this.hub = hub;
        this.door = door;
        this.decision = decision;
        this.forms = forms;
        this.watching = watching;
    }

    static JourneyLoad on(BenchHub hub, BenchForms forms) throws Exception {
        return new JourneyLoad(hub, hub.door(), Visitor.signIn(hub.url(), "decision"), forms, hub.watching());
    }

    /**
     * What came of some referrals.
     *
     * @param each in the order in which they became ready: when it was accepted, and when its first and last views could be read,
     *     in seconds since 1970
     * @param sent how many came to their end, those too that did so after the time was over
     */
    record Times(List<double[]> each, int sent, double seconds) {
        Map<String, Object> report() {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("journeys", each.size());
            report.put("p50Ms", percentile(2, 0.5));
            report.put("p99Ms", percentile(2, 0.99));
            report.put("arrivalP50Ms", percentile(1, 0.5));
            report.put("arrivalP99Ms", percentile(1, 0.99));
            return report;
        }

        double perSecond() {
            return each.size() / seconds;
        }

        private long percentile(int which, double share) {
            double[] took =
                    each.stream().mapToDouble(t -> t[which] - t[0]).sorted().toArray();
            return took.length == 0 ? -1 : Math.round(1000 * Math.max(0, took[(int) (took.length * share)]));
        }
    }

    /** So many a second for so long, each sent when it is due whatever became of those before. */
    Times paced(int perSecond, int seconds) throws Exception {
        int number = perSecond * seconds;
        long began = System.nanoTime();
        Map<UUID, Long> sent = new ConcurrentHashMap<>();
        int next = 0;
        while (sent.size() < number || !waiting.isEmpty()) {
            while (next < number && System.nanoTime() - began >= next * TimeUnit.SECONDS.toNanos(1) / perSecond) {
                senders.execute(() -> send(sent));
                next++;
            }
            turn(began, seconds);
        }
        return times(sent, (System.nanoTime() - began) / 1e9);
    }

    /** So many under way at any time for so long. */
    Times saturated(int atOnce, int seconds) throws Exception {
        Map<UUID, Long> sent = new ConcurrentHashMap<>();
        long began = System.nanoTime();
        long end = began + TimeUnit.SECONDS.toNanos(seconds);
        int next = 0;
        long readyAtEnd = 0;
        while (System.nanoTime() < end) {
            while (next - (sent.size() - waiting.size()) < atOnce) {
                senders.execute(() -> send(sent));
                next++;
            }
            turn(began, seconds);
            readyAtEnd = sent.size() - waiting.size();
        }
        double took = (System.nanoTime() - began) / 1e9;
        while (sent.size() < next || !waiting.isEmpty()) {
            turn(began, seconds);
        }
        Times all = times(sent, took);
        return new Times(
                all.each().subList(0, (int) Math.min(readyAtEnd, all.each().size())), all.sent(), took);
    }

    private void turn(long began, int seconds) throws Exception {
        Throwable failed = fault.get();
        if (failed != null) {
            throw new CommandFailed("the load failed: " + failed);
        }
        if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(seconds + PATIENCE_SECONDS)) {
            throw new CommandFailed(waiting.size() + " referrals are not ready " + PATIENCE_SECONDS
                    + " seconds after the last was sent, " + rated.size() + " were rated");
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        rate();
        try (PreparedStatement query = watching.prepareStatement(READY)) {
            query.setArray(1, uuids(waiting));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    waiting.remove(rows.getObject(1, UUID.class));
                }
            }
        }
    }

    private void rate() throws SQLException {
        Map<UUID, Long> unrated = new LinkedHashMap<>(waiting);
        unrated.keySet().removeAll(rated.keySet());
        if (unrated.isEmpty()) {
            return;
        }
        try (PreparedStatement query = watching.prepareStatement(TO_RATE)) {
            query.setArray(1, uuids(unrated));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String view = rows.getObject(2, UUID.class).toString();
                    if (rated.putIfAbsent(rows.getObject(1, UUID.class), System.nanoTime()) == null) {
                        raters.execute(() -> rate(view));
                    }
                }
            }
        }
    }

    private Array uuids(Map<UUID, Long> ids) throws SQLException {
        return watching.createArrayOf("uuid", ids.keySet().toArray());
    }

    private void send(Map<UUID, Long> sent) {
        try {
            Visitor.Answered answer = door.form("school-form", "bench-" + UUID.randomUUID(), forms.form());
            if (answer.status() != 202) {
                throw new CommandFailed("the door answered " + answer.status() + ": " + answer.text());
            }
            UUID receipt = UUID.fromString(answer.text().replaceAll(".*\"receipt\":\"([^\"]+)\".*", "$1"));
            java.time.Instant now = java.time.Instant.now();
            long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
            waiting.put(receipt, micros);
            sent.put(receipt, micros);
        } catch (IOException | RuntimeException e) {
            fault.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rate(String view) {
        try {
            Visitor.Answered answer = decision.act(
                    view, Map.of("act", "Rate", "rating", "AMBER", "reason", "Injury, and violence in the home."));
            if (answer.status() != 204) {
                throw new CommandFailed("the desk answered " + answer.status() + ": " + answer.text());
            }
        } catch (IOException | RuntimeException e) {
            fault.compareAndSet(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Times times(Map<UUID, Long> sent, double seconds) throws SQLException {
        List<double[]> each = new ArrayList<>();
        try (PreparedStatement query = watching.prepareStatement(READABLE)) {
            query.setArray(1, uuids(sent));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    double accepted = sent.getOrDefault(rows.getObject(1, UUID.class), 0L) / 1e6;
                    each.add(new double[] {accepted, rows.getDouble(2), rows.getDouble(3)});
                }
            }
        }
        each.sort((a, b) -> Double.compare(a[2], b[2]));
        return new Times(each, each.size(), seconds);
    }

    /** Reads some packets as people would: whether what was measured can be read, and how long that takes. */
    Map<String, Object> openings(int number) throws Exception {
        long[] took = new long[number];
        List<String> views = new ArrayList<>();
        try (PreparedStatement query = watching.prepareStatement(
                "select h.view_id from view_head h join enquiry e using"
                        + " (enquiry_id) where e.stage = 'READY' and h.team = 'council-decision' order by e.received_at desc limit ?")) {
            query.setInt(1, number);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    views.add(rows.getString(1));
                }
            }
        }
        for (int i = 0; i < number; i++) {
            long began = System.nanoTime();
            if (decision.view(views.get(i % views.size())).path("agencies").isEmpty()) {
                throw new CommandFailed("a packet of " + hub.url() + " names no agency");
            }
            took[i] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return LogBenchLoad.each(number, i -> took[i]);
    }

    /** Looks at the first page of the decision makers' queue. */
    Map<String, Object> queues(int number) throws Exception {
        long[] took = new long[number];
        for (int i = 0; i < number; i++) {
            long began = System.nanoTime();
            if (decision.status("/api/desk/queue") != 200) {
                throw new CommandFailed("the queue of " + hub.url() + " cannot be read");
            }
            took[i] = System.nanoTime() - began;
        }
        return LogBenchLoad.each(number, i -> took[i]);
    }

    @Override
    public void close() throws SQLException {
        senders.shutdownNow();
        raters.shutdownNow();
        watching.close();
    }
}
