package uk.mashhub.hub.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.mashhub.hub.storage.OwnerOnly;

/**
 * The files of a hub that go into its backup: settings, areas, agreements, digests of its clients' secrets. Never what is under
 * {@code secrets/}, and no keystore: with these and a copy of the database all of it is readable. Never what {@code log/} keeps outside
 * the database either: it tells that a copy is old, and put back beside it, it would be as old.
 */
public final class HomeFiles {
    /** Their folder in the backup. */
    private static final String PLACE = "home/";

    private static final String SETTINGS = "hub.yaml";

    private HomeFiles() {}

    /** Where a hub has them: its own folder, its configuration, its data. */
    public record Places(Path home, Path config, Path data) {
        private Path of(String name) {
            if (name.startsWith("config/")) {
                return config.resolve(name.substring("config/".length()));
            }
            return name.startsWith("data/") ? data.resolve(name.substring("data/".length())) : home.resolve(name);
        }
    }

    /** Writes them. */
    public static void out(Places places, BackupWriter writer) throws IOException {
        for (Map.Entry<String, byte[]> file : read(places).entrySet()) {
            writer.file(PLACE + file.getKey(), out -> out.write(file.getValue()));
        }
    }

    private static Map<String, byte[]> read(Places places) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> names = new ArrayList<>(List.of(SETTINGS, "data/clients.properties"));
        under(places.config(), "config/", names);
        for (String name : names) {
            Path file = places.of(name);
            if (Files.isRegularFile(file)) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static void under(Path folder, String prefix, List<String> names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(f -> names.add(prefix + folder.relativize(f)));
        }
    }

    /** Puts the settings back, unless there are some. */
    public static boolean settings(Path home, Backup backup) throws IOException {
        return put(home.resolve(SETTINGS), backup, PLACE + SETTINGS);
    }

    /**
     * Puts back what is not there. What is there stays, also where it is another: it may be newer.
     *
     * @return the names of those that stayed and are others than in the backup
     */
    public static List<String> in(Places places, Backup backup) throws IOException {
        List<String> kept = new ArrayList<>();
        for (Manifest.Entry entry : backup.manifest().files()) {
            if (!entry.name().startsWith(PLACE)) {
                continue;
            }
            String name = entry.name().substring(PLACE.length());
            if (!put(places.of(name), backup, entry.name()) && !same(places.of(name), backup, entry.name())) {
                kept.add(name);
            }
        }
        return kept;
    }

    private static boolean put(Path file, Backup backup, String name) throws IOException {
        if (Files.exists(file)) {
            return false;
        }
        Files.createDirectories(
                file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (java.io.InputStream in = backup.file(name)) {
            OwnerOnly.replace(file, in.readAllBytes());
        }
        return true;
    }

    private static boolean same(Path file, Backup backup, String name) throws IOException {
        try (java.io.InputStream in = backup.file(name)) {
            return java.util.Arrays.equals(Files.readAllBytes(file), in.readAllBytes());
        }
    }
}
