package uk.mashhub.policy.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Span> spans = new ArrayList<>();

    private CanonicalJson() {}

    public static CanonicalJson of(Json value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value);
        return writer;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    /** The committed objects in the order in which they end. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    private void write(Json value) {
        if (value instanceof Json.Text t) {
            quoted(t.value());
        } else if (value instanceof Json.Truth t) {
            raw(Boolean.toString(t.value()));
        } else if (value instanceof Json.Rows rows) {
            rows(rows.values().iterator());
        } else if (value instanceof Json.Fields fields) {
            int start = out.size();
            fields(fields.values().entrySet().iterator());
            if (fields.committed()) {
                spans.add(new Span(start, out.size() - start));
            }
        } else {
            raw("null");
        }
    }

    private void rows(Iterator<Json> values) {
        raw("[");
        while (values.hasNext()) {
            write(values.next());
            raw(values.hasNext() ? "," : "");
        }
        raw("]");
    }

    private void fields(Iterator<Map.Entry<String, Json>> values) {
        raw("{");
        while (values.hasNext()) {
            Map.Entry<String, Json> field = values.next();
            quoted(field.getKey());
            raw(":");
            write(field.getValue());
            raw(values.hasNext() ? "," : "");
        }
        raw("}");
    }

    private void quoted(String value) {
        StringBuilder s = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                s.append(c).append(value.charAt(++i));
            } else {
                character(s, c);
            }
        }
        raw(s.append('"').toString());
    }

    private static void character(StringBuilder s, char c) {
        switch (c) {
            case '"' -> s.append("\\\"");
            case '\\' -> s.append("\\\\");
            case '\b' -> s.append("\\b");
            case '\t' -> s.append("\\t");
            case '\n' -> s.append("\\n");
            case '\f' -> s.append("\\f");
            case '\r' -> s.append("\\r");
            default -> {
                if (c < 0x20) {
                    s.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    s.append(Character.isSurrogate(c) ? '\uFFFD' : c);
                }
            }
        }
    }

    private void raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
