package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.TileStore;
import uk.mashhub.log.contract.TileStoreContract;
import uk.mashhub.log.tree.Tile;

class PgTreeStoreTest implements TileStoreContract {
    private final TestDatabase database = TestDatabase.shared();

    @Override
    public TileStore emptyStore() {
        EmptyLog.in(database);
        return LogLease.reading(database.app);
    }

    @Test
    void givesTheBeginningOfAWiderTileForANarrowerOne() throws IOException {
        TileStore tiles = emptyStore();
        byte[] three = new byte[96];
        three[31] = 1;
        three[32] = 2;
        tiles.write(new Tile(0, 0, 3), three);

        assertThat(tiles.read(new Tile(0, 0, 1)))
                .hasValueSatisfying(one -> assertThat(one).hasSize(32).endsWith(1));
        assertThat(tiles.read(new Tile(0, 0, 4))).isEmpty();
    }

    @Test
    void letsNobodyChangeOrDropAFullTile() throws IOException {
        TileStore tiles = emptyStore();
        tiles.write(new Tile(0, 0, Tile.FULL), new byte[8192]);
        JdbcClient owner = JdbcClient.create(database.owner());

        assertThatThrownBy(() -> database.app.sql("delete from log_tile").update())
                .rootCause()
                .hasMessageContaining("append only");
        for (String change :
                new String[] {"update log_tile set width = 9", "delete from log_tile", "truncate log_tile"}) {
            assertThatThrownBy(() -> owner.sql(change).update()).rootCause().hasMessageContaining("append only");
        }
    }

    @Test
    void letsNobodyChangeAHead() {
        emptyStore();
        JdbcClient owner = JdbcClient.create(database.owner());
        for (String change : new String[] {"update log_checkpoint set note = ''", "delete from log_checkpoint"}) {
            assertThatThrownBy(() -> database.app.sql(change).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        // The owner drops what nothing needs, and nothing else: PrunedHeadsTest.
        for (String change : new String[] {"update log_checkpoint set note = ''", "truncate log_checkpoint cascade"}) {
            assertThatThrownBy(() -> owner.sql(change).update()).rootCause().hasMessageContaining("append only");
        }
    }
}
