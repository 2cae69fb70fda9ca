package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyRing keys;
    private final Vault vault;

    public KeyRetirement(JdbcClient jdbc, PlatformTransactionManager manager, KeyRing keys, Vault vault) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.keys = keys;
        this.vault = vault;
    }

    /** Destroys a key that an approved erasure names. Call it outside a transaction. */
    public void destroy(UUID erasure, Erasures.Key key, Instant at) {
        keys.renew(key.holder(), key.epoch());
        transaction.executeWithoutResult(status -> retire(key, at));
        int batch = BATCH;
        while (batch == BATCH) {
            // A batch at a time: the journey goes on meanwhile.
            batch = rewrapped(key);
        }
        keys.destroy(key.holder(), key.epoch());
        transaction.executeWithoutResult(
                status -> jdbc.sql("update erasure_key set destroyed_at = :at where erasure_id = :id"
                                + " and holder = :holder and epoch = :epoch")
                        .param("at", Columns.time(at))
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

    private record Wrap(UUID row, String table, long version, byte[] wrapped) {}

    private int rewrapped(Erasures.Key key) {
        Integer done = transaction.execute(status -> {
            List<Wrap> some = jdbc.sql("select row_id, table_name, version, wrapped from key_wrap"
                            + " where holder = :holder and epoch = :epoch limit :batch for update")
                    .param("holder", key.holder())
                    .param("epoch", key.epoch())
                    .param("batch", BATCH)
                    .query((row, n) -> new Wrap(
                            Columns.uuid(row, "row_id"),
                            row.getString("table_name"),
                            row.getLong("version"),
                            row.getBytes("wrapped")))
                    .list();
            some.forEach(wrap -> rewrap(key, wrap));
            return some.size();
        });
        return done == null ? 0 : done;
    }

    private void rewrap(Erasures.Key key, Wrap old) {
        Vault.Rewrapped now = vault.rewrap(key.holder(), key.epoch(), old.wrapped());
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
