package uk.mashhub.model.id;

import java.util.regex.Pattern;

/** Names a person inside one message only (such as {@code child-1}); means nothing outside it. */
public record PersonKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/-]{1,80}");

    public PersonKey {
        Checks.matches(value, FORM, "PersonKey");
    }

    /** Prints nothing of the value: sources use identifiers as keys. */
    @Override
    public String toString() {
        return "PersonKey[not shown]";
    }
}
