package uk.mashhub.hub.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.wiring.BrokerScript;
import uk.mashhub.hub.wiring.BrokerSettings;
import uk.mashhub.model.RandomSource;

/**
 * What the administrator of an external broker installs, made anew from the configured areas: {@code config/broker/} has its
 * {@code broker.xml}, roles and login module, {@code secrets/broker/} a password for each principal and all of them as Artemis reads
 * them. A password that is there stays.
 */
public final class BrokerFiles {
    private static final int PASSWORD_BYTES = 32;
    private static final String LOGIN = """
            activemq {
              org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule required
                org.apache.activemq.jaas.properties.user="artemis-users.properties"
                org.apache.activemq.jaas.properties.role="artemis-roles.properties";
            };
            """;

    private final Path folder;
    private final RandomSource random;

    /** @param folder the hub's own */
    public BrokerFiles(Path folder, RandomSource random) {
        this.folder = folder;
        this.random = random;
    }

    /** Writes them. */
    public void write(Partnership partnership, BrokerSettings settings) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config/broker"));
        put(config.resolve("broker.xml"), BrokerScript.xml(partnership, settings));
        put(config.resolve("artemis-roles.properties"), BrokerScript.roles(partnership));
        put(config.resolve("login.config"), LOGIN);
        OwnerOnly.folder(folder.resolve("secrets"));
        Path secrets = OwnerOnly.folder(folder.resolve("secrets/broker"));
        Map<String, String> users = new TreeMap<>();
        for (String principal : BrokerScript.principals(partnership)) {
            Path file = secrets.resolve(principal);
            if (!Files.exists(file)) {
                put(file, HexFormat.of().formatHex(random.bytes(PASSWORD_BYTES)));
            }
            users.put(principal, OwnerOnly.secret(file));
        }
        put(
                secrets.resolve("artemis-users.properties"),
                users.entrySet().stream()
                        .map(u -> u.getKey() + " = " + u.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private static void put(Path file, String text) throws IOException {
        OwnerOnly.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
