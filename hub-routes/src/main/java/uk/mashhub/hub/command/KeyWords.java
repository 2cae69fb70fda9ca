package uk.mashhub.hub.command;

import java.util.Locale;
import uk.mashhub.hub.storage.KeyUse;

/**
 * A key of the keystore in words, by its name there; nothing of the key itself.
 *
 * @param epoch 1 for a key of which there is one alone
 * @param renewal whether and how it can be renewed, and if not, why
 */
record KeyWords(String name, String use, String algorithm, long epoch, String renewal) {
    /** What can be renewed while the hub runs. */
    static final String ONLINE = "keys rotate --holder";

    static KeyWords of(String alias) {
        String rest = alias.substring(alias.indexOf('/') + 1);
        return switch (alias.substring(0, Math.max(0, alias.indexOf('/')))) {
            case "holder" ->
                new KeyWords(
                        rest.substring(0, rest.lastIndexOf('/')),
                        "wraps the keys of what is sealed for it",
                        "AES-256 key wrap (RFC 3394)",
                        Long.parseLong(rest.substring(rest.lastIndexOf('/') + 1)),
                        ONLINE);
            case "hpke" ->
                new KeyWords(
                        rest,
                        "opens messages that are sealed for it",
                        "X25519 (RFC 9180)",
                        1,
                        "no: what lies in its queue could not be opened any more");
            case "database" ->
                new KeyWords(
                        rest,
                        "password of the embedded database",
                        "32 random bytes",
                        1,
                        "no: only the hub itself uses it");
            default -> use(rest);
        };
    }

    private static KeyWords use(String name) {
        return switch (KeyUse.valueOf(name.toUpperCase(Locale.ROOT))) {
            case BLOCKING -> hmac(name, "finds people, and looks things up in the log");
            case MESSAGE_DIGEST -> hmac(name, "knows messages again");
            case HANDLES -> hmac(name, "makes the ids that readers see");
            case POLICY_SEAL ->
                new KeyWords(
                        name,
                        "seals views (ruling 20)",
                        "HMAC-SHA-256",
                        1,
                        "no: every view that is stored bears its seal");
            case LOG_SIGNING ->
                new KeyWords(
                        name,
                        "signs the disclosure log",
                        "Ed25519 (RFC 8032)",
                        1,
                        "no: it is the log's name to every witness and receipt; another key is another log");
        };
    }

    private static KeyWords hmac(String name, String use) {
        return new KeyWords(name, use, "HMAC-SHA-256", 1, "no: what is stored under it could not be found any more");
    }
}
