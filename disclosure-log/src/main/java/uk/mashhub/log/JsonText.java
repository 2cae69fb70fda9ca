package uk.mashhub.log;

import java.util.List;
import java.util.Map;

/** Writes plain Java values as JSON text, in any order: {@link CanonicalJson} puts it in form. */
final class JsonText {
    private static final long MAX_EXACT = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, ?> object) {
        JsonText text = new JsonText();
        text.object(object, 1);
        return text.out.toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof String s) {
            string(s);
        } else if (value instanceof Boolean || value instanceof Integer) {
            out.append(value);
        } else if (value instanceof Long n && n >= -MAX_EXACT && n <= MAX_EXACT) {
            out.append(n);
        } else if (value instanceof Double d && Double.isFinite(d)) {
            out.append(d);
        } else if (value instanceof List<?> list) {
            array(list, depth + 1);
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth + 1);
        } else {
            throw new IllegalArgumentException("no JSON form for this kind of value");
        }
    }

    private void object(Map<?, ?> object, int depth) {
        requireDepth(depth);
        String separator = "{";
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new IllegalArgumentException("a member's name is a String");
            }
            out.append(separator);
            string(name);
            out.append(':');
            value(member.getValue(), depth);
            separator = ",";
        }
        out.append(object.isEmpty() ? "{}" : "}");
    }

    private void array(List<?> list, int depth) {
        requireDepth(depth);
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : ",");
            value(list.get(i), depth);
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
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
        out.append('"');
    }

    private static void requireDepth(int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + CanonicalJson.MAX_DEPTH);
        }
    }
}
