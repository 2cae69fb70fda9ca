package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;

/** A new table does not pass unlisted: its author has to say how it keeps personal content (ruling 18). */
class TablesTest {
    private enum Kept {
        /** Rows are cut by the team that reads; row-level security is forced. */
        PARTITIONED,
        /** Ids, times, states and words of closed vocabularies; bodies are sealed; people appear as random ids or HMACs. */
        NO_PERSONAL_CONTENT
    }

    private static final Map<String, Kept> TABLES = Map.ofEntries(
            Map.entry("view_head", Kept.PARTITIONED),
            Map.entry("view_body", Kept.PARTITIONED),
            Map.entry("view_link", Kept.PARTITIONED),
            Map.entry("key_wrap", Kept.PARTITIONED),
            Map.entry("act_seen", Kept.NO_PERSONAL_CONTENT),
            Map.entry("age_review", Kept.NO_PERSONAL_CONTENT),
            Map.entry("attempt", Kept.NO_PERSONAL_CONTENT),
            Map.entry("break_glass", Kept.NO_PERSONAL_CONTENT),
            Map.entry("break_glass_owner", Kept.NO_PERSONAL_CONTENT),
            Map.entry("conflict", Kept.NO_PERSONAL_CONTENT),
            Map.entry("conflict_lifting", Kept.NO_PERSONAL_CONTENT),
            Map.entry("decision_trace", Kept.NO_PERSONAL_CONTENT),
            Map.entry("enquiry", Kept.NO_PERSONAL_CONTENT),
            Map.entry("enquiry_fact", Kept.NO_PERSONAL_CONTENT),
            Map.entry("enquiry_left", Kept.NO_PERSONAL_CONTENT),
            Map.entry("enquiry_person", Kept.NO_PERSONAL_CONTENT),
            Map.entry("enquiry_stranger", Kept.NO_PERSONAL_CONTENT),
            Map.entry("erasure", Kept.NO_PERSONAL_CONTENT),
            Map.entry("erasure_item", Kept.NO_PERSONAL_CONTENT),
            Map.entry("erasure_key", Kept.NO_PERSONAL_CONTENT),
            Map.entry("flyway_schema_history", Kept.NO_PERSONAL_CONTENT),
            Map.entry("hub_instance", Kept.NO_PERSONAL_CONTENT),
            Map.entry("inbox", Kept.NO_PERSONAL_CONTENT),
            Map.entry("key_epoch", Kept.NO_PERSONAL_CONTENT),
            Map.entry("kept_link", Kept.NO_PERSONAL_CONTENT),
            Map.entry("kept_link_read", Kept.NO_PERSONAL_CONTENT),
            Map.entry("legal_hold", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_checkpoint", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_cosigned", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_entry", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_lookup", Kept.PARTITIONED),
            Map.entry("log_lookup_key", Kept.PARTITIONED),
            Map.entry("log_lookup_reader", Kept.PARTITIONED),
            Map.entry("log_enquiry", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_export", Kept.NO_PERSONAL_CONTENT),
            Map.entry("subject_account", Kept.NO_PERSONAL_CONTENT),
            Map.entry("subject_account_salt", Kept.NO_PERSONAL_CONTENT),
            Map.entry("trace_ask", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_total", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_settings", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_lookup_of", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_lookup_parked", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_lookup_through", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_lease", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_place", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_pruned", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_salt", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_tile", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_timestamp", Kept.NO_PERSONAL_CONTENT),
            Map.entry("log_waiting", Kept.NO_PERSONAL_CONTENT),
            Map.entry("outbox", Kept.NO_PERSONAL_CONTENT),
            Map.entry("person", Kept.NO_PERSONAL_CONTENT),
            Map.entry("person_fact", Kept.NO_PERSONAL_CONTENT),
            Map.entry("person_link", Kept.NO_PERSONAL_CONTENT),
            Map.entry("person_key", Kept.NO_PERSONAL_CONTENT),
            Map.entry("person_key_walk", Kept.NO_PERSONAL_CONTENT),
            Map.entry("policy_head", Kept.NO_PERSONAL_CONTENT),
            Map.entry("policy_proposal", Kept.NO_PERSONAL_CONTENT),
            Map.entry("policy_signature", Kept.NO_PERSONAL_CONTENT),
            Map.entry("policy_version", Kept.NO_PERSONAL_CONTENT),
            Map.entry("quarantine", Kept.NO_PERSONAL_CONTENT),
            Map.entry("question", Kept.NO_PERSONAL_CONTENT),
            Map.entry("referral", Kept.NO_PERSONAL_CONTENT),
            Map.entry("referrer_outcome", Kept.NO_PERSONAL_CONTENT),
            Map.entry("retention_look", Kept.NO_PERSONAL_CONTENT),
            Map.entry("sharing_stop", Kept.NO_PERSONAL_CONTENT),
            Map.entry("team_role", Kept.NO_PERSONAL_CONTENT),
            Map.entry("web_session", Kept.NO_PERSONAL_CONTENT),
            Map.entry("web_sign_out", Kept.NO_PERSONAL_CONTENT));

    private final JdbcClient owner = JdbcClient.create(TestDatabase.shared().owner());

    @Test
    void listsEveryTable() {
        assertThat(owner.sql("select table_name from information_schema.tables where table_schema = 'hub'")
                        .query(String.class)
                        .set())
                .isEqualTo(TABLES.keySet());
    }

    @Test
    void forcesRowSecurityOnWhatIsPartitioned() {
        Map<String, Boolean> forced = new TreeMap<>();
        owner.sql("select c.relname, c.relrowsecurity and c.relforcerowsecurity as forced from pg_class c"
                        + " where c.relnamespace = 'hub'::regnamespace and c.relkind = 'r'")
                .query(row -> {
                    forced.put(row.getString("relname"), row.getBoolean("forced"));
                });

        assertThat(forced)
                .isEqualTo(TABLES.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() == Kept.PARTITIONED)));
    }

    @Test
    void givesReadersNothingElse() {
        assertThat(owner.sql(
                                "select distinct table_name from information_schema.role_table_grants"
                                        + " where table_schema = 'hub' and grantee not in ('hub_owner', 'hub_app', 'hub_backup')")
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrder(
                        "view_head",
                        "view_body",
                        "view_link",
                        "key_wrap",
                        "log_entry",
                        "log_salt",
                        "log_lookup_key",
                        "log_lookup_reader");
    }

    @Test
    void letsNoColumnTakeTheTimeByItself() {
        assertThat(owner.sql(
                                "select table_name || '.' || column_name from information_schema.columns where table_schema"
                                        + " = 'hub' and column_default is not null and table_name <> 'flyway_schema_history'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
