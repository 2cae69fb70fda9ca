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
}
