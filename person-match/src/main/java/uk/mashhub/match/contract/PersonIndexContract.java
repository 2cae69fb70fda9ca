package uk.mashhub.match.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.match.Enrolment;
import uk.mashhub.match.Matcher;
import uk.mashhub.match.PersonIndex;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** What every index of people must do: the author of one implements this beside its own tests. People's ids are 1 to 99. */
public interface PersonIndexContract {
    PersonId ADA = Invented.id(1);
    PersonId BEA = Invented.id(2);
    BlockingKey ONE = new BlockingKey("1".repeat(64));
    BlockingKey TWO = new BlockingKey("2".repeat(64));

    /** A fresh, empty index in which so many people may share a key. */
    PersonIndex index(int most);

    private PersonIndex index() {
        return index(PersonIndex.MOST);
    }

    @Test
    default void findsWhoSharesAKey() {
        PersonIndex index = index();
        index.add(ADA, Invented.ADA, Set.of(ONE, TWO));
        index.add(BEA, Invented.BEA, Set.of(new BlockingKey("3".repeat(64))));
        assertThat(index.candidates(Set.of(TWO)).people()).containsExactly(new Candidate(ADA, Invented.ADA, Set.of()));
    }

    @Test
    default void findsEachOnceOrderedById() {
        PersonIndex index = index();
        index.add(BEA, Invented.ADA, Set.of(ONE, TWO));
        index.add(ADA, Invented.ADA, Set.of(ONE, TWO));
        assertThat(index.candidates(Set.of(ONE, TWO)).people())
                .extracting(Candidate::id)
                .containsExactly(ADA, BEA);
    }

    @Test
    default void findsNobodyForNoKeys() {
        PersonIndex index = index();
        index.add(ADA, Invented.ADA, Set.of(ONE));
        index.add(BEA, Invented.ADA, Set.of());
        assertThat(index.candidates(Set.of()).people()).isEmpty();
        assertThat(index.candidates(Set.of(TWO)).people()).isEmpty();
    }

    @Test
    default void replacesDetailsAndKeepsKeys() {
        PersonIndex index = index();
        PersonDetails later = Invented.BEA;
        index.add(ADA, Invented.ADA, Set.of(ONE));
        index.add(ADA, later, Set.of(TWO));
        assertThat(index.candidates(Set.of(ONE)).people())
                .extracting(Candidate::details)
                .containsExactly(later);
        assertThat(index.candidates(Set.of(TWO)).people())
                .extracting(Candidate::details)
                .containsExactly(later);
    }

    @Test
    default void keepsStatutesWhateverTheOrder() {
        PersonIndex index = index();
        index.restrict(ADA, Set.of(StatuteFlag.ADOPTION));
        index.add(ADA, Invented.ADA, Set.of(ONE));
        index.restrict(ADA, Set.of(StatuteFlag.FAMILY_COURT));
        index.restrict(ADA, Set.of());
        index.add(ADA, Invented.ADA, Set.of(ONE));
        assertThat(index.candidates(Set.of(ONE)).people())
                .containsExactly(
                        new Candidate(ADA, Invented.ADA, Set.of(StatuteFlag.ADOPTION, StatuteFlag.FAMILY_COURT)));
    }

    @Test
    @SuppressWarnings("NullAway")
    default void refusesNull() {
        PersonIndex index = index();
        assertThatThrownBy(() -> index.add(null, Invented.ADA, Set.of())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> index.add(ADA, null, Set.of())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> index.add(ADA, Invented.ADA, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> index.candidates(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    default void leavesOutAKeyThatTooManyShareAndSaysSo() {
        PersonIndex index = index(2);
        for (int i = 1; i <= 3; i++) {
            index.add(Invented.id(i), Invented.ADA, i == 1 ? Set.of(ONE, TWO) : Set.of(ONE));
        }
        assertThat(index.candidates(Set.of(ONE)).people()).isEmpty();
        assertThat(index.candidates(Set.of(ONE)).crowded()).isEqualTo(1);
        assertThat(index.candidates(Set.of(ONE, TWO)).people())
                .extracting(Candidate::id)
                .containsExactly(ADA);
        assertThat(index.candidates(Set.of(TWO)).crowded()).isZero();
    }

    /** Many share one by chance: that is no reason for an alarm. */
    @Test
    default void leavesOutALooseKeySoonerAndRaisesNoAlarm() {
        BlockingKey loose = new BlockingKey("4".repeat(64), true);
        PersonIndex index = index();
        for (int i = 1; i <= PersonIndex.MOST_LOOSE + 1; i++) {
            assertThat(index.candidates(Set.of(loose)).people()).hasSize(i - 1);
            index.add(Invented.id(i), Invented.ADA, Set.of(loose, ONE));
        }
        assertThat(index.candidates(Set.of(loose)).people()).isEmpty();
        assertThat(index.candidates(Set.of(loose)).crowded()).isZero();
        assertThat(index.candidates(Set.of(loose, ONE)).people()).hasSize(PersonIndex.MOST_LOOSE + 1);
    }

    /**
     * The same new person from many sides at once: each finds all who were entered before, so that of any two one knows of
     * the other.
     */
    @Test
    default void neverEntersTwoPeopleOfWhomNeitherKnows() throws Exception {
        int together = 4;
        ExecutorService threads = Executors.newFixedThreadPool(together);
        try {
            for (int round = 0; round < 25; round++) {
                assertThat(known(index(), together, threads)).containsExactly(0, 1, 2, 3);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** One record that comes again and again, from many sides at once, is one person, who is not found beside itself. */
    @Test
    default void keepsOneRecordForOneIdHoweverOftenAndFromWhereverItComes() throws Exception {
        int together = 4;
        ExecutorService threads = Executors.newFixedThreadPool(together);
        try {
            PersonIndex index = index();
            Enrolment enrolment = new Enrolment(
                    new Together(index, new CountDownLatch(together)),
                    new BlockingKeys("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
                    new Matcher(),
                    crowded -> {});
            List<Future<Integer>> found = new ArrayList<>();
            for (int i = 0; i < together; i++) {
                found.add(threads.submit(
                        () -> enrolment.enter(ADA, Invented.ADA, Set.of()).all().size()));
            }
            for (Future<Integer> one : found) {
                assertThat(one.get()).isZero();
            }
            index.add(ADA, Invented.BEA, Set.of(ONE));
            assertThat(index.candidates(Set.of(ONE)).people())
                    .containsExactly(new Candidate(ADA, Invented.BEA, Set.of()));
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many each of them found, in order of size. */
    private static List<Integer> known(PersonIndex index, int together, ExecutorService threads) throws Exception {
        Enrolment enrolment = new Enrolment(
                new Together(index, new CountDownLatch(together)),
                new BlockingKeys("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
                new Matcher(),
                crowded -> {});
        List<Future<Integer>> found = new ArrayList<>();
        for (int i = 1; i <= together; i++) {
            PersonId id = Invented.id(i);
            found.add(threads.submit(
                    () -> enrolment.enter(id, Invented.ADA, Set.of()).all().size()));
        }
        List<Integer> sizes = new ArrayList<>();
        for (Future<Integer> one : found) {
            sizes.add(one.get());
        }
        sizes.sort(Comparator.naturalOrder());
        return sizes;
    }
}
