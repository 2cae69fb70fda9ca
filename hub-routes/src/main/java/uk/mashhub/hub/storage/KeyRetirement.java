package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys a holder's key, so that what was erased stays dark wherever a copy of it lies (ruling 17): a new key first, then
 * nothing is sealed under the old one, then what must stay is wrapped anew, then the old one goes. Each step may be repeated;
 * a crash between any two leaves everything readable that must stay, and the next call goes on.
 */
public final class KeyRetirement {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRetirement.class);
    private static final int BATCH = 500;
    /** If more cannot be unwrapped than this, it is the key that is wrong. */
    private static final int MOST_DAMAGED = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyRing keys;
    private final Vault vault;
    private final DestroyedKeys outside;

    public KeyRetirement(
            JdbcClient jdbc, PlatformTransactionManager manager, KeyRing keys, Vault vault, DestroyedKeys outside) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.keys = keys;
        this.vault = vault;
        this.outside = outside;
    }

    /**
     * Destroys a key that an approved erasure names. A data key that is damaged cannot be wrapped anew, and what it sealed could
     * not be read before: it is named in the hub's own log and stays as it is. Call it outside a transaction.
     *
     * @throws VaultBroken if so many are damaged that it must be the key: nothing is destroyed
     */
    public void destroy(UUID erasure, Erasures.Key key, Instant at) {
        keys.renew(key.holder(), key.epoch());
        transaction.executeWithoutResult(status -> retire(key, at));
        List<Wrap> damaged = new ArrayList<>();
        int batch = BATCH;
        while (batch == BATCH) {
            // A batch at a time: the journey goes on meanwhile.
            batch = rewrapped(key, damaged);
        }
        transaction.executeWithoutResult(status -> damaged.forEach(wrap -> {
            LOG.error("a data key of {} does not unwrap: row {}, version {}", wrap.table(), wrap.row(), wrap.version());
            // Under the new number it is damaged as before; under the old one it would ask for a key that is gone.
            store(wrap, new Vault.Rewrapped(vault.epoch(key.holder()), wrap.wrapped()));
        }));
        // Before it goes: a crash between the two leaves a key that the next start destroys.
        outside.add(List.of(new KeyEpochs.KeyEpoch(key.holder(), key.epoch())));
        keys.destroy(key.holder(), key.epoch());
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update erasure_key set destroyed_at = :at, damaged = :damaged where erasure_id = :id"
                                + " and holder = :holder and epoch = :epoch")
                .param("at", Columns.time(at))
                .param("damaged", damaged.size())
                .param("id", erasure)
                .param("holder", key.holder())
                .param("epoch", key.epoch())
                .update());
    }

    private void retire(Erasures.Key key, Instant at) {
        // Rather begin again than make the whole hub wait behind one long transaction.
        jdbc.sql("set local lock_timeout = '2s'").update();
        jdbc.sql("select retire_epoch(:holder, :epoch, :at) is null")
                .param("holder", key.holder())
                .param("epoch", key.epoch())
                .param("at", Columns.time(at))
                .query(Boolean.class)
                .single();
    }

    private record Wrap(UUID row, String table, long version, byte[] wrapped) {
        String place() {
            return row + " " + table + " " + version;
        }
    }

    /** @param damaged those that were found before; more are added */
    private int rewrapped(Erasures.Key key, List<Wrap> damaged) {
        Integer done = transaction.execute(status -> {
            List<Wrap> some = jdbc.sql("select row_id, table_name, version, wrapped from key_wrap"
                            + " where holder = :holder and epoch = :epoch and row_id || ' ' || table_name || ' ' || version"
                            + " <> all (string_to_array(:damaged, ',')) limit :batch for update")
                    .param("damaged", damaged.stream().map(Wrap::place).collect(Collectors.joining(",")))
                    .param("holder", key.holder())
                    .param("epoch", key.epoch())
                    .param("batch", BATCH)
                    .query((row, n) -> new Wrap(
                            Columns.uuid(row, "row_id"),
                            row.getString("table_name"),
                            row.getLong("version"),
                            row.getBytes("wrapped")))
                    .list();
            some.forEach(wrap -> rewrap(key, wrap, damaged));
            return some.size();
        });
        return done == null ? 0 : done;
    }

    private void rewrap(Erasures.Key key, Wrap old, List<Wrap> damaged) {
        try {
            store(old, vault.rewrap(key.holder(), key.epoch(), old.wrapped()));
        } catch (VaultBroken e) {
            damaged.add(old);
            if (damaged.size() > MOST_DAMAGED) {
                throw e;
            }
        }
    }

    private void store(Wrap old, Vault.Rewrapped now) {
        jdbc.sql("update key_wrap set epoch = :epoch, wrapped = :wrapped where row_id = :row"
                        + " and table_name = :table and version = :version")
                .param("epoch", now.epoch())
                .param("wrapped", now.wrapped())
                .param("row", old.row())
                .param("table", old.table())
                .param("version", old.version())
                .update();
    }
}
