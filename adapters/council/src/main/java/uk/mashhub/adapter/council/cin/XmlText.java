package uk.mashhub.adapter.council.cin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

/**
 * The characters of an XML document (XML 1.0 appendix F). They are decoded here, because the parser of the JDK prints a
 * fault of the encoding to the process's standard error by itself.
 */
final class XmlText {
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,20})[\"']");
    private static final List<String> READ = List.of("UTF-8", "US-ASCII", "ISO-8859-1", "WINDOWS-1252");

    private XmlText() {}

    /**
     * Decodes.
     *
     * @throws Unreadable MALFORMED if the bytes are not of the encoding, or that encoding is not read
     */
    static String of(byte[] document) throws Unreadable {
        try {
            String text = charset(document)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable(Fault.MALFORMED, "whole file", "not in the encoding that it names");
        }
    }

    private static Charset charset(byte[] document) throws Unreadable {
        if (document.length >= 2
                && (document[0] == (byte) 0xFE && document[1] == (byte) 0xFF
                        || document[0] == (byte) 0xFF && document[1] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(document, 0, Math.min(DECLARATION, document.length), StandardCharsets.ISO_8859_1);
        Matcher named = ENCODING.matcher(start.replaceFirst("^\u00EF\u00BB\u00BF", ""));
        String name = named.find() ? named.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        if (!READ.contains(name)) {
            throw new Unreadable(Fault.MALFORMED, "line 1", "an encoding that is not read");
        }
        return Charset.forName(name);
    }
}
