package uk.mashhub.adapter.council.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.mashhub.adapter.Unreadable;

/**
 * Reads a JSON Schema of our own into a {@link Shape}, so that the published file is the check itself. A keyword that this
 * does not know stops it: a rule that is written down but not kept would be worse than none.
 */
public final class SchemaReading {
    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$id",
            "$ref",
            "$defs",
            "title",
            "description",
            "examples",
            "type",
            "required",
            "additionalProperties",
            "properties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "pattern");
    private static final String LOCAL = "#/$defs/";

    private final Map<String, Json> definitions;

    private SchemaReading(Map<String, Json> definitions) {
        this.definitions = definitions;
    }

    /**
     * Reads the schema of a resource.
     *
     * @throws IllegalStateException if the resource is missing or is no schema of this kind
     */
    public static Shape resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no schema " + name);
            }
            Json.Members root = members(JsonReading.read(in.readAllBytes()));
            Json definitions = root.values().get("$defs");
            return new SchemaReading(
                            definitions == null
                                    ? Map.of()
                                    : members(definitions).values())
                    .shape(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException("schema " + name + ": " + e.reason() + " at " + e.place());
        }
    }

    private Shape shape(Json schema) {
        Json.Members s = members(schema);
        if (!KNOWN.containsAll(s.values().keySet())) {
            throw fault(s, "an unknown keyword");
        }
        if (s.values().containsKey("$ref")) {
            return referred(s);
        }
        return switch (text(s, "type").orElse("")) {
            case "object" -> object(s);
            case "array" -> new Shape.Elements(shape(value(s, "items")), count(s, "minItems", 0), limit(s, "maxItems"));
            case "string" -> string(s);
            case "integer" -> new Shape.Whole();
            case "boolean" -> new Shape.Flag();
            default -> throw fault(s, "a type is missing or unknown");
        };
    }

    private Shape referred(Json.Members s) {
        String target = text(s, "$ref").orElse("");
        Json definition = definitions.get(target.startsWith(LOCAL) ? target.substring(LOCAL.length()) : "");
        if (definition == null) {
            throw fault(s, "a $ref leads nowhere");
        }
        return shape(definition);
    }

    private Shape object(Json.Members s) {
        if (!(value(s, "additionalProperties") instanceof Json.Flag open) || open.value()) {
            throw fault(s, "additionalProperties must be false");
        }
        Map<String, Shape> properties = new HashMap<>();
        members(value(s, "properties")).values().forEach((name, p) -> properties.put(name, shape(p)));
        Set<String> required = new HashSet<>(texts(s, "required"));
        if (!properties.keySet().containsAll(required)) {
            throw fault(s, "a required property is not described");
        }
        return new Shape.Members(properties, required);
    }

    private static Shape string(Json.Members s) {
        return new Shape.Text(
                count(s, "minLength", 0),
                limit(s, "maxLength"),
                text(s, "pattern").map(Pattern::compile),
                texts(s, "examples"));
    }

    private static Json value(Json.Members s, String name) {
        Json value = s.values().get(name);
        if (value == null) {
            throw fault(s, name + " is missing");
        }
        return value;
    }

    private static Optional<String> text(Json.Members s, String name) {
        return s.values().get(name) instanceof Json.Text t ? Optional.of(t.value()) : Optional.empty();
    }

    private static List<String> texts(Json.Members s, String name) {
        List<String> texts = new ArrayList<>();
        if (s.values().get(name) instanceof Json.Elements all) {
            for (Json one : all.values()) {
                if (one instanceof Json.Text text) {
                    texts.add(text.value());
                }
            }
        }
        return texts;
    }

    /** Everything that can grow has a limit. */
    private static int limit(Json.Members s, String name) {
        int limit = count(s, name, -1);
        if (limit < 0) {
            throw fault(s, name + " is missing");
        }
        return limit;
    }

    private static int count(Json.Members s, String name, int otherwise) {
        return s.values().get(name) instanceof Json.Number n ? Integer.parseInt(n.value()) : otherwise;
    }

    private static Json.Members members(Json json) {
        if (json instanceof Json.Members members) {
            return members;
        }
        throw new IllegalStateException("not a schema, line " + json.line());
    }

    private static IllegalStateException fault(Json.Members s, String what) {
        return new IllegalStateException(what + ", line " + s.line());
    }
}
