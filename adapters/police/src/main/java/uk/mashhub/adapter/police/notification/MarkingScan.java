package uk.mashhub.adapter.police.notification;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.mashhub.adapter.police.sheet.Marking;

/**
 * Looks for a marking in bytes that are no readable notification, so that a torn or misshapen SECRET document is not put
 * into quarantine whole (ruling 26).
 */
final class MarkingScan {
    private static final Pattern MARKING =
            Pattern.compile("(?is)<(?:[\\w.-]+:)?classification\\b[^<>]*>\\s*(?:<!\\[CDATA\\[)?([^<\\]]{0,200})"
                    + "|classification\\s*=\\s*[\"']([^\"'<]{0,200})");

    private MarkingScan() {}

    /** Where a marking above OFFICIAL-SENSITIVE may stand, if anywhere. */
    static Optional<String> find(byte[] message) {
        // Zero bytes dropped, UTF-16 reads as Latin-1 for the letters that matter.
        String text = new String(message, StandardCharsets.ISO_8859_1).replace("\0", "");
        return MARKING.matcher(text)
                        .results()
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .anyMatch(Marking::tooHigh)
                ? Optional.of("/notification/header/classification")
                : Optional.empty();
    }
}
