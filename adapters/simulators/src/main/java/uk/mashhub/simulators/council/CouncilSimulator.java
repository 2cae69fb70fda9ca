package uk.mashhub.simulators.council;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import uk.mashhub.simulators.AgencySimulator;
import uk.mashhub.simulators.SimulatorSettings;

/**
 * The council: puts its newest CIN census into the folder of its SFTP account, under another name first. It serves nothing
 * itself; its referral forms are {@link SampleForms}, which the demo sends over HTTPS.
 */
public final class CouncilSimulator implements AgencySimulator {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Override
    public String name() {
        return "council";
    }

    @Override
    public void start(SimulatorSettings settings) {
        LocalDate referenceDate =
                CensusFile.referenceDate(LocalDate.ofInstant(settings.clock().instant(), LONDON));
        put(
                settings.inbox(name()),
                "CIN_Census_" + referenceDate.getYear() + ".xml",
                CensusFile.of(referenceDate, CensusChild.all()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts a file into a folder so that no reader sees half of it.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void put(Path folder, String name, byte[] content) {
        try {
            Path partial = folder.resolve(name + ".part");
            Files.write(partial, content);
            Files.move(
                    partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> endpoints() {
        return Map.of();
    }

    @Override
    public void stop() {
        // Nothing listens; the file stays, as it would with a real council.
    }
}
