package uk.mashhub.match.tool;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, numbers and words as JSON (RFC 8259), in the order given. */
final class Json {
    private Json() {}

    static String text(Map<String, ?> object) {
        return value(object, "") + "\n";
    }

    private static String value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            String inner = indent + "  ";
            return map.entrySet().stream()
                    .map(e -> inner + quoted(String.valueOf(e.getKey())) + ": " + value(e.getValue(), inner))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(v -> line(v)).collect(Collectors.joining(",\n" + indent + "  ", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? number(value) : quoted(String.valueOf(value));
    }

    /** An element of a list stands on one line. */
    private static String line(Object value) {
        return value(value, "").replace("\n", "").replaceAll(" {2,}", " ");
    }

    private static String number(Object value) {
        return value instanceof Double d && !Double.isFinite(d) ? "null" : String.valueOf(value);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
