package uk.mashhub.hub.storage;

import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.ActId;

/** Makes a person's acts idempotent: a form sent twice acts once. */
public final class ActsSeen {
    private final JdbcClient jdbc;

    public ActsSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an act stands that came as a record with a name. */
    public enum Seen {
        FIRST,
        /** The same record came before. */
        AGAIN,
        /** Another record came under this name before (ruling 19). */
        OTHERWISE
    }

    /** True the first time an act is seen. If another transaction is doing it, waits for its end. */
    public boolean first(ActId act, Instant at) {
        return insert(act, Optional.empty(), at);
    }

    /** The same, where an act is a record that came under a name. */
    public Seen seen(ActId act, byte[] digest, Instant at) {
        if (insert(act, Optional.of(digest), at)) {
            return Seen.FIRST;
        }
        boolean same = jdbc.sql("select digest from act_seen where act_id = :id and digest is not null")
                .param("id", act.value())
                .query(byte[].class)
                .optional()
                .filter(kept -> Arrays.equals(kept, digest))
                .isPresent();
        return same ? Seen.AGAIN : Seen.OTHERWISE;
    }

    private boolean insert(ActId act, Optional<byte[]> digest, Instant at) {
        byte @Nullable [] kept = digest.orElse(null);
        return jdbc.sql("insert into act_seen (act_id, at, digest) values (:id, :at, :digest) on conflict do nothing")
                        .param("id", act.value())
                        .param("at", Columns.time(at))
                        .param("digest", kept, Types.BINARY)
                        .update()
                == 1;
    }
}
