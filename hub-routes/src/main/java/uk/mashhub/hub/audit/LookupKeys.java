package uk.mashhub.hub.audit;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import uk.mashhub.hub.storage.Hmac;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.person.NhsNumber;

/**
 * What rows of the index over the log are found by: HMACs, so that the database can compare a name, a number, a rule or a
 * record and holds none of them (ruling 17).
 */
public final class LookupKeys {
    private final Hmac hmac;

    /** @param secret of which the key for this use is derived */
    public LookupKeys(byte[] secret) {
        this.hmac = new Hmac(new Hmac(secret).of("log-lookup", new byte[0]));
    }

    /** A name, whatever its case, accents and punctuation. */
    public byte[] name(String full) {
        return of("name", plain(full));
    }

    /** The same of a name for whoever compares two. */
    public static String plain(String full) {
        return Normalizer.normalize(full, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public byte[] number(NhsNumber number) {
        return of("nhs-number", number.value());
    }

    /** A rule of the policy. */
    public byte[] rule(String id) {
        return of("rule", id);
    }

    /** A record by its source's own number. */
    public byte[] record(String id) {
        return of("record", id);
    }

    /** What a lead asks a trace of. */
    byte[] trace(AreaCode area, String reference, String record) {
        return of("trace", area + "\n" + reference + "\n" + record);
    }

    /** Whom an account is about. */
    public byte[] account(AreaCode area, String name, LocalDate born) {
        return of("account", area + "\n" + plain(name) + "\n" + born);
    }

    /** What a row says, to be compared with what the row before said. */
    byte[] digest(byte[] said) {
        return hmac.of("said", said);
    }

    private byte[] of(String use, String value) {
        return hmac.of(use, value.getBytes(StandardCharsets.UTF_8));
    }
}
