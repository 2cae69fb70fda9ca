package uk.mashhub.model.id;

import java.util.regex.Pattern;

/** The sender's own name for a message; unique for one principal. 1 to 128 visible ASCII characters. */
public record MessageId(String value) {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

    public MessageId {
        Checks.matches(value, FORM, "MessageId");
    }

    /** Prints nothing of the value: senders put surnames into message ids. */
    @Override
    public String toString() {
        return "MessageId[not shown]";
    }
}
