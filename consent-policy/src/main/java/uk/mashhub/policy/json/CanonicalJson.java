package uk.mashhub.policy.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a value in the one spelling of RFC 8785 and remembers where each committed object stands in it. Half of a
 * surrogate pair, which has no UTF-8, is written as U+FFFD.
 */
public final class CanonicalJson {

    /** Where one committed object stands in the bytes. */
    public record Span(int start, int length) {}

    /** Where a handle stands in the bytes, quotes and all, and whose it is. */
    private record Named(int start, int end, String own) {}

    private byte[] out = new byte[1024];
    private int length;
    private final List<Span> spans = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();

    private CanonicalJson() {}

    public static CanonicalJson of(Json value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value);
        return writer;
    }

    public byte[] bytes() {
        return Arrays.copyOf(out, length);
    }

    /** The same value with every handle's own id in its place: equal for two versions that differ in random handles only. */
    public byte[] bytesWithOwnIds() {
        CanonicalJson own = new CanonicalJson();
        int from = 0;
        for (Named name : named) {
            own.copy(out, from, name.start());
            own.quoted(name.own());
            from = name.end();
        }
        own.copy(out, from, length);
        return own.bytes();
    }

    /** The committed objects in the order in which they end. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    private void write(Json value) {
        if (value instanceof Json.Text t) {
            quoted(t.value());
        } else if (value instanceof Json.Name n) {
            int start = length;
            quoted(n.handle());
            named.add(new Named(start, length, n.own()));
        } else if (value instanceof Json.Truth t) {
            raw(Boolean.toString(t.value()));
        } else if (value instanceof Json.Rows rows) {
            rows(rows.values().iterator());
        } else if (value instanceof Json.Fields fields) {
            int start = length;
            fields(fields.values().entrySet().iterator());
            if (fields.committed()) {
                spans.add(new Span(start, length - start));
            }
        } else {
            raw("null");
        }
    }

    private void rows(Iterator<Json> values) {
        one('[');
        while (values.hasNext()) {
            write(values.next());
            if (values.hasNext()) {
                one(',');
            }
        }
        one(']');
    }

    private void fields(Iterator<Map.Entry<String, Json>> values) {
        one('{');
        while (values.hasNext()) {
            Map.Entry<String, Json> field = values.next();
            quoted(field.getKey());
            one(':');
            write(field.getValue());
            if (values.hasNext()) {
                one(',');
            }
        }
        one('}');
    }

    private void quoted(String value) {
        room(value.length() + 2);
        out[length++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                // From here on what UTF-16 says in one or two of these, UTF-8 says in up to four bytes.
                raw(rest(value, i));
                break;
            }
            if (c < 0x20 || c == '"' || c == '\\') {
                raw(escaped(c));
            } else {
                room(1);
                out[length++] = (byte) c;
            }
        }
        room(1);
        out[length++] = '"';
    }

    private static String rest(String value, int from) {
        StringBuilder s = new StringBuilder(value.length() - from);
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                s.append(c).append(value.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                s.append('\uFFFD');
            } else {
                s.append(escaped(c));
            }
        }
        return s.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < 0x20 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    private void raw(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        copy(bytes, 0, bytes.length);
    }

    private void copy(byte[] bytes, int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, out, length, to - from);
        length += to - from;
    }

    private void one(char ascii) {
        room(1);
        out[length++] = (byte) ascii;
    }

    private void room(int more) {
        if (out.length - length < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
        }
    }
}
