package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.PersonStore.LinkState;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.PersonId;

/** Links of many people, read at once, say the same as links of each, read one by one. */
class PersonLinksTest {
    private static final Instant AT = Instant.parse("2026-06-01T10:15:30Z");

    private final TestDatabase database = TestDatabase.shared();
    private final PersonStore store = new PersonStore(database.app, database.vault, database.random);

    @Test
    void whateverTheLinksTheAnswersAndTheirOrderAreTheSame() {
        Random random = new Random(20261122);
        for (int round = 0; round < 20; round++) {
            List<PersonId> people = Stream.generate(() -> PersonId.random(database.random))
                    .limit(9)
                    .toList();
            people.forEach(p -> store.create(p, AT));
            for (int i = 0; i < 8; i++) {
                List<PersonId> two = new ArrayList<>(people);
                java.util.Collections.shuffle(two, random);
                store.link(two.get(0), two.get(1), LinkState.values()[random.nextInt(3)], AT);
            }
            List<PersonId> asked = people.subList(0, 4);
            PersonLinks links = store.links(asked);
            for (PersonId person : asked) {
                assertThat(links.linked(person)).isEqualTo(store.linked(person));
                assertThat(links.same(person)).isEqualTo(store.same(person));
            }
        }
    }

    @Test
    void ofNobodyThereIsNothing() {
        assertThat(store.links(List.of()).linked(PersonId.random(database.random)))
                .isEmpty();
    }
}
