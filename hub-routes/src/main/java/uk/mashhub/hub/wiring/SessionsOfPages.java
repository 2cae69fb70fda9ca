package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.SessionRepository;
import uk.mashhub.hub.storage.SessionStore;
import uk.mashhub.model.RandomSource;

/**
 * Where sessions of people at the pages are, for every hub of the database: whichever is asked knows who is signed in, and the death
 * of one ends no session. One of somebody who has not signed in ends after five minutes; any other after half an hour without a click
 * ({@code server.servlet.session.timeout}), when the provider signs that person out, and after the longest shift however busy it is: a
 * screen that somebody left open, or a stolen cookie, is good for so long and no longer (OWASP ASVS 5.0, 7.3.2).
 */
final class SessionsOfPages implements SessionRepository<SessionOfPages> {
    static final Duration LONGEST = Duration.ofHours(12);
    /** As long as a sign-in at the provider takes: anybody can have one of these written down who sends a request. */
    static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(5);

    /** That somebody clicks is written down no more often; a session may end so much before its half hour. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 32;

    private final SessionStore store;
    private final SessionContent contents;
    private final SessionRoom room;
    private final Duration idle;
    private final Clock clock;
    private final RandomSource random;

    SessionsOfPages(
            SessionStore store,
            SessionContent contents,
            SessionRoom room,
            Duration idle,
            Clock clock,
            RandomSource random) {
        this.store = store;
        this.contents = contents;
        this.room = room;
        this.idle = idle;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public SessionOfPages createSession() {
        Instant now = clock.instant();
        return new SessionOfPages(Optional.empty(), this::secret, now, now, idle, Map.of());
    }

    @Override
    public @Nullable SessionOfPages findById(String secret) {
        Instant now = clock.instant();
        Optional<SessionStore.Kept> kept = store.find(secret, now);
        Optional<SessionContent.Held> held = kept.flatMap(k -> contents.read(k.content()));
        if (kept.isEmpty()
                || held.isEmpty()
                || !ends(held.get(), held.get().usedAt()).isAfter(now)) {
            return null;
        }
        Instant createdAt = held.get().createdAt();
        if (held.get().usedAt().plus(SELDOM).isBefore(now)) {
            byte[] content = contents.write(createdAt, now, held.get().attributes());
            store.used(
                    secret, SessionOwner.of(held.get().attributes()), kept.get(), content, now, ends(held.get(), now));
        }
        return new SessionOfPages(
                Optional.of(secret),
                this::secret,
                createdAt,
                now,
                idle,
                held.get().attributes());
    }

    @Override
    public void save(SessionOfPages session) {
        if (!session.changed()) {
            return;
        }
        Instant usedAt = session.getLastAccessedTime();
        byte[] content = contents.write(session.getCreationTime(), usedAt, session.attributes());
        Instant endsAt = ends(session.getCreationTime(), usedAt, session.attributes());
        SessionStore.Whose whose = SessionOwner.of(session.attributes());
        if (session.storedAs().isPresent()) {
            store.replace(session.storedAs().get(), session.getId(), whose, content, usedAt, endsAt);
        } else if (signedIn(session.attributes()) || room.take(clock.instant())) {
            store.add(session.getId(), whose, content, usedAt, endsAt);
        } else {
            return;
        }
        session.stored();
    }

    @Override
    public void deleteById(String secret) {
        store.drop(secret);
    }

    /** Takes away those that have ended. */
    void expire() {
        store.dropEnded(clock.instant());
    }

    private Instant ends(SessionContent.Held held, Instant usedAt) {
        return ends(held.createdAt(), usedAt, held.attributes());
    }

    private Instant ends(Instant createdAt, Instant usedAt, Map<String, Object> attributes) {
        Instant idles = earlier(usedAt.plus(idle), signedIn(attributes) ? Instant.MAX : usedAt.plus(BEFORE_SIGN_IN));
        return earlier(idles, createdAt.plus(LONGEST));
    }

    private static boolean signedIn(Map<String, Object> attributes) {
        return attributes.containsKey(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private String secret() {
        return HexFormat.of().formatHex(random.bytes(SECRET_BYTES));
    }
}
