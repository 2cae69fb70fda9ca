package uk.mashhub.match;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uk.mashhub.model.person.PersonDetails;

/**
 * Makes the keys under which a person is found again. Names, dates, postcodes and numbers are never stored for finding:
 * only their HMAC-SHA-256 (RFC 2104) under a key that is not in the database (ruling 17). Two records that
 * {@link Matcher} would call certain or possible by a rule share at least one key; those whom it would weigh share one too,
 * unless little but a number of theirs is alike.
 *
 * <p>Safe for use by several threads.
 */
public final class BlockingKeys {
    /**
     * Of what keys are made of. Whoever changes that raises it, so that those who were entered before are given the new ones;
     * 0 are those before anything was found by what is only alike, 1 those with sounds beside parts of dates, 2 those where
     * only a home or a telephone found names that are alike.
     */
    public static final int VERSION = 3;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    /**
     * @param hmacKey at least 32 random bytes; a copy is kept
     * @throws IllegalArgumentException if the key is shorter
     */
    public BlockingKeys(byte[] hmacKey) {
        if (hmacKey.length < KEY_BYTES) {
            throw new IllegalArgumentException("an HMAC key has at least 32 bytes");
        }
        this.key = new SecretKeySpec(hmacKey, ALGORITHM);
    }

    /** The keys of what a record says of a person. A record that says too little has none. */
    public Set<BlockingKey> of(PersonDetails details) {
        Mac mac = mac();
        return Stream.concat(
                        Traits.of(details).stream().map(t -> key(mac, t, false)),
                        Traits.alike(details).stream().map(t -> key(mac, t, true)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static BlockingKey key(Mac mac, String trait, boolean loose) {
        return BlockingKey.of(mac.doFinal(trait.getBytes(StandardCharsets.UTF_8)), loose);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            // Every Java platform has HmacSHA256 (java.security.Provider, standard algorithms).
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }

    @Override
    public String toString() {
        return "BlockingKeys[key not shown]";
    }
}
