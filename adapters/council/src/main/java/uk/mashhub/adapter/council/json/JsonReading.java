package uk.mashhub.adapter.council.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * Reads one JSON text in UTF-8 (RFC 8259 section 8.1) into {@link Json}. Narrower than the RFC where it leaves a choice: a
 * name given twice in one object is refused, because two readers could each believe another one; so are NUL and lone
 * surrogates, which cannot be stored. At most 10 MiB, 24 levels and 200,000 tokens.
 */
public final class JsonReading {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(Received.LARGEST_MESSAGE)
                    .maxNestingDepth(24)
                    .maxTokenCount(200_000)
                    .maxNameLength(100)
                    .maxNumberLength(100)
                    .maxStringLength(Received.LARGEST_MESSAGE)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads.
     *
     * @throws Unreadable MALFORMED, FORBIDDEN_CONSTRUCT or TOO_LARGE, with the line
     */
    public static Json read(byte[] utf8) throws Unreadable {
        if (utf8.length > Received.LARGEST_MESSAGE) {
            throw new Unreadable(Fault.TOO_LARGE, "whole message", "larger than 10 MiB");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text(utf8))) {
            return new JsonReading(parser).document();
        } catch (StreamConstraintsException e) {
            throw new Unreadable(Fault.TOO_LARGE, line(e), "nested too deep, or too many or too long parts");
        } catch (JacksonException e) {
            // The message of the parser repeats the text around the fault.
            throw new Unreadable(Fault.MALFORMED, line(e), "not well-formed JSON");
        }
    }

    private static String text(byte[] utf8) throws Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(Fault.MALFORMED, "whole message", "not UTF-8");
        }
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null
                ? "whole message"
                : "line " + e.getLocation().getLineNr();
    }

    private Json document() throws Unreadable {
        if (parser.nextToken() == null) {
            throw new Unreadable(Fault.MALFORMED, "line 1", "empty");
        }
        Json value = value();
        if (parser.nextToken() != null) {
            throw new Unreadable(Fault.MALFORMED, "line " + lineNow(), "something follows the end");
        }
        return value;
    }

    private Json value() throws Unreadable {
        int line = lineNow();
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(line);
            case START_ARRAY -> elements(line);
            case VALUE_STRING -> new Json.Text(storable(parser.getString()), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(parser.getString(), line);
            case VALUE_TRUE -> new Json.Flag(true, line);
            case VALUE_FALSE -> new Json.Flag(false, line);
            case VALUE_NULL -> new Json.Nothing(line);
            default -> throw new Unreadable(Fault.MALFORMED, "line " + line, "not well-formed JSON");
        };
    }

    private Json members(int line) throws Unreadable {
        Map<String, Json> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = storable(parser.currentName());
            int nameLine = lineNow();
            parser.nextToken();
            if (values.put(name, value()) != null) {
                throw new Unreadable(Fault.FORBIDDEN_CONSTRUCT, "line " + nameLine, "a name is given twice");
            }
        }
        return new Json.Members(values, line);
    }

    private Json elements(int line) throws Unreadable {
        List<Json> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return new Json.Elements(values, line);
    }

    private String storable(String text) throws Unreadable {
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw new Unreadable(
                    Fault.FORBIDDEN_CONSTRUCT, "line " + lineNow(), "a text holds NUL or half of a character");
        }
        return text;
    }

    private int lineNow() {
        return parser.currentTokenLocation().getLineNr();
    }
}
