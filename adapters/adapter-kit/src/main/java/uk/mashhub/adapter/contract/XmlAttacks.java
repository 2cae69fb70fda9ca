package uk.mashhub.adapter.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** XML that reads files, calls out or explodes, if the reader lets it (OWASP XML External Entity Prevention). */
final class XmlAttacks {
    /** What a reader that follows external entities would bring along. */
    static final String CANARY = "canary-7f3b";

    private XmlAttacks() {}

    static Map<String, byte[]> on(byte[] sample) {
        String file = canaryFile().toUri().toString();
        return Map.of(
                "a document type", Mutations.withDoctype(sample, "", ""),
                "an external entity", Mutations.withDoctype(sample, "<!ENTITY x SYSTEM \"" + file + "\">", "&x;"),
                "an external parameter entity",
                        Mutations.withDoctype(sample, "<!ENTITY % x SYSTEM \"" + file + "\"> %x;", ""),
                "an entity bomb", Mutations.withDoctype(sample, bomb(), "&e9;"),
                "one large entity used often",
                        Mutations.withDoctype(
                                sample, "<!ENTITY q \"" + "q".repeat(50_000) + "\">", "&q;".repeat(50_000)));
    }

    private static String bomb() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }

    private static Path canaryFile() {
        try {
            Path file = Files.createTempFile("canary", ".txt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, CANARY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
