package uk.mashhub.simulators.police;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The sample files, under {@code police/} on the class path. */
public final class PoliceFiles {
    /** The sample notifications, in the order in which a demo sends them. */
    public static final List<String> NOTIFICATIONS =
            List.of("ppn-domestic-abuse", "ppn-refuge", "ppn-missing-child", "ppn-unknown-codes");

    static final List<String> RECORDS = List.of("family-a", "family-b", "family-d", "others");

    private PoliceFiles() {}

    /**
     * One of {@link #NOTIFICATIONS} as XML.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static byte[] notification(String name) {
        return read("notifications/" + name + ".xml");
    }

    static byte[] records(String name) {
        return read("records/" + name + ".json");
    }

    private static byte[] read(String path) {
        try (InputStream in = PoliceFiles.class.getResourceAsStream("/police/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no such sample file");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
