package uk.mashhub.match.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.SearchIndex;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** What an index must do besides that readers search. */
public interface SearchIndexContract extends PersonIndexContract {
    @Override
    SearchIndex index(int most);

    /** The reader's side neither finds nor counts them, whatever the order in which it all came. */
    @Test
    default void keepsWhomAStatuteKeepsApartFromReaders() {
        SearchIndex index = index(2);
        index.add(ADA, Invented.ADA, Set.of(ONE));
        index.add(BEA, Invented.ADA, Set.of(ONE));
        index.restrict(Invented.id(3), Set.of(StatuteFlag.WITNESS_PROTECTION));
        index.add(Invented.id(3), Invented.ADA, Set.of(ONE));
        assertThat(index.open(Set.of(ONE)).people()).extracting(Candidate::id).containsExactly(ADA, BEA);
        assertThat(index.open(Set.of(ONE)).crowded()).isZero();
        index.restrict(BEA, Set.of(StatuteFlag.ADOPTION));
        index.add(BEA, Invented.ADA, Set.of(ONE, TWO));
        index.restrict(ADA, Set.of(StatuteFlag.FAMILY_COURT));
        assertThat(index.open(Set.of(ONE, TWO)).people())
                .extracting(Candidate::id)
                .containsExactly(ADA);
        assertThat(index.candidates(Set.of(TWO)).people())
                .extracting(Candidate::id)
                .containsExactly(BEA);
    }
}
