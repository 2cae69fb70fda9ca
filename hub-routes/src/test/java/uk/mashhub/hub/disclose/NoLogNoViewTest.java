package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The disk is full at one write of a view's transaction, whichever: nothing of any of them is left, and then all of it is there. */
class NoLogNoViewTest {
    private static final List<String> WRITTEN = List.of(
            "enquiry",
            "enquiry_fact",
            "view_head",
            "view_body",
            "decision_trace",
            "log_entry",
            "log_waiting",
            "log_salt",
            "log_enquiry",
            "log_lookup",
            "log_lookup_key",
            "log_lookup_of",
            "key_wrap",
            "outbox");

    private final SmallHub hub = SmallHub.started();
    private final JdbcClient owner = JdbcClient.create(hub.database.owner());
    private final PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);

    private Map<String, Long> counts() {
        JdbcClient all = JdbcClient.create(hub.database.superuser());
        Map<String, Long> counts = new TreeMap<>();
        WRITTEN.forEach(t -> counts.put(
                t, all.sql("select count(*) from hub." + t).query(Long.class).single()));
        return counts;
    }

    @AfterEach
    void leavesRoom() {
        WRITTEN.forEach(
                t -> owner.sql("drop trigger if exists disk_full on " + t).update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enquiry_fact",
                "view_head",
                "view_body",
                "decision_trace",
                "log_entry",
                "log_waiting",
                "log_salt",
                "log_enquiry",
                "log_lookup",
                "log_lookup_key",
                "log_lookup_of",
                "key_wrap",
                "outbox"
            })
    void leavesNothingWhicheverWriteFails(String table) {
        owner.sql("create or replace function disk_full() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$")
                .update();
        Map<String, Long> before = counts();
        owner.sql("create trigger disk_full before insert or update on " + table
                        + " for each row execute function disk_full()")
                .update();

        assertThatThrownBy(() -> hub.refer(List.of(child), List.of()))
                .rootCause()
                .hasMessageContaining("no space left");

        assertThat(counts()).isEqualTo(before);
        owner.sql("drop trigger disk_full on " + table).update();
        hub.refer(List.of(child), List.of());
        assertThat(counts()).allSatisfy((t, n) -> assertThat(n).as(t).isGreaterThan(before.getOrDefault(t, 0L)));
    }
}
