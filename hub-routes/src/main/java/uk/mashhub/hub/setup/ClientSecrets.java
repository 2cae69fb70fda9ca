package uk.mashhub.hub.setup;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.model.RandomSource;

/**
 * Secrets for systems that send to the hub's doors: the hub keeps a digest of each ({@code data/clients.properties}), and the secret
 * itself stands in {@code secrets/clients/} until somebody has handed it over. What is there stays.
 */
public final class ClientSecrets {
    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final Path data;
    private final RandomSource random;

    /**
     * @param folder the hub's own
     * @param data where the hub keeps its data
     */
    public ClientSecrets(Path folder, Path data, RandomSource random) {
        this.folder = folder;
        this.data = data;
        this.random = random;
    }

    /**
     * Makes a secret for every feed that has none.
     *
     * @return the principals that got one
     */
    public List<String> add(Partnership partnership) throws IOException {
        Path file = data.resolve("clients.properties");
        Properties known = new Properties();
        if (Files.exists(file)) {
            known.load(new StringReader(OwnerOnly.secret(file)));
        }
        List<String> fresh = feeds(partnership).stream()
                .filter(name -> !known.containsKey(name))
                .toList();
        if (fresh.isEmpty()) {
            return fresh;
        }
        OwnerOnly.folder(folder.resolve("secrets"));
        Path secrets = OwnerOnly.folder(folder.resolve("secrets/clients"));
        for (String name : fresh) {
            byte[] secret = HexFormat.of().formatHex(random.bytes(SECRET_BYTES)).getBytes(StandardCharsets.US_ASCII);
            // The secret first: a digest of what nobody has would lock its system out.
            OwnerOnly.replace(secrets.resolve(name), secret);
            known.setProperty(name, HexFormat.of().formatHex(Digests.of(secret)));
        }
        OwnerOnly.folder(data);
        OwnerOnly.replace(file, text(known));
        return fresh;
    }

    private static List<String> feeds(Partnership partnership) {
        return partnership.areas().stream()
                .flatMap(area -> area.agencies().stream())
                .flatMap(agency -> agency.sources().stream())
                .filter(source -> source.use() == Source.Use.FEED)
                .map(source -> source.principal().value())
                .sorted()
                .toList();
    }

    private static byte[] text(Properties digests) {
        return new TreeSet<>(digests.stringPropertyNames())
                .stream()
                        .map(name -> name + "=" + digests.getProperty(name) + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.US_ASCII);
    }
}
