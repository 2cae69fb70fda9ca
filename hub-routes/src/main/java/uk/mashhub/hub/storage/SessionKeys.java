package uk.mashhub.hub.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * The keys of sessions: another each day, and the ones before are destroyed as soon as no session can be sealed with them. What somebody
 * typed into a form that was refused lies in a session, and no erasure knows of it: so it goes with the key, wherever a copy of the row
 * lies. They stand in no list of destroyed keys: one that an old copy of the keystore brings back is destroyed again here.
 */
public final class SessionKeys {
    static final Duration DAY = Duration.ofDays(1);
    private static final String NAME = "holder/" + SessionStore.HOLDER + "/";

    private final KeyRing keys;
    private final Duration longest;

    /** @param longest that a session lasts */
    public SessionKeys(KeyRing keys, Duration longest) {
        this.keys = keys;
        this.longest = longest;
    }

    /**
     * Looks whether one is due to be made or destroyed. Any hub may, and as often as it likes.
     *
     * @param now by the machine's clock, as the keystore's times are
     */
    public void look(Instant now) {
        TreeMap<Long, Instant> made = new TreeMap<>();
        keys.list().forEach((name, at) -> {
            if (name.startsWith(NAME)) {
                made.put(Long.parseLong(name.substring(NAME.length())), at);
            }
        });
        if (made.isEmpty()) {
            return;
        }
        long newest = made.lastKey();
        Instant since = made.lastEntry().getValue();
        if (!since.plus(longest).isAfter(now)) {
            List.copyOf(made.headMap(newest).keySet()).forEach(epoch -> keys.destroy(SessionStore.HOLDER, epoch));
        }
        if (!since.plus(DAY).isAfter(now)) {
            keys.renew(SessionStore.HOLDER, newest);
        }
    }
}
