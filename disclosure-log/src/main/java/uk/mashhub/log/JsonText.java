package uk.mashhub.log;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes plain Java values as canonical JSON text (RFC 8785 section 3.2): every entry is made of such, and reading it again to put
 * it in form would cost as much as all the rest of it.
 */
final class JsonText {
    private static final long MAX_EXACT = (1L << 53) - 1;

    /** Characters that have an escape of their own, and its letters in the same order. */
    private static final String NAMED = "\"\\\b\f\n\r\t";

    private static final String NAMES = "\"\\bfnrt";

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
            out.append(number(d));
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
        for (Map.Entry<String, Object> member : sorted(object).entrySet()) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            value(member.getValue(), depth);
            separator = ",";
        }
        out.append(object.isEmpty() ? "{}" : "}");
    }

    /** By their UTF-16 code units, as Java compares texts. */
    private static SortedMap<String, Object> sorted(Map<?, ?> object) {
        SortedMap<String, Object> members = new TreeMap<>();
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new IllegalArgumentException("a member's name is a String");
            }
            members.put(name, member.getValue());
        }
        return members;
    }

    private static String number(double value) {
        try {
            return NumberToJSON.serializeNumber(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON form for this number", e);
        }
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
            int named = NAMED.indexOf(c);
            if (named >= 0) {
                out.append('\\').append(NAMES.charAt(named));
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
