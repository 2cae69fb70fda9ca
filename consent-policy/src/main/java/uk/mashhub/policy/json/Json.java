package uk.mashhub.policy.json;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value without numbers: what views and policies hold is words, and numbers only invite two spellings. */
public sealed interface Json {

    record Text(String value) implements Json {
        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * What something is called in one view.
     *
     * @param own the id that it has in the packet: for comparing two versions of a view, never for a reader
     * @param handle what the reader is given in its place
     */
    record Name(String own, String handle) implements Json {
        @Override
        public String toString() {
            return "Name";
        }
    }

    record Truth(boolean value) implements Json {}

    record Nothing() implements Json {}

    record Rows(List<Json> values) implements Json {
        public Rows {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Rows[" + values.size() + "]";
        }
    }

    /**
     * Keys in UTF-16 order (RFC 8785 section 3.2.3).
     *
     * @param committed whether its bytes are one line of a disclosure, to be committed to on their own
     */
    record Fields(SortedMap<String, Json> values, boolean committed) implements Json {
        public Fields {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        @Override
        public String toString() {
            return "Fields" + values.keySet();
        }
    }

    static Json text(String value) {
        return new Text(value);
    }

    static Json truth(boolean value) {
        return new Truth(value);
    }

    static Json nothing() {
        return new Nothing();
    }

    static Json rows(Collection<? extends Json> values) {
        return new Rows(List.copyOf(values));
    }

    /** A list of words. */
    static Json words(Collection<String> values) {
        return new Rows(values.stream().map(Json::text).toList());
    }

    /** Starts an object. */
    static Builder object() {
        return new Builder();
    }

    /** Puts an object together. A key that is put twice keeps the later value. */
    final class Builder {
        private final SortedMap<String, Json> values = new TreeMap<>();

        public Builder put(String key, Json value) {
            values.put(key, value);
            return this;
        }

        public Builder put(String key, String value) {
            return put(key, text(value));
        }

        public Json done() {
            return new Fields(values, false);
        }

        /** An object that is one line of a disclosure. */
        public Json line() {
            return new Fields(values, true);
        }
    }
}
