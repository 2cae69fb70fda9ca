package uk.mashhub.hub.storage;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log last said of settings and keys. */
public final class SettingsStore {
    private final JdbcClient jdbc;

    public SettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The digest that was logged last of a kind; whoever else compares it waits.
     *
     * @param instance of which; empty for what is of all
     */
    public Optional<String> logged(String instance, String kind) {
        return jdbc.sql("select digest from log_settings where instance = :instance and kind = :kind for update")
                .param("instance", instance)
                .param("kind", kind)
                .query(String.class)
                .optional();
    }

    /** Says what is logged now. */
    public void log(String instance, String kind, String digest) {
        jdbc.sql("insert into log_settings (instance, kind, digest) values (:instance, :kind, :digest)"
                        + " on conflict (instance, kind) do update set digest = excluded.digest")
                .param("instance", instance)
                .param("kind", kind)
                .param("digest", digest)
                .update();
    }

    /** The stops that a restore has set, {@code NUMBER AREA AGENCY}, one a line; empty if there never was one. */
    public String restoreStops() {
        return jdbc
                .sql(
                        "select seq || ' ' || area || ' ' || agency from sharing_stop where by_user = :restore order by seq")
                .param("restore", SharingStops.RESTORE.value())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    /** The names of all keys under which anything was sealed, one a line, sorted. No key. */
    public String keys() {
        return jdbc
                .sql("select holder || ' ' || epoch from key_epoch order by holder, epoch")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }
}
