package uk.mashhub.simulators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code endpoints.properties} in the work directory (form of {@link java.util.Properties#load}): it exists exactly when
 * everything is up, and is always whole. It holds the demo's secrets, so its owner alone may read it.
 */
final class EndpointsFile {
    private final Path file;

    EndpointsFile(Path directory) {
        this.file = directory.resolve("endpoints.properties");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    void write(Map<String, String> endpoints) throws IOException {
        String text = endpoints.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
        Path partial = file.resolveSibling("endpoints.properties.part");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
