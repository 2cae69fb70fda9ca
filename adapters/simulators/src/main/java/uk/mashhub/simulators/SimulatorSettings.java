package uk.mashhub.simulators;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import uk.mashhub.model.RandomSource;

/**
 * What every simulator is started with.
 *
 * @param directory the work directory; SFTP account {@code a} has its root at {@code directory/a}
 * @param clock the only clock
 * @param random the only source of secrets and ids
 */
public record SimulatorSettings(Path directory, Clock clock, RandomSource random) {
    public SimulatorSettings {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(random, "random");
    }

    /**
     * The folder of an SFTP account that the hub polls, seen over SFTP as {@code in}. It exists before simulators are
     * started. Writers write {@code <name>.part} and rename.
     *
     * @param account such as {@code council}
     */
    public Path inbox(String account) {
        return directory.resolve(account).resolve("in");
    }
}
