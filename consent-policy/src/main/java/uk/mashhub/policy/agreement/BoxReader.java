package uk.mashhub.policy.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;

/** Reads {@code {role: [DECISION_MAKER], purpose: {except: [UNKNOWN]}}}. {@code $name} stands for a named list. */
final class BoxReader {
    private final Map<String, List<Node>> lists = new LinkedHashMap<>();

    /** Named lists of values, if the file has any. */
    void learn(Node lists) {
        lists.map().forEach((name, values) -> this.lists.put("$" + name, values.list()));
    }

    Box read(Node node, Asking asking) {
        Box box = Box.ALL;
        for (Map.Entry<String, Node> e : node.map().entrySet()) {
            Attribute attribute = attribute(e.getKey(), e.getValue(), asking);
            long mask = mask(attribute, e.getValue());
            if (mask == 0) {
                throw node.problems().fault(e.getValue(), "no value of '" + attribute.term() + "' is left");
            }
            box = box.with(attribute, mask);
        }
        return box;
    }

    /** The attribute of that name, if rules of the question may read it. */
    Attribute attribute(String word, Node at, Asking asking) {
        List<Attribute> allowed = Attribute.of(asking);
        return allowed.stream()
                .filter(a -> a.term().equals(word))
                .findFirst()
                .orElseThrow(() -> at.problems()
                        .unknown(
                                at,
                                "attribute",
                                word,
                                allowed.stream().map(Attribute::term).toList()));
    }

    /** Allowed values as bits: a list, or all but a list. */
    long mask(Attribute attribute, Node values) {
        if (values.isMap()) {
            Node except = values.map("except").get("except");
            if (except == null) {
                throw values.problems().fault(values, "a list of values, or 'except' with one, is wanted");
            }
            return Box.all(attribute) & ~bits(attribute, except);
        }
        return bits(attribute, values);
    }

    private long bits(Attribute attribute, Node values) {
        long mask = 0;
        for (Node value : values.list()) {
            List<Node> named = lists.get(value.text());
            if (named == null) {
                mask |= bit(attribute, value);
            } else {
                mask |= named.stream().mapToLong(v -> bit(attribute, v)).reduce(0, (a, b) -> a | b);
            }
        }
        return mask;
    }

    private long bit(Attribute attribute, Node value) {
        int index = attribute.words().indexOf(value.text());
        if (index < 0) {
            List<String> words = new ArrayList<>(attribute.words());
            words.addAll(Arrays.asList(lists.keySet().toArray(new String[0])));
            throw value.problems().unknown(value, "value of '" + attribute.term() + "'", value.text(), words);
        }
        return 1L << index;
    }
}
