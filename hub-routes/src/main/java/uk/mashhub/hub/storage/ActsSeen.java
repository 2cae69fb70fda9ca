package uk.mashhub.hub.storage;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.ActId;

/** Makes a person's acts idempotent: a form sent twice acts once. */
public final class ActsSeen {
    private final JdbcClient jdbc;

    public ActsSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True the first time an act is seen. If another transaction is doing it, waits for its end. */
    public boolean first(ActId act, Instant at) {
        return jdbc.sql("insert into act_seen (act_id, at) values (:id, :at) on conflict do nothing")
                        .param("id", act.value())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }
}
