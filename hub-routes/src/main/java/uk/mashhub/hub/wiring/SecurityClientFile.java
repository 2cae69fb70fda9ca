package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.model.id.Principal;

/**
 * The file {@code clients.properties}: each agency system's principal and the SHA-256 of its secret in hex. Mode 0600. A
 * hub without it lets no system in.
 */
final class SecurityClientFile {
    private static final int DIGEST_BYTES = 32;

    private SecurityClientFile() {}

    /**
     * Reads it.
     *
     * @throws IOException if others can read it
     * @throws IllegalArgumentException naming the principal whose entry is no SHA-256 in hex
     */
    static Map<String, byte[]> load(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties entries = new Properties();
        entries.load(new StringReader(OwnerOnly.secret(file)));
        Map<String, byte[]> digests = new HashMap<>();
        for (String name : entries.stringPropertyNames()) {
            digests.put(new Principal(name).value(), digest(name, entries.getProperty(name)));
        }
        return digests;
    }

    private static byte[] digest(String name, String hex) {
        try {
            byte[] digest = HexFormat.of().parseHex(hex.strip());
            if (digest.length == DIGEST_BYTES) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without what stands there: it may be the secret itself.
        }
        throw new IllegalArgumentException("clients.properties: the entry of " + name + " is no SHA-256 in hex");
    }
}
