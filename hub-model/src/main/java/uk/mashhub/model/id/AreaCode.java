package uk.mashhub.model.id;

import java.util.regex.Pattern;

/** A local authority area by its ONS nine-character code (GSS), such as {@code E09000012}. */
public record AreaCode(String value) {
    private static final Pattern GSS = Pattern.compile("[EWSN][0-9]{8}");

    public AreaCode {
        Checks.matches(value, GSS, "AreaCode");
    }

    @Override
    public String toString() {
        return value;
    }
}
