package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.setup.ClientSecrets;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.model.RandomSource;

/**
 * For the demo: a secret for each system that sends, all of them in one file beside the digests that the hub keeps. In production only
 * the systems hold their secrets, and {@code run} refuses a folder in which this file stands.
 */
public final class DemoClients {
    /** In the data folder. */
    static final String FILE = "clients.secrets";

    private DemoClients() {}

    /** Makes them unless they are there. */
    public static void make(Path dataDir, Partnership partnership, RandomSource random) throws IOException {
        OwnerOnly.folder(dataDir);
        StringBuilder secrets = new StringBuilder();
        for (String name : new ClientSecrets(dataDir, dataDir, random).add(partnership)) {
            secrets.append(name)
                    .append('=')
                    .append(Files.readString(dataDir.resolve("secrets/clients").resolve(name)))
                    .append('\n');
        }
        if (!secrets.isEmpty()) {
            OwnerOnly.replace(dataDir.resolve(FILE), secrets.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
