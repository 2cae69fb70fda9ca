package uk.mashhub.policy.agreement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A piece of a YAML file that knows its line and complains in an author's words. */
public final class Node {
    private final String file;
    private final org.snakeyaml.engine.v2.nodes.Node yaml;
    private final Problems problems;

    Node(String file, org.snakeyaml.engine.v2.nodes.Node yaml, Problems problems) {
        this.file = file;
        this.yaml = yaml;
        this.problems = problems;
    }

    public String file() {
        return file;
    }

    public int line() {
        return yaml.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }

    public Problems problems() {
        return problems;
    }

    public boolean isText() {
        return yaml instanceof ScalarNode;
    }

    public boolean isMap() {
        return yaml instanceof MappingNode;
    }

    /** The words of a scalar, without space around them; never empty. */
    public String text() {
        if (yaml instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw problems.fault(this, "words are wanted here");
    }

    /** The elements of a list; one thing on its own is a list of one. */
    public List<Node> list() {
        if (yaml instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::wrap).toList();
        }
        return List.of(this);
    }

    /** Keys and values in the order written. A key that stands twice is a problem. */
    public Map<String, Node> map() {
        if (!(yaml instanceof MappingNode mapping)) {
            throw problems.fault(this, "'key: value' lines are wanted here");
        }
        Map<String, Node> found = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = wrap(tuple.getKeyNode());
            if (found.put(key.text(), wrap(tuple.getValueNode())) != null) {
                throw problems.fault(key, "'" + key.text() + "' stands here twice");
            }
        }
        return found;
    }

    /** The same, with keys of a closed list only. */
    public Map<String, Node> map(String... allowed) {
        Map<String, Node> found = map();
        List<String> words = Arrays.asList(allowed);
        found.forEach((key, value) -> {
            if (!words.contains(key)) {
                throw problems.unknown(value, "key", key, words);
            }
        });
        return found;
    }

    /** The value of a key that must be there. */
    public Node need(String key) {
        Node value = map().get(key);
        if (value == null) {
            throw problems.fault(this, "'" + key + "' is missing");
        }
        return value;
    }

    public Optional<Node> want(String key) {
        return Optional.ofNullable(map().get(key));
    }

    /** A constant of an enum. */
    public <E extends Enum<E>> E one(Class<E> vocabulary, String kind) {
        List<String> words =
                Arrays.stream(vocabulary.getEnumConstants()).map(Enum::name).toList();
        if (!words.contains(text())) {
            throw problems.unknown(this, kind, text(), words);
        }
        return Enum.valueOf(vocabulary, text());
    }

    private Node wrap(org.snakeyaml.engine.v2.nodes.Node inner) {
        return new Node(file, inner, problems);
    }
}
