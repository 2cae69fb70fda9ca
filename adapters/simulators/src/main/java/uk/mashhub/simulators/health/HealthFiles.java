package uk.mashhub.simulators.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The sample files, under {@code health/} on the class path. */
public final class HealthFiles {
    /** NHS numbers of the invented people; the national series 999 is reserved for tests. */
    static final List<String> PEOPLE = List.of(
            "9990000018",
            "9990000026",
            "9990000034",
            "9990000042",
            "9990000050",
            "9990000069",
            "9990000077",
            "9990000085",
            "9990000093");

    /** The sample referrals, one BaRS message bundle each, in the order in which a demo sends them. */
    public static final List<String> REFERRALS =
            List.of("maya-bruising", "noor-refuge", "tomas-restricted", "ruby-unspecified");

    private HealthFiles() {}

    /**
     * One of {@link #REFERRALS} as FHIR JSON.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static byte[] referral(String name) {
        return find("bars/" + name + ".json")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("no such sample referral"));
    }

    /** A file that is there. */
    static String file(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("no file health/" + path));
    }

    /** A file, if it is there. */
    static Optional<String> find(String path) {
        try (InputStream in = HealthFiles.class.getResourceAsStream("/health/" + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
