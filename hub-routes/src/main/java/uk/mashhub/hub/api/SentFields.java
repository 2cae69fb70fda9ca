package uk.mashhub.hub.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.governance.LookupScreen;

/** The fields of a form, sent as an object of texts: in a body, so that no address names anybody. */
final class SentFields {
    private static final int LARGEST = 8 * 1024;

    private SentFields() {}

    /** @throws NoSearch in words for the reader, if it is something else, or too large */
    static Map<String, String> of(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST + 1);
        Map<String, String> fields = new HashMap<>();
        try {
            JsonNode read = JsonMapper.shared().readTree(body);
            if (body.length > LARGEST || !read.isObject()) {
                throw new NoSearch("Send an object of texts.");
            }
            for (Map.Entry<String, JsonNode> field : read.properties()) {
                if (!field.getValue().isString()) {
                    throw new NoSearch("Send an object of texts.");
                }
                fields.put(field.getKey(), field.getValue().asString());
            }
            return fields;
        } catch (JacksonException e) {
            throw new NoSearch("Send an object of texts.");
        }
    }

    /** Takes the reason out of the fields; empty if there is none, or it is too long. */
    static Optional<String> reason(Map<String, String> fields) {
        return Optional.ofNullable(fields.remove("reason"))
                .map(String::strip)
                .filter(r -> !r.isEmpty() && r.length() <= LookupScreen.LONGEST_REASON);
    }
}
