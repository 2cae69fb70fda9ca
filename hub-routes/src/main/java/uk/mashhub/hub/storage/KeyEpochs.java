package uk.mashhub.hub.storage;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys under which anything in the database was ever sealed, beside those that the keystore file holds now. */
public final class KeyEpochs {
    private final JdbcClient jdbc;
    private final KeyRing keys;

    /** One of them: the holder's key of an epoch. */
    record KeyEpoch(String holder, long epoch) {
        @Override
        public String toString() {
            return holder + " (epoch " + epoch + ")";
        }
    }

    public KeyEpochs(JdbcClient jdbc, KeyRing keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Destroys again what an erasure has destroyed and an old copy of the keystore has brought back: what was erased stays dark.
     *
     * @return how many keys
     */
    public int destroyAgain() {
        List<KeyEpoch> destroyed = jdbc.sql(
                        "select distinct holder, epoch from erasure_key where destroyed_at is not null")
                .query((row, n) -> new KeyEpoch(row.getString("holder"), row.getLong("epoch")))
                .list();
        List<KeyEpoch> lacking = keys.lacking(destroyed);
        List<KeyEpoch> back =
                destroyed.stream().filter(k -> !lacking.contains(k)).toList();
        back.forEach(k -> keys.destroy(k.holder(), k.epoch()));
        return back.size();
    }

    /**
     * Looks whether every key is there, in the file itself. One that an erasure has destroyed is not missed once nothing is
     * under it.
     *
     * @throws KeyMissing if one is not, naming holders and epochs, or if the keystore cannot be read
     */
    public void check() {
        List<KeyEpoch> used = jdbc.sql(
                        "select holder, epoch from key_epoch k where retired_at is null or exists (select from"
                                + " key_wrap w where w.holder = k.holder and w.epoch = k.epoch) order by holder, epoch")
                .query((row, n) -> new KeyEpoch(row.getString("holder"), row.getLong("epoch")))
                .list();
        List<KeyEpoch> lacking = keys.lacking(used);
        if (!lacking.isEmpty()) {
            throw new KeyMissing("the keystore is older than the database, or another's: it lacks the keys of "
                    + lacking.stream().map(KeyEpoch::toString).collect(Collectors.joining(", "))
                    + ". Put back the newest keystore; the hub makes no keys in their place. If these keys were"
                    + " destroyed by an erasure, this database is a backup from before it, and cannot be opened any"
                    + " more");
        }
    }
}
