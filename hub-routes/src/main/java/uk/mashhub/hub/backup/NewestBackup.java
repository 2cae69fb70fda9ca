package uk.mashhub.hub.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import uk.mashhub.hub.storage.OwnerOnly;

/**
 * What a hub knows of the newest backup that was taken of it, in a file of its data folder.
 *
 * @param destroyed how many keys erasures had destroyed before it was begun: if there are more now, what it holds is dark
 */
public record NewestBackup(Instant at, int destroyed) {
    private static final String FILE = "newest-backup";

    /**
     * The one that is known; empty if none ever was taken.
     *
     * @throws IOException if there is a file and it cannot be read
     */
    public static Optional<NewestBackup> read(Path data) throws IOException {
        Path file = data.resolve(FILE);
        try {
            String[] words = Files.readString(file).strip().split(" ");
            if (words.length != 2) {
                throw new IOException(file + " is not as a backup has written it");
            }
            return Optional.of(new NewestBackup(Instant.parse(words[0]), Integer.parseInt(words[1])));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            throw new IOException(file + " is not as a backup has written it", e);
        }
    }

    /** Keeps it, durably. */
    public void keep(Path data) throws IOException {
        OwnerOnly.replace(data.resolve(FILE), (at + " " + destroyed + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
