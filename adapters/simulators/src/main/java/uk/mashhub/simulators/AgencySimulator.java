package uk.mashhub.simulators;

import java.util.Map;

/**
 * One simulated agency: it serves its protocols on 127.0.0.1 on free ports, puts files into its SFTP account, and says
 * where it listens. Started once, stopped once; {@link #stop} also after a start that failed half-way.
 */
public interface AgencySimulator {
    /** A slug such as {@code police}; begins every key of {@link #endpoints}. */
    String name();

    /**
     * Starts serving; returns when it answers.
     *
     * @throws java.io.UncheckedIOException if a port cannot be opened or a file cannot be written
     */
    void start(SimulatorSettings settings);

    /** Where it listens and with which credentials, such as {@code police.url}; complete once started. */
    Map<String, String> endpoints();

    /** Stops serving and frees its ports. */
    void stop();
}
