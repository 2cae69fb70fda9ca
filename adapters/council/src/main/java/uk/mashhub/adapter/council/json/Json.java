package uk.mashhub.adapter.council.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A JSON value (RFC 8259) that knows the line it begins on. Immutable; {@code toString} shows no value. */
public sealed interface Json {
    /** Counted from 1. */
    int line();

    /** An object; members in the order of the text, each name once. */
    record Members(Map<String, Json> values, int line) implements Json {
        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String toString() {
            return "Members[line " + line + "]";
        }
    }

    /** An array. */
    record Elements(List<Json> values, int line) implements Json {
        public Elements {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Elements[line " + line + "]";
        }
    }

    /** A string, without NUL and without half of a surrogate pair. */
    record Text(String value, int line) implements Json {
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Text[line " + line + "]";
        }
    }

    /** A number as it is written. */
    record Number(String value, int line) implements Json {
        public Number {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Number[line " + line + "]";
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(boolean value, int line) implements Json {}

    /** {@code null}. */
    record Nothing(int line) implements Json {}
}
