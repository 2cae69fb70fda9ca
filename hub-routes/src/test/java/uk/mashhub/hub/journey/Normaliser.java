package uk.mashhub.hub.journey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of a view what differs from one replay to the next: handles, reference, policy, the day. Lines of one day come
 * in the order of their text, because the hub orders them by ids that are random.
 */
final class Normaliser {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern HANDLE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern OTHER_DAY = Pattern.compile("\\b\\d{1,2} [A-Z][a-z]+ (\\d\\d:\\d\\d)");

    private final Instant beganAt;
    private final Map<String, String> people = new HashMap<>();

    Normaliser(Instant beganAt) {
        this.beganAt = beganAt;
    }

    JsonNode of(JsonNode content) {
        for (JsonNode person : content.path("people")) {
            String name = "@" + person.path("name").asString("");
            String free = people.containsValue(name) ? name + " (" + people.size() + ")" : name;
            people.put(person.path("handle").asString(), free);
        }
        return object(content);
    }

    private ObjectNode object(JsonNode from) {
        ObjectNode to = JSON.createObjectNode();
        from.properties().forEach(p -> to.set(p.getKey(), value(p.getKey(), p.getValue())));
        return to;
    }

    private JsonNode value(String key, JsonNode value) {
        if (value.isObject()) {
            return object(value);
        }
        if (value.isArray()) {
            return array(value);
        }
        return value.isString() ? JSON.valueToTree(text(key, value.asString())) : value;
    }

    private ArrayNode array(JsonNode from) {
        List<JsonNode> each = new ArrayList<>();
        from.forEach(v -> each.add(value("", v)));
        // Only neighbours of one day change places: a chronology that is out of order stays so, and fails.
        for (int i = 0; i < each.size(); ) {
            int end = i + 1;
            while (end < each.size() && day(each.get(end)).equals(day(each.get(i)))) {
                end++;
            }
            each.subList(i, end).sort(Comparator.comparing(JsonNode::toString));
            i = end;
        }
        ArrayNode to = JSON.createArrayNode();
        each.forEach(to::add);
        return to;
    }

    private static String day(JsonNode line) {
        return line.path("when").asString("").split("/", 2)[0];
    }

    private String text(String key, String text) {
        if (HANDLE.matcher(text).matches()) {
            return people.getOrDefault(text, key.equals("handle") ? "@line" : "@somebody");
        }
        if (INSTANT.matcher(text).matches()) {
            return "start+" + Duration.between(beganAt, Instant.parse(text));
        }
        return switch (key) {
            case "reference", "policy" -> "@" + key;
            case "base64" -> digest(text);
            default -> OTHER_DAY.matcher(text).replaceAll("another day $1");
        };
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256 of it: " + HexFormat.of().formatHex(digest, 0, 8);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
