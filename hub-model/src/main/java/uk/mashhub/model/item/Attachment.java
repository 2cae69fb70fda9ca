package uk.mashhub.model.item;

import java.util.Objects;

/**
 * A file that came with an item. A first-class part of it: a photograph of a bruise is evidence.
 *
 * @param fileName as the source named it; may itself locate a person
 * @param base64 the bytes in base64 (RFC 4648 section 4)
 */
public record Attachment(String fileName, String mediaType, String base64) {
    public Attachment {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(base64, "base64");
    }

    /** Not even the media type: senders put file names into its parameters (RFC 2045 section 5.1). */
    @Override
    public String toString() {
        return "Attachment[not shown]";
    }
}
