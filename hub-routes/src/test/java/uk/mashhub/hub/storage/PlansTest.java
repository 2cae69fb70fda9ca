package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.PersonId;

class PlansTest {
    /** The driver prepares from the fifth time on, the database looks at five plans before it keeps one. */
    private static final int OFTEN = 15;

    private final TestDatabase database = TestDatabase.shared();
    private final PersonStore persons = new PersonStore(database.app, database.vault, database.random);

    /** Planning took longer than reading, each time that ledgers were read. */
    @Test
    void keepsOnePlanForReadingLedgersHoweverManyTheyAre() {
        List<PersonId> people =
                Stream.generate(() -> PersonId.random(database.random)).limit(3).toList();
        List<Long> kept = database.inApp().execute(status -> {
            for (int i = 0; i < OFTEN; i++) {
                persons.facts(people.subList(0, 1 + i % people.size()));
            }
            return database.app
                    .sql("select generic_plans from pg_prepared_statements"
                            + " where statement like '%from person_fact f join key_wrap%any (%'")
                    .query(Long.class)
                    .list();
        });
        assertThat(kept).isNotEmpty().allSatisfy(times -> assertThat(times).isPositive());
    }

    /** At ten thousand referrals it went through all the log, for every few entries. */
    @Test
    void reachesTheNextEntriesOneByOne() {
        assertThat(plan(LookupStore.NEXT))
                .doesNotContain("Hash Join", "Merge Join")
                .doesNotContain("Seq Scan on log_");
    }

    /** At ten thousand referrals it went through all wrapped keys, at every look. */
    @Test
    void looksForAnyKeyOfAnEpochAlone() {
        assertThat(plan(KeyEpochs.USED)).containsPattern("Index Cond: .*holder = k.holder.* AND .*epoch = k.epoch");
    }

    /** As for values that nobody knows beforehand, and tables that are not worth reading whole. */
    private String plan(String sql) {
        return database.inApp().execute(status -> {
            status.setRollbackOnly();
            List.of("enable_seqscan = off", "enable_bitmapscan = off", "plan_cache_mode = force_generic_plan")
                    .forEach(setting -> database.app.sql("set local " + setting).update());
            boolean places = sql.contains(":through");
            database.app
                    .sql("prepare looking as " + sql.replace(":through", "$1").replace(":limit", "$2"))
                    .update();
            List<String> lines = database.app
                    .sql("explain execute looking" + (places ? "(5, 200)" : ""))
                    .query(String.class)
                    .list();
            database.app.sql("deallocate looking").update();
            return String.join("\n", lines);
        });
    }
}
