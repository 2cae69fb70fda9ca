package uk.mashhub.policy.recorded;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Walks along one line of JSON (RFC 8259) that holds objects, lists of texts and texts, and nothing else. */
final class JsonCursor {
    private final String line;
    private int at;

    JsonCursor(String line) {
        this.line = line;
    }

    /** Every key in turn; the reader of a key must take its value. */
    void object(Consumer<String> reader) {
        take('{');
        if (!next('}')) {
            do {
                String key = text();
                take(':');
                reader.accept(key);
            } while (next(','));
            take('}');
        }
    }

    Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>();
        take('[');
        if (!next(']')) {
            do {
                texts.add(text());
            } while (next(','));
            take(']');
        }
        return texts;
    }

    /** A text without escapes: words of vocabularies and ids need none. */
    String text() {
        take('"');
        int end = line.indexOf('"', at);
        if (end < 0 || line.substring(at, end).indexOf('\\') >= 0) {
            throw new IllegalArgumentException("a text without escapes is wanted");
        }
        String text = line.substring(at, end);
        at = end + 1;
        return text;
    }

    void end() {
        space();
        if (at != line.length()) {
            throw new IllegalArgumentException("more stands here than one object");
        }
    }

    private void take(char c) {
        if (!next(c)) {
            throw new IllegalArgumentException("'" + c + "' is wanted at character " + (at + 1));
        }
    }

    private boolean next(char c) {
        space();
        if (at < line.length() && line.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }
}
