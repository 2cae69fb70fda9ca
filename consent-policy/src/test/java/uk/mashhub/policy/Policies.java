package uk.mashhub.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;

/** The policy under config/agreements, loaded once, and an engine of it. */
final class Policies {
    static final Path AGREEMENTS = agreements();
    static final byte[] KEY = key((byte) 7);
    static final SharingPolicy SHIPPED = load(AGREEMENTS);
    static final PolicyEngine ENGINE = new PolicyEngine(SHIPPED, KEY);

    /** Handles that say nothing but are easy to follow. */
    static final Handles HANDLES = new Handles() {
        @Override
        public String line(ViewKey key, ItemId item) {
            return "l-" + item;
        }

        @Override
        public String person(ViewKey key, PersonId person) {
            return "p-" + person;
        }
    };

    private Policies() {}

    static byte[] key(byte of) {
        byte[] key = new byte[32];
        Arrays.fill(key, of);
        return key;
    }

    static SharingPolicy load(Path directory) {
        try {
            return SharingPolicy.load(directory);
        } catch (PolicyRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Path agreements() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/agreements"))) {
            here = here.getParent();
        }
        return here.resolve("config/agreements");
    }
}
