package uk.mashhub.hub.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.triage.FormFields;
import uk.mashhub.model.id.ActId;

/**
 * An act as JSON: the fields of the form, with lists as arrays and null for a field left empty.
 *
 * @param id made by whoever acts, so that a repeat does nothing
 */
record ActRequest(ActId id, FormFields fields) {
    /** Larger than any form that a person fills in, in bytes. */
    private static final int LARGEST = 128 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Empty for anything that is no flat object with an id. */
    static Optional<ActRequest> read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return Optional.empty();
        }
        try {
            JsonNode act = JSON.readTree(body);
            Map<String, List<String>> fields = new HashMap<>();
            for (Map.Entry<String, JsonNode> field : act.properties()) {
                fields.put(field.getKey(), texts(field.getValue()));
            }
            List<String> id = fields.remove("id");
            return id == null || id.size() != 1
                    ? Optional.empty()
                    : Optional.of(new ActRequest(ActId.of(id.get(0)), new FormFields(fields)));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(text(value));
        }
        List<String> texts = new ArrayList<>();
        value.forEach(v -> texts.add(text(v)));
        return texts;
    }

    private static String text(JsonNode value) {
        if (!value.isString() && !value.isBoolean()) {
            throw new IllegalArgumentException("fields are texts, truths or lists of texts");
        }
        return value.asString();
    }
}
