package uk.mashhub.hub.api.fhir;

import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.api.MessageIds;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.model.id.MessageId;

/** What a Bundle calls itself: {@code Bundle.identifier.value} (FHIR R4, Bundle). */
final class BundleName {
    /** Of a Bundle too large to be read. */
    static final MessageId UNREAD = new MessageId("unread");

    private static final JsonMapper JSON = JsonMapper.shared();

    private BundleName() {}

    /** Its name; for one that has none or cannot be read, one that follows from its bytes, so that a repeat is one. */
    static MessageId of(byte[] bundle) {
        return identifier(bundle)
                .flatMap(MessageIds::of)
                .orElseGet(() -> new MessageId("sha256-" + HexFormat.of().formatHex(Digests.of(bundle))));
    }

    private static Optional<String> identifier(byte[] bundle) {
        try (JsonParser parser = JSON.createParser(bundle)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean identifier = parser.currentName().equals("identifier");
                parser.nextToken();
                if (identifier) {
                    return parser.currentToken() == JsonToken.START_OBJECT ? value(parser) : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean value = parser.currentName().equals("value");
            if (parser.nextToken() == JsonToken.VALUE_STRING && value) {
                return Optional.of(parser.getString());
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }
}
