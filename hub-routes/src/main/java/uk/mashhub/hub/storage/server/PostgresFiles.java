package uk.mashhub.hub.storage.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the archive of the PostgreSQL programs holds, known beforehand, so that a start need not unpack it to see that nothing
 * was changed. One line for each file, {@code x} or {@code -} (may it be run), SHA-256, path; for each link, {@code l}, where it leads,
 * path; split at tabs.
 */
final class PostgresFiles {
    private static final String LINK = "l";
    private static final String PROGRAM = "x";

    private final List<Line> lines;

    private PostgresFiles(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** One entry. */
    record Line(String kind, String value, String path) {
        static Line link(String target, String path) {
            return new Line(LINK, target, path);
        }

        static Line file(boolean executable, byte[] sha256, String path) {
            return new Line(executable ? PROGRAM : "-", HexFormat.of().formatHex(sha256), path);
        }

        static Line of(String line) {
            String[] parts = line.split("\t", -1);
            return new Line(parts[0], parts[1], parts[2]);
        }

        boolean holds(Path home) throws IOException {
            Path there = home.resolve(path);
            if (kind.equals(LINK)) {
                return Files.isSymbolicLink(there)
                        && Files.readSymbolicLink(there).toString().equals(value);
            }
            return same(there, HexFormat.of().parseHex(value), kind.equals(PROGRAM));
        }

        @Override
        public String toString() {
            return String.join("\t", kind, value, path);
        }
    }

    /** The list for an archive; empty if there is none, and only the archive itself can tell. */
    static Optional<PostgresFiles> of(String archive) throws IOException {
        try (InputStream in = PostgresFiles.class.getResourceAsStream(archive + ".files")) {
            if (in == null) {
                return Optional.empty();
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.of(new PostgresFiles(reader.lines().map(Line::of).toList()));
        }
    }

    /** Whether a folder holds all of it as it should be, and nothing else. */
    boolean are(Path home) throws IOException {
        Set<Path> wanted = new HashSet<>();
        for (Line line : lines) {
            if (!line.holds(home)) {
                return false;
            }
            wanted.add(home.resolve(line.path()));
        }
        try (Stream<Path> found = Files.walk(home)) {
            return found.allMatch(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS) || wanted.contains(p));
        }
    }

    /** Whether a file is a regular one, with that content, and may be run or not. */
    static boolean same(Path file, byte[] sha256, boolean executable) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isExecutable(file) != executable) {
            return false;
        }
        MessageDigest found = sha256();
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), found)) {
            Files.copy(file, sink);
        }
        return MessageDigest.isEqual(found.digest(), sha256);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    List<String> text() {
        List<String> text = new ArrayList<>();
        lines.forEach(line -> text.add(line.toString()));
        return text;
    }
}
