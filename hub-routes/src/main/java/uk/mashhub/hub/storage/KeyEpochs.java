package uk.mashhub.hub.storage;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys under which anything in the database was ever sealed, beside those that the keystore file holds now. */
public final class KeyEpochs {
    /** Looked for one by one: whether there is any at all could also be asked by reading every key. */
    static final String USED =
            "select holder, epoch from key_epoch k where retired_at is null or coalesce((select true from"
                    + " key_wrap w where w.holder = k.holder and w.epoch = k.epoch limit 1), false) order by holder, epoch";

    private final JdbcClient jdbc;
    private final KeyRing keys;
    private final DestroyedKeys outside;

    /** One of them: the holder's key of an epoch. */
    record KeyEpoch(String holder, long epoch) implements Comparable<KeyEpoch> {
        @Override
        public int compareTo(KeyEpoch other) {
            return Comparator.comparing(KeyEpoch::holder)
                    .thenComparingLong(KeyEpoch::epoch)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return holder + " (epoch " + epoch + ")";
        }
    }

    /** @param outside what erasures have destroyed that this database may be too old to know of */
    public KeyEpochs(JdbcClient jdbc, KeyRing keys, DestroyedKeys outside) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.outside = outside;
    }

    /**
     * Looks whether every key is there, then destroys again what an erasure has destroyed and an old copy of the keystore has brought
     * back: what was erased stays dark.
     *
     * @return how many keys
     * @throws KeyMissing as {@link #check} says; nothing is changed then
     */
    public int destroyAgain() {
        // First: a holder's new key that the database uses must come from the right keystore, never be made here.
        check();
        List<KeyEpoch> destroyed = jdbc.sql(
                        "select distinct holder, epoch from erasure_key where destroyed_at is not null")
                .query((row, n) -> new KeyEpoch(row.getString("holder"), row.getLong("epoch")))
                .list();
        outside.add(destroyed);
        List<KeyEpoch> all = List.copyOf(outside.all());
        List<KeyEpoch> lacking = keys.lacking(all);
        List<KeyEpoch> back = all.stream().filter(k -> !lacking.contains(k)).toList();
        back.forEach(k -> {
            // As the erasure did: a copy from before it has no newer one, and the newest is not destroyed.
            keys.renew(k.holder(), k.epoch());
            keys.destroy(k.holder(), k.epoch());
        });
        return back.size();
    }

    /**
     * Looks whether every key is there, in the file itself, and none of them was destroyed by an erasure. One that was is not missed
     * once nothing is under it.
     *
     * @throws KeyMissing if not so, naming holders and epochs, or if the keystore cannot be read
     */
    public void check() {
        List<KeyEpoch> used = jdbc.sql(USED)
                .query((row, n) -> new KeyEpoch(row.getString("holder"), row.getLong("epoch")))
                .list();
        List<KeyEpoch> lacking = keys.lacking(used);
        if (!lacking.isEmpty()) {
            throw new KeyMissing("the keystore is older than the database, or another's: it lacks the keys of "
                    + words(lacking)
                    + ". Put back the newest keystore; the hub makes no keys in their place. If these keys were"
                    + " destroyed by an erasure, this database is a backup from before it, and cannot be opened any"
                    + " more");
        }
        Set<KeyEpoch> destroyed = outside.all();
        List<KeyEpoch> dark = used.stream().filter(destroyed::contains).toList();
        if (!dark.isEmpty()) {
            throw new KeyMissing("this database is a backup from before an erasure, which destroyed the keys of "
                    + words(dark)
                    + ": take a later backup and the newest keystore, and destroy this copy of the keystore,"
                    + " which has them still");
        }
    }

    private static String words(List<KeyEpoch> keys) {
        return keys.stream().map(KeyEpoch::toString).collect(Collectors.joining(", "));
    }
}
