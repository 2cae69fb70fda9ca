package uk.mashhub.hub.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** One session in one request. What is put into it is written down when the request ends ({@link SessionsOfPages}). */
final class SessionOfPages implements Session {
    private final Supplier<String> secrets;
    private final Instant createdAt;
    private final Instant usedAt;
    private final Map<String, Object> attributes;
    private Optional<String> storedAs;
    private String secret;
    private Duration idle;
    private boolean changed;

    /**
     * @param storedAs the secret under which it is stored; empty for a new one
     * @param secrets makes a new one
     * @param usedAt by this request
     */
    SessionOfPages(
            Optional<String> storedAs,
            Supplier<String> secrets,
            Instant createdAt,
            Instant usedAt,
            Duration idle,
            Map<String, Object> attributes) {
        this.storedAs = storedAs;
        this.secrets = secrets;
        this.secret = storedAs.orElseGet(secrets);
        this.createdAt = createdAt;
        this.usedAt = usedAt;
        this.idle = idle;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    Optional<String> storedAs() {
        return storedAs;
    }

    /** Whether what is stored is not what this holds. */
    boolean changed() {
        return changed || !storedAs.equals(Optional.of(secret));
    }

    /** It is written down as it is now. */
    void stored() {
        storedAs = Optional.of(secret);
        changed = false;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    public String getId() {
        return secret;
    }

    /** After a sign-in: whoever knew the session before does not know it now. */
    @Override
    public String changeSessionId() {
        secret = secrets.get();
        return secret;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            attributes.put(name, value);
            changed = true;
        }
    }

    @Override
    public void removeAttribute(String name) {
        changed |= attributes.remove(name) != null;
    }

    @Override
    public Instant getCreationTime() {
        return createdAt;
    }

    /** By one clock alone: the store's. */
    @Override
    public void setLastAccessedTime(Instant at) {
        // The request's time is known since it was found.
    }

    @Override
    public Instant getLastAccessedTime() {
        return usedAt;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        idle = interval;
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    /** One that has ended is not found in the first place. */
    @Override
    public boolean isExpired() {
        return false;
    }

    @Override
    public String toString() {
        return "SessionOfPages[" + createdAt + "]";
    }
}
