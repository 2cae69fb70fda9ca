package uk.mashhub.hub.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals bodies for a table and keeps their wrapped keys in {@code key_wrap}; opens what a query joined with it. */
final class Bodies {
    /** The columns of {@code key_wrap} that a query must select, under the alias {@code w}. */
    static final String WRAP = "w.holder as w_holder, w.epoch as w_epoch, w.wrapped as w_wrapped";

    private static final ManyRows WRAPS = ManyRows.into(
            "key_wrap",
            "row_id uuid",
            "table_name text",
            "version bigint",
            "holder text",
            "epoch bigint",
            "wrapped bytea",
            "team_role text");

    private final JdbcClient jdbc;
    private final Vault vault;

    Bodies(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The bytes to store for what the journey may read back. */
    byte[] seal(BodyName name, String holder, byte[] plain) {
        return seal(name, holder, Optional.empty(), plain);
    }

    /** The bytes to store for what only one team's role may read back. */
    byte[] seal(BodyName name, String holder, Optional<String> teamRole, byte[] plain) {
        SealedBody sealed = vault.seal(name, holder, plain);
        GatheringJdbc.addWith(
                jdbc,
                name.table(),
                WRAPS,
                name.row(),
                name.table(),
                name.version(),
                sealed.holder(),
                sealed.epoch(),
                sealed.wrappedKey(),
                teamRole.orElse(null));
        return sealed.body();
    }

    byte[] open(BodyName name, ResultSet row, String bodyColumn) throws SQLException {
        return vault.open(
                name,
                new SealedBody(
                        row.getString("w_holder"),
                        row.getLong("w_epoch"),
                        row.getBytes("w_wrapped"),
                        row.getBytes(bodyColumn)));
    }
}
