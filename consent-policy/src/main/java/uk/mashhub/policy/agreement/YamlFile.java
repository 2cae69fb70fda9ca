package uk.mashhub.policy.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML 1.2 file down to its nodes: no tags, no constructors, at most 1 MB. */
public final class YamlFile {
    private static final int MOST_BYTES = 1_000_000;

    private YamlFile() {}

    public static Optional<Node> read(Path path, Problems problems) {
        return read(path, String.valueOf(path.getFileName()), problems);
    }

    /**
     * @param file what problems call it
     */
    static Optional<Node> read(Path path, String file, Problems problems) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                problems.note(file, 0, "the file is larger than 1 MB");
                return Optional.empty();
            }
            return compose(file, Files.readString(path), problems);
        } catch (IOException e) {
            problems.note(file, 0, "the file cannot be read as UTF-8 text");
            return Optional.empty();
        }
    }

    static Optional<Node> compose(String file, String text, Problems problems) {
        if (text.contains("\n---") || text.lines().anyMatch(YamlFile::hasAnchor)) {
            problems.note(file, 0, "one document, without anchors and aliases, is wanted");
            return Optional.empty();
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setAllowDuplicateKeys(false)
                    .setCodePointLimit(MOST_BYTES)
                    .build();
            Optional<Node> root = new Compose(settings).composeString(text).map(n -> new Node(file, n, problems));
            if (root.isEmpty()) {
                problems.note(file, 0, "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            problems.note(file, line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.note(file, 0, "not YAML");
        }
        return Optional.empty();
    }

    /** An alias may make a graph of the tree; nothing here needs one. */
    private static boolean hasAnchor(String line) {
        return line.matches(".*[:\\-\\[,]\\s+[&*][A-Za-z0-9].*");
    }
}
