package uk.mashhub.adapter.police.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One object of an answer, read property by property: what is required must be there and of its type, null counts as
 * absent, and what nobody asked for can be told apart ({@link #unasked}), because a property that we do not know may be a
 * restriction.
 */
final class JsonShape {
    private static final int LONGEST_LIST = 2_000;
    private static final JsonMapper MAPPER = mapper();

    private final JsonNode node;
    private final String place;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<JsonShape>> parts = new LinkedHashMap<>();

    private JsonShape(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    private static JsonMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(20)
                .maxNumberLength(20)
                .maxStringLength(400_000)
                .maxNameLength(200)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    static JsonShape parse(byte[] body) throws WrongShape {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node == null || !node.isObject()) {
                throw new WrongShape("/");
            }
            return new JsonShape(node, "");
        } catch (JacksonException e) {
            throw new WrongShape("/ (not JSON)");
        }
    }

    /** Where it stands, such as {@code /incidents/0/risk}. */
    String place() {
        return place;
    }

    String place(String property) {
        return place + "/" + property;
    }

    private Optional<JsonNode> property(String property) {
        asked.add(property);
        return Optional.ofNullable(node.get(property)).filter(n -> !n.isNull());
    }

    /** A text that must be there and say something. */
    String required(String property) throws WrongShape {
        String text = text(property);
        if (text.isBlank()) {
            throw new WrongShape(place(property));
        }
        return text;
    }

    /** A text; empty if absent. */
    String text(String property) throws WrongShape {
        Optional<JsonNode> value = property(property);
        if (value.isPresent() && !value.get().isString()) {
            throw new WrongShape(place(property));
        }
        return value.map(JsonNode::stringValue).orElse("");
    }

    /** A yes or no that must be there: what protects somebody is never left to a default. */
    boolean yesOrNo(String property) throws WrongShape {
        Optional<JsonNode> value = property(property).filter(JsonNode::isBoolean);
        return value.orElseThrow(() -> new WrongShape(place(property))).booleanValue();
    }

    /** A whole number of at most nine digits. */
    Optional<Long> number(String property) throws WrongShape {
        Optional<JsonNode> value = property(property);
        if (value.isPresent()
                && !(value.get().isIntegralNumber()
                        && value.get().canConvertToInt()
                        && value.get().intValue() >= 0)) {
            throw new WrongShape(place(property));
        }
        return value.map(JsonNode::longValue);
    }

    Optional<LocalDate> day(String property) throws WrongShape {
        String text = text(property);
        try {
            // Ten characters: the years of LocalDate go further than any calendar, and arithmetic on them fails.
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(ofLength(text, 10, 10, property)));
        } catch (DateTimeException e) {
            throw new WrongShape(place(property));
        }
    }

    Optional<Instant> instant(String property) throws WrongShape {
        String text = text(property);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(ofLength(text, 17, 35, property))
                            .toInstant());
        } catch (DateTimeException e) {
            throw new WrongShape(place(property));
        }
    }

    private String ofLength(String text, int least, int most, String property) throws WrongShape {
        if (text.length() < least || text.length() > most || !Character.isDigit(text.charAt(0))) {
            throw new WrongShape(place(property));
        }
        return text;
    }

    Optional<JsonShape> object(String property) throws WrongShape {
        Optional<JsonNode> value = property(property);
        if (value.isPresent() && !value.get().isObject()) {
            throw new WrongShape(place(property));
        }
        return value.map(v -> parts.computeIfAbsent(property, p -> List.of(new JsonShape(v, place(p))))
                .get(0));
    }

    /** Objects of a list; none if absent. */
    List<JsonShape> objects(String property) throws WrongShape {
        if (!parts.containsKey(property)) {
            parts.put(property, read(property));
        }
        return parts.getOrDefault(property, List.of());
    }

    private List<JsonShape> read(String property) throws WrongShape {
        List<JsonShape> objects = new ArrayList<>();
        for (JsonNode item : list(property)) {
            String where = place(property) + "/" + objects.size();
            if (!item.isObject()) {
                throw new WrongShape(where);
            }
            objects.add(new JsonShape(item, where));
        }
        return objects;
    }

    /** A list that must be there. */
    List<JsonShape> requiredObjects(String property) throws WrongShape {
        if (property(property).isEmpty()) {
            throw new WrongShape(place(property));
        }
        return objects(property);
    }

    /** Texts of a list; none if absent. */
    List<String> texts(String property) throws WrongShape {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(property)) {
            if (!item.isString()) {
                throw new WrongShape(place(property) + "/" + texts.size());
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    private Iterable<JsonNode> list(String property) throws WrongShape {
        Optional<JsonNode> value = property(property);
        if (value.isPresent() && (!value.get().isArray() || value.get().size() > LONGEST_LIST)) {
            throw new WrongShape(place(property));
        }
        return value.<Iterable<JsonNode>>map(v -> v).orElse(List.of());
    }

    /** Names of properties that were never asked for, here and in every part that was read. */
    List<String> unasked() {
        List<String> names = new ArrayList<>(
                node.propertyNames().stream().filter(n -> !asked.contains(n)).toList());
        parts.values().forEach(list -> list.forEach(part -> names.addAll(part.unasked())));
        return names;
    }

    /** Prints the place only. */
    @Override
    public String toString() {
        return "JsonShape[" + place + "]";
    }
}
