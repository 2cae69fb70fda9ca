package uk.mashhub.adapter.council.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a schema asks of a value: the part of JSON Schema 2020-12 that our forms use. Immutable. */
public sealed interface Shape {
    /** An object with these members and no others. */
    record Members(Map<String, Shape> properties, Set<String> required) implements Shape {
        public Members {
            properties = Map.copyOf(properties);
            required = Collections.unmodifiableSet(new TreeSet<>(required));
        }
    }

    /** An array; {@code atLeast} and {@code atMost} count elements. */
    record Elements(Shape element, int atLeast, int atMost) implements Shape {}

    /**
     * A string; {@code atLeast} and {@code atMost} count characters (UTF-16 units).
     *
     * @param codes the words that are known; others are not a fault
     */
    record Text(int atLeast, int atMost, Optional<Pattern> pattern, List<String> codes) implements Shape {
        public Text {
            codes = List.copyOf(codes);
        }
    }

    /** A number without fraction. */
    record Whole() implements Shape {}

    /** A boolean. */
    record Flag() implements Shape {}
}
