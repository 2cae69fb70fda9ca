package uk.mashhub.hub.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries a second beside the floor, and what one of either costs: processor time of the hub and of PostgreSQL, bytes of
 * write-ahead log, and how often that was made durable. The costs say nearly the same while others keep the machine busy.
 */
final class LogBenchThroughput {
    private static final int WARM_UP_SECONDS = 8;
    private static final int TURNS = 4;
    private static final double MICROS = 1e6;
    private static final double NANOS = 1e9;

    private final LogBenchRoom room;
    private final double seconds;

    /** @param seconds of each run, spread over some turns */
    LogBenchThroughput(LogBenchRoom room, int seconds) {
        this.room = room;
        this.seconds = (double) seconds / TURNS;
    }

    /**
     * With so many connections, each of which begins the next as soon as one is durable. Floor and log take turns, so that what
     * else the machine does is felt by both alike.
     */
    Map<String, Object> run(int connections) throws Exception {
        LogBenchLoad.sustained(connections, WARM_UP_SECONDS, room::insert);
        try (LogBenchLoad.Ticking ticking = LogBenchLoad.ticking(room.sequencing()::run)) {
            LogBenchLoad.sustained(connections, WARM_UP_SECONDS, room::append);
        }
        // What came to warm up is in the tree before anything is measured.
        room.sequencing().run();
        Used floor = Used.NOTHING;
        Used begun = Used.NOTHING;
        Used log = Used.NOTHING;
        for (int turn = 0; turn < TURNS; turn++) {
            floor = floor.plus(by(connections, room::insert));
            begun = begun.plus(by(connections, room::insertInATransaction));
            try (LogBenchLoad.Ticking ticking = LogBenchLoad.ticking(room.sequencing()::run)) {
                log = log.plus(by(connections, room::append));
            }
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("floor", floor.report());
        // An entry commits with the act that it is of, never by itself: one turn of the wire more.
        report.put("floor_in_a_transaction", begun.report());
        report.put("log", log.report());
        report.put("share_of_floor", LogBenchLoad.hundredths(log.perSecond() / floor.perSecond()));
        report.put("share_of_floor_in_a_transaction", LogBenchLoad.hundredths(log.perSecond() / begun.perSecond()));
        report.put("share_of_floor_by_processor_time", LogBenchLoad.hundredths(floor.micros() / log.micros()));
        return report;
    }

    /** Rows, and what they took: seconds by the clock, processor seconds, bytes, calls. */
    private record Used(double rows, double seconds, double hub, double database, long walBytes, long walSyncs) {
        static final Used NOTHING = new Used(0, 0, 0, 0, 0, 0);

        Used plus(Used more) {
            return new Used(
                    rows + more.rows,
                    seconds + more.seconds,
                    hub + more.hub,
                    database + more.database,
                    walBytes + more.walBytes,
                    walSyncs + more.walSyncs);
        }

        double perSecond() {
            return rows / seconds;
        }

        /** Processor time of a row, wherever. */
        double micros() {
            return (hub + database) * MICROS / rows;
        }

        Map<String, Object> report() {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("per_second", Math.round(perSecond()));
            report.put("hub_processor_micros", Math.round(hub * MICROS / rows));
            report.put("database_processor_micros", Math.round(database * MICROS / rows));
            report.put("wal_bytes", Math.round(walBytes / rows));
            report.put("wal_syncs", LogBenchLoad.hundredths(walSyncs / rows));
            return report;
        }
    }

    private Used by(int connections, LogBenchLoad.Work work) throws Exception {
        double hub = processor(ProcessHandle.current());
        double database = database();
        long bytes = counted("pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
        long syncs = counted("(select sum(fsyncs) from pg_stat_io where object = 'wal')");
        double rows = LogBenchLoad.sustained(connections, seconds, work) * seconds;
        return new Used(
                rows,
                seconds,
                processor(ProcessHandle.current()) - hub,
                database() - database,
                counted("pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')") - bytes,
                counted("(select sum(fsyncs) from pg_stat_io where object = 'wal')") - syncs);
    }

    /** Of the server and of those that work for it: a connection's stays while the pool holds it. */
    private double database() {
        ProcessHandle server = ProcessHandle.of(room.serverPid()).orElseThrow();
        return processor(server)
                + server.children().mapToDouble(LogBenchThroughput::processor).sum();
    }

    private static double processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NANOS;
    }

    private long counted(String what) {
        JdbcClient jdbc = room.jdbc();
        return jdbc.sql("select cast(" + what + " as bigint)").query(Long.class).single();
    }
}
