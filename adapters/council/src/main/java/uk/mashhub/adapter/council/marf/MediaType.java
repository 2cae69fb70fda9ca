package uk.mashhub.adapter.council.marf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Kinds of file that an attachment may be, each known by its first bytes. Whatever else arrives is evidence too and is
 * kept, as bytes that nothing opens by itself.
 */
final class MediaType {
    /** What a file is called that is not on the list, or is not what it says it is (RFC 2046 section 4.5.1). */
    static final String UNKNOWN = "application/octet-stream";

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Map<String, Predicate<byte[]>> LISTED = Map.of(
            "application/pdf",
            starts(0, "%PDF-"),
            "image/jpeg",
            starts(0, "\u00FF\u00D8\u00FF"),
            "image/png",
            starts(0, "\u0089PNG\r\n\u001A\n"),
            "image/gif",
            starts(0, "GIF8"),
            "image/heic",
            starts(4, "ftyp"),
            "image/tiff",
            starts(0, "II*\0").or(starts(0, "MM\0*")),
            "text/plain",
            MediaType::plainText,
            "application/rtf",
            starts(0, "{\\rtf"),
            "application/msword",
            starts(0, "\u00D0\u00CF\u0011\u00E0"),
            WORD,
            starts(0, "PK\u0003\u0004"));

    private MediaType() {}

    /** The listed type that a file says it has and has. */
    static Optional<String> of(String said, byte[] file) {
        String type = said.strip().toLowerCase(Locale.ROOT);
        Predicate<byte[]> signature = LISTED.get(type);
        return signature != null && signature.test(file) ? Optional.of(type) : Optional.empty();
    }

    private static Predicate<byte[]> starts(int at, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        return file -> file.length >= at + expected.length
                && ByteBuffer.wrap(file, at, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private static boolean plainText(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
