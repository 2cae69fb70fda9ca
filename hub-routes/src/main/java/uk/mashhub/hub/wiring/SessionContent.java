package uk.mashhub.hub.wiring;

import java.net.URL;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.jackson.SecurityJacksonModules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import uk.mashhub.hub.triage.Typed;

/**
 * What a session holds, as bytes: when it began and was used, and JSON that names the types of Spring Security that may stand in one, and no others.
 * Never Java's own serialisation: whoever could write such bytes into the database could run code here.
 */
final class SessionContent {
    /** The bytes before the JSON: two times, in milliseconds since 1970. */
    private static final int TIMES = 2 * Long.BYTES;

    private final JsonMapper json;

    SessionContent(ClassLoader loader) {
        this.json = JsonMapper.builder()
                .addModules(SecurityJacksonModules.getModules(
                        loader,
                        // Of claims: what List.of makes, and the issuer. Of forms: what somebody had typed into one
                        // that was refused.
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("java.util.ImmutableCollections$")
                                .allowIfSubType(URL.class)
                                .allowIfSubType(Typed.class)))
                .build();
    }

    /** A session as it was written. */
    record Held(Instant createdAt, Instant usedAt, Map<String, Object> attributes) {}

    /** @throws IllegalStateException if something stands in it that no session holds, and that could not be read again */
    byte[] write(Instant createdAt, Instant usedAt, Map<String, Object> attributes) {
        byte[] content = bytes(createdAt, usedAt, attributes);
        if (read(content).isEmpty()) {
            throw new IllegalStateException("a session holds what could not be read again");
        }
        return content;
    }

    private byte[] bytes(Instant createdAt, Instant usedAt, Map<String, Object> attributes) {
        try {
            byte[] held = json.writeValueAsBytes(new LinkedHashMap<>(attributes));
            return ByteBuffer.allocate(TIMES + held.length)
                    .putLong(createdAt.toEpochMilli())
                    .putLong(usedAt.toEpochMilli())
                    .put(held)
                    .array();
        } catch (JacksonException e) {
            // Without what Jackson says, which repeats values.
            throw new IllegalStateException(
                    "a session cannot be written: " + e.getClass().getSimpleName());
        }
    }

    /** Empty if another release wrote it, in a form that this one does not know: people sign in again. */
    Optional<Held> read(byte[] content) {
        try {
            ByteBuffer times = ByteBuffer.wrap(content);
            Instant createdAt = Instant.ofEpochMilli(times.getLong());
            Instant usedAt = Instant.ofEpochMilli(times.getLong());
            Map<?, ?> held = json.readValue(Arrays.copyOfRange(content, TIMES, content.length), Map.class);
            Map<String, Object> attributes = new LinkedHashMap<>();
            held.forEach((name, value) -> attributes.put(String.valueOf(name), value));
            return Optional.of(new Held(createdAt, usedAt, attributes));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
