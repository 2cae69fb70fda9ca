package uk.mashhub.model.id;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Checks shared by the ids. Messages name the kind of id and never repeat the value. */
final class Checks {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Checks() {}

    /** Reads the text form of RFC 9562 section 4 and no shorter one. */
    static UUID uuid(String text, String kind) {
        matches(text, UUID_FORM, kind);
        return UUID.fromString(text);
    }

    static void slug(String value, String kind) {
        matches(value, SLUG, kind);
    }

    static void matches(String value, Pattern pattern, String kind) {
        Objects.requireNonNull(value, kind);
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(kind + " is not of the form " + pattern.pattern());
        }
    }
}
