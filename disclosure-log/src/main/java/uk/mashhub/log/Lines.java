package uk.mashhub.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import uk.mashhub.log.tree.EntryBundle;

/** Reads a file of lines as bytes, one at a time: each ends with a newline and is no longer than an entry may be. */
final class Lines implements Closeable {
    private final InputStream in;

    Lines(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file));
    }

    /**
     * The next line without its newline; empty at the end of the file.
     *
     * @throws MalformedLine if the file ends inside the line or the line is too long
     */
    Optional<byte[]> next() throws IOException, MalformedLine {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 && line.size() == 0) {
                return Optional.empty();
            }
            if (b < 0) {
                throw new MalformedLine("the file ends inside the line");
            }
            if (line.size() == EntryBundle.MAX_ENTRY) {
                throw new MalformedLine("the line is longer than an entry may be");
            }
            line.write(b);
        }
        return Optional.of(line.toByteArray());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    static final class MalformedLine extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedLine(String why) {
            super(why);
        }
    }
}
