package uk.mashhub.model.id;

import java.util.regex.Pattern;

/**
 * Who the transport says is speaking: broker-validated user, client certificate subject, SFTP account or API client.
 * Never taken from a field of the message.
 */
public record Principal(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{1,63}");

    public Principal {
        Checks.matches(value, FORM, "Principal");
    }

    @Override
    public String toString() {
        return value;
    }
}
