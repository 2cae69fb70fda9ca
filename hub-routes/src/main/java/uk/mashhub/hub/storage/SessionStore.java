package uk.mashhub.hub.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions of people at the pages, where every hub of the database finds them. A row is found by a part of the SHA-256 of what the
 * browser holds, and its body is sealed and authenticated together with that: nobody who reads the database has anybody's session,
 * and nobody who writes to it can give one to another browser.
 */
public final class SessionStore {
    /** For whom they are sealed; {@code ./mash keys rotate} takes it. */
    static final String HOLDER = "hub:sessions";

    private static final String TABLE = "web_session";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Hmac names;

    public SessionStore(JdbcClient jdbc, Vault vault, KeyRing keys) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.names = new Hmac(keys.secret(KeyUse.HANDLES));
    }

    /**
     * Whose session it is, as the provider names them. Kept as hashes under a key.
     *
     * @param person the claim {@code sub}
     * @param signIn the claim {@code sid}, the session there (OpenID Connect Back-Channel Logout 1.0 section 2.1)
     * @param at when the provider said so, by its own clock: the token's claim {@code iat}
     */
    public record Whose(Optional<String> person, Optional<String> signIn, Instant at) {
        /** Of somebody who has not signed in. */
        public static final Whose NOBODYS = new Whose(Optional.empty(), Optional.empty(), Instant.EPOCH);

        private boolean namesNobody() {
            return person.isEmpty() && signIn.isEmpty();
        }

        @Override
        public String toString() {
            return "Whose";
        }
    }

    /**
     * One as it is stored.
     *
     * @param sealed as it lies there
     */
    public record Kept(byte[] content, byte[] sealed) {
        @Override
        public String toString() {
            return "Kept";
        }
    }

    /**
     * The one that a browser's secret names, if its row does not say that it has ended, and no sign-out at the provider that came after the
     * sign-in does; empty also if anybody else changed the row, or the key of its epoch is gone. When it ends must be read in the content:
     * whoever writes to the database can change the row's times.
     */
    public Optional<Kept> find(String secret, Instant now) {
        UUID id = id(secret);
        return jdbc.sql("select epoch, wrapped_key, body from web_session s where session_id = :id"
                        + " and ends_at > :now and not exists (select from web_sign_out o where o.at >= s.issued_at"
                        + " and (o.person is null or o.person = s.person) and (o.sign_in is null or o.sign_in = s.sign_in"
                        + " or s.sign_in is null and o.person = s.person))")
                .param("id", id)
                .param("now", Columns.time(now))
                .query((row, n) -> kept(
                        id,
                        new SealedBody(
                                HOLDER, row.getLong("epoch"), row.getBytes("wrapped_key"), row.getBytes("body"))))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<Kept> kept(UUID id, SealedBody sealed) {
        try {
            return Optional.of(new Kept(vault.open(name(id), sealed), sealed.body()));
        } catch (VaultBroken | KeyMissing e) {
            return Optional.empty();
        }
    }

    /**
     * How many have not ended, and will have by then: almost all of them before a sign-in, which anybody can begin and which end soonest.
     *
     * @param most further than that is not counted
     */
    public long ending(Instant now, Instant by, long most) {
        return jdbc.sql("select count(*) from (select from web_session where ends_at > :now and ends_at <= :by"
                        + " limit :most) ending")
                .param("now", Columns.time(now))
                .param("by", Columns.time(by))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** A new one. */
    public void add(String secret, Whose whose, byte[] content, Instant usedAt, Instant endsAt) {
        UUID id = id(secret);
        SealedBody sealed = vault.seal(name(id), HOLDER, content);
        jdbc.sql("insert into web_session (session_id, person, sign_in, issued_at, used_at, ends_at, epoch,"
                        + " wrapped_key, body)"
                        + " values (:id, :person, :signIn, :issued, :used, :ends, :epoch, :key, :body)")
                .param("id", id)
                .param("person", person(whose), Types.BINARY)
                .param("signIn", signIn(whose), Types.BINARY)
                .param("issued", Columns.time(whose.at()))
                .param("used", Columns.time(usedAt))
                .param("ends", Columns.time(endsAt))
                .param("epoch", sealed.epoch())
                .param("key", sealed.wrappedKey())
                .param("body", sealed.body())
                .update();
    }

    /**
     * Another content, and from now on another secret if it was given one. One that has ended meanwhile stays ended. It is one statement:
     * a sign-out that waits for it finds the row still there, and ends it.
     */
    public void replace(String before, String secret, Whose whose, byte[] content, Instant usedAt, Instant endsAt) {
        write(before, secret, whose, Optional.empty(), content, usedAt, endsAt);
    }

    private void write(
            String before,
            String secret,
            Whose whose,
            Optional<Kept> was,
            byte[] content,
            Instant usedAt,
            Instant endsAt) {
        UUID id = id(secret);
        SealedBody sealed = vault.seal(name(id), HOLDER, content);
        jdbc.sql("update web_session set session_id = :id, person = :person, sign_in = :signIn, issued_at = :issued,"
                        + " used_at = :used, ends_at = :ends, epoch = :epoch, wrapped_key = :key, body = :body"
                        + " where session_id = :before and (body = :was) is not false")
                .param("id", id)
                .param("person", person(whose), Types.BINARY)
                .param("signIn", signIn(whose), Types.BINARY)
                .param("issued", Columns.time(whose.at()))
                .param("used", Columns.time(usedAt))
                .param("ends", Columns.time(endsAt))
                .param("epoch", sealed.epoch())
                .param("key", sealed.wrappedKey())
                .param("body", sealed.body())
                .param("before", id(before))
                .param("was", was.map(Kept::sealed).orElse(null), Types.BINARY)
                .update();
    }

    /**
     * Somebody uses it. Where another request has written it down meanwhile, that stands.
     *
     * @param was as it was found
     */
    public void used(String secret, Whose whose, Kept was, byte[] content, Instant usedAt, Instant endsAt) {
        write(secret, secret, whose, Optional.of(was), content, usedAt, endsAt);
    }

    /** Ends it. */
    public void drop(String secret) {
        jdbc.sql("delete from web_session where session_id = :id")
                .param("id", id(secret))
                .update();
    }

    /**
     * Ends all that are of this person and came of this sign-in; what is empty is not asked for. Of a session whose sign-in is not
     * known the person is enough. A sign-in of before it that is still under way, which no row tells of yet, makes none either.
     *
     * @param remembered until when: for as long as such a session could last
     * @return how many
     * @throws IllegalArgumentException if nobody is named: that would be everybody
     */
    public int dropOf(Whose whose, Instant remembered) {
        if (whose.namesNobody()) {
            throw new IllegalArgumentException("a sign-out that names nobody");
        }
        return jdbc.sql("with remembered as (insert into web_sign_out (person, sign_in, at, ends_at)"
                        + " values (:person, :signIn, :at, :ends) on conflict (person, sign_in) do update set"
                        + " at = greatest(web_sign_out.at, excluded.at),"
                        + " ends_at = greatest(web_sign_out.ends_at, excluded.ends_at))"
                        + " delete from web_session where (cast(:person as bytea) is null or person = :person)"
                        + " and (cast(:signIn as bytea) is null or sign_in = :signIn"
                        + " or sign_in is null and person = :person)")
                .param("person", person(whose), Types.BINARY)
                .param("signIn", signIn(whose), Types.BINARY)
                .param("at", Columns.time(whose.at()))
                .param("ends", Columns.time(remembered))
                .update();
    }

    private byte @Nullable [] person(Whose whose) {
        return whose.person().map(sub -> names.of("session of", sub)).orElse(null);
    }

    private byte @Nullable [] signIn(Whose whose) {
        return whose.signIn().map(sid -> names.of("session by", sid)).orElse(null);
    }

    /** Takes away those that have ended, and sign-outs that no session is left for. */
    public void dropEnded(Instant now) {
        jdbc.sql("with forgotten as (delete from web_sign_out where ends_at <= :now)"
                        + " delete from web_session where ends_at <= :now")
                .param("now", Columns.time(now))
                .update();
    }

    private static BodyName name(UUID id) {
        return new BodyName(TABLE, id, 0);
    }

    /** The first 128 bits: as many as nobody finds a second secret for. */
    private static UUID id(String secret) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
