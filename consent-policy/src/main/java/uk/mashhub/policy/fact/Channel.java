package uk.mashhub.policy.fact;

import java.util.Locale;

/** How something is sent. */
public enum Channel {
    /** Inside the hub: a broker queue or a screen of a signed-in team. */
    QUEUE,
    /** The answer to the request that carried a message, over the same authenticated connection. */
    REPLY,
    SFTP,
    SECURE_EMAIL,
    /** A letter. The old shared address is where it does harm. */
    POST,
    TELEPHONE,
    UNKNOWN;

    /** The channel of that name, whatever its case; UNKNOWN for every other word. */
    public static Channel of(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (Channel c : values()) {
            if (c.name().equals(name)) {
                return c;
            }
        }
        return UNKNOWN;
    }
}
