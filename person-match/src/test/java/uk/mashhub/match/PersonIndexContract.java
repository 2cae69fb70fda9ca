package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.mashhub.match.People.ADA;
import static uk.mashhub.match.People.BEA;
import static uk.mashhub.match.People.ada;
import static uk.mashhub.match.People.named;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** What every index of people must do. */
interface PersonIndexContract {
    BlockingKey ONE = new BlockingKey("1".repeat(64));
    BlockingKey TWO = new BlockingKey("2".repeat(64));

    /** A fresh, empty index. */
    PersonIndex index();

    @Test
    default void findsWhoSharesAKey() {
        PersonIndex index = index();
        index.add(ADA, ada().details(), Set.of(ONE, TWO));
        index.add(BEA, named("Bea", "Sample").details(), Set.of(new BlockingKey("3".repeat(64))));
        assertThat(index.candidates(Set.of(TWO))).containsExactly(ada().as(ADA));
    }

    @Test
    default void findsEachOnceOrderedById() {
        PersonIndex index = index();
        index.add(BEA, ada().details(), Set.of(ONE, TWO));
        index.add(ADA, ada().details(), Set.of(ONE, TWO));
        assertThat(index.candidates(Set.of(ONE, TWO))).extracting(Candidate::id).containsExactly(ADA, BEA);
    }

    @Test
    default void findsNobodyForNoKeys() {
        PersonIndex index = index();
        index.add(ADA, ada().details(), Set.of(ONE));
        index.add(BEA, ada().details(), Set.of());
        assertThat(index.candidates(Set.of())).isEmpty();
        assertThat(index.candidates(Set.of(TWO))).isEmpty();
    }

    @Test
    default void replacesDetailsAndKeepsKeys() {
        PersonIndex index = index();
        PersonDetails later = named("Ada", "Sample").details();
        index.add(ADA, ada().details(), Set.of(ONE));
        index.add(ADA, later, Set.of(TWO));
        assertThat(index.candidates(Set.of(ONE))).extracting(Candidate::details).containsExactly(later);
        assertThat(index.candidates(Set.of(TWO))).extracting(Candidate::details).containsExactly(later);
    }

    @Test
    default void keepsStatutesWhateverTheOrder() {
        PersonIndex index = index();
        index.restrict(ADA, Set.of(StatuteFlag.ADOPTION));
        index.add(ADA, ada().details(), Set.of(ONE));
        index.restrict(ADA, Set.of(StatuteFlag.FAMILY_COURT));
        index.restrict(ADA, Set.of());
        index.add(ADA, ada().details(), Set.of(ONE));
        assertThat(index.candidates(Set.of(ONE)))
                .containsExactly(ada().as(ADA, StatuteFlag.ADOPTION, StatuteFlag.FAMILY_COURT));
    }

    @Test
    @SuppressWarnings("NullAway")
    default void refusesNull() {
        PersonIndex index = index();
        assertThatThrownBy(() -> index.add(null, ada().details(), Set.of())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> index.add(ADA, null, Set.of())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> index.add(ADA, ada().details(), null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> index.candidates(null)).isInstanceOf(NullPointerException.class);
    }
}
