package uk.mashhub.log;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The forms that clear text in an entry may have: too narrow for a name, an address, a telephone number or an NHS number.
 * A message says which part was wrong and never repeats it.
 */
final class Form {
    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern UUID = Pattern.compile(UUID_FORM);
    private static final Pattern SLUG_OR_UUID = Pattern.compile(UUID_FORM + "|[a-z][a-z0-9.-]{1,127}");
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}|none");

    private Form() {}

    static void uuid(String value, String part) {
        require(value, UUID, part);
    }

    static void who(String value, String part) {
        require(value, SLUG_OR_UUID, part);
    }

    static void word(String value, String part) {
        require(value, WORD, part);
    }

    static void hash(String value, String part) {
        require(value, HASH, part);
    }

    private static void require(String value, Pattern form, String part) {
        Objects.requireNonNull(value, part);
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(part + " is not of the form " + form.pattern());
        }
    }
}
