package uk.mashhub.adapter.contract;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/**
 * Everything written to java.util.logging (at every level), to standard output and to standard error while some work
 * runs. Needs {@code org.slf4j:slf4j-jdk14} on the test class path: else what libraries log through SLF4J would be
 * overlooked, and the test would promise too much.
 */
public final class LogCapture extends Handler {
    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private final StringBuffer text = new StringBuffer();
    private final SimpleFormatter formatter = new SimpleFormatter();

    private LogCapture() {
        setLevel(Level.ALL);
    }

    /** What was written at any level while the work ran, as {@link #at}. */
    public static String of(Work work) throws Exception {
        return at(Level.ALL, work);
    }

    /** The lines of a captured log that hold one of the values, whatever their case. */
    static List<String> linesWith(List<String> values, String log) {
        return log.lines()
                .filter(line ->
                        values.stream().anyMatch(v -> line.toLowerCase(ROOT).contains(v.toLowerCase(ROOT))))
                .toList();
    }

    /**
     * What was written while the work ran; an exception of the work is passed on.
     *
     * <p>Not for tests that run in parallel with others in one JVM.
     *
     * @param least the least severe level to be written; {@code ALL} also shows what a debugging session would show
     */
    public static String at(Level least, Work work) throws Exception {
        assertThat(LoggerFactory.getILoggerFactory().getClass().getSimpleName())
                .as("SLF4J's back end: put org.slf4j:slf4j-jdk14 (scope test) on the class path")
                .startsWith("JDK14");
        LogCapture capture = new LogCapture();
        Logger root = LogManager.getLogManager().getLogger("");
        Level level = root.getLevel();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream streams = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(streams, true, StandardCharsets.UTF_8);
        root.addHandler(capture);
        root.setLevel(least);
        System.setOut(both);
        System.setErr(both);
        try {
            work.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.setLevel(level);
            root.removeHandler(capture);
        }
        return capture.text + streams.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void publish(LogRecord logRecord) {
        text.append(formatter.format(logRecord));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
