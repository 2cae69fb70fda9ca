package uk.mashhub.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The one byte form of a JSON value: RFC 8785 (JCS). Two people who write the same object in any order, with any white
 * space, get the same bytes, so hashes and signatures over it can be made again by anybody.
 *
 * <p>Stricter than the RFC in what it takes: a text that is not well-formed Unicode is refused rather than mended, since
 * mending would give two contents one form, and nesting stops at {@link #MAX_DEPTH}.
 */
public final class CanonicalJson {
    /** How deep objects and arrays may stand in one another. */
    public static final int MAX_DEPTH = 64;

    private CanonicalJson() {}

    /**
     * The canonical bytes of an object.
     *
     * @param object values are String, Boolean, Integer, Long (within 2^53 - 1, RFC 7493 section 2.2), finite Double, List
     *     and Map of such
     * @throws IllegalArgumentException if a value is something else
     */
    public static byte[] of(Map<String, ?> object) {
        try {
            return strictUtf8(JsonText.of(object));
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("not well-formed Unicode");
        }
    }

    /**
     * The canonical bytes of an object or array given as JSON text.
     *
     * @throws IllegalArgumentException if the text is not I-JSON (RFC 7493); the message repeats none of it
     */
    public static byte[] ofText(String json) {
        requireShallow(json);
        try {
            return strictUtf8(new JsonCanonicalizer(json).getEncodedString());
        } catch (IOException | RuntimeException malformed) {
            // The cause is dropped on purpose: the library's messages repeat what it read.
            throw new IllegalArgumentException("not well-formed JSON");
        }
    }

    /** Whether these bytes are canonical JSON, exactly. Never throws, whatever the bytes. */
    public static boolean isCanonical(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Arrays.equals(bytes, ofText(text));
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static byte[] strictUtf8(String text) throws CharacterCodingException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        return Arrays.copyOf(encoded.array(), encoded.limit());
    }

    /** The library reads by recursion, so a hostile text could otherwise end the thread's stack. */
    private static void requireShallow(String json) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                inString = !inString;
            } else if (inString && c == '\\') {
                i++;
            } else if (!inString && (c == '{' || c == '[') && ++depth > MAX_DEPTH) {
                throw new IllegalArgumentException("JSON nested deeper than " + MAX_DEPTH);
            } else if (!inString && (c == '}' || c == ']')) {
                depth--;
            }
        }
    }
}
