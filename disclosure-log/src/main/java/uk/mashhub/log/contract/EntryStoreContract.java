package uk.mashhub.log.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.Act;
import uk.mashhub.log.EntryStore;
import uk.mashhub.log.StoredEntry;

/** What every {@link EntryStore} must do. A test class implements this and says how to make an empty store. */
public interface EntryStoreContract {
    /** When the first of the contract's entries is recorded. */
    Instant FIRST_RECORDED_AT = Instant.parse("2026-03-02T09:15:00.123Z");

    /** A store without entries; called once for each test. */
    EntryStore emptyStore();

    /** An entry that differs from those of other numbers in every part. */
    static StoredEntry entry(int n) {
        return new StoredEntry(
                new UUID(0x4000L, 0x8000000000000000L | n).toString(),
                FIRST_RECORDED_AT.plusSeconds(n),
                Act.values()[n % Act.values().length],
                n % 2 == 0 ? Optional.empty() : Optional.of(new UUID(n, n).toString()),
                ("{\"id\":" + n + "}").getBytes(StandardCharsets.UTF_8),
                ("{\"promise\":" + n + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    default void beginsEmpty() {
        EntryStore store = emptyStore();

        assertThat(store.newestRecordedAt()).isEmpty();
        assertThat(all(store)).isEmpty();
        assertThat(store.find(entry(1).entryId())).isEmpty();
    }

    @Test
    default void givesBackEveryByteOfWhatWasAdded() {
        EntryStore store = emptyStore();
        store.add(entry(1));
        store.add(entry(2));

        assertThat(store.find(entry(1).entryId())).contains(entry(1));
        assertThat(store.find(entry(2).entryId())).contains(entry(2));
    }

    @Test
    default void keepsTheOrderOfAddingWhateverTheTimes() {
        EntryStore store = emptyStore();
        List<StoredEntry> added =
                Stream.of(5, 1, 9, 3).map(EntryStoreContract::entry).toList();
        added.forEach(store::add);

        assertThat(all(store)).containsExactlyElementsOf(added);
    }

    @Test
    default void growsAtItsEndOnly() {
        EntryStore store = emptyStore();
        store.add(entry(7));
        store.add(entry(2));
        List<StoredEntry> before = all(store);
        store.add(entry(4));

        assertThat(all(store)).startsWith(before.toArray(StoredEntry[]::new)).hasSize(3);
    }

    @Test
    default void knowsTheNewestTimeEvenIfItWasNotAddedLast() {
        EntryStore store = emptyStore();
        store.add(entry(8));
        store.add(entry(3));

        assertThat(store.newestRecordedAt()).contains(entry(8).recordedAt());
    }

    @Test
    default void refusesASecondEntryOfOneIdAndKeepsTheFirst() {
        EntryStore store = emptyStore();
        StoredEntry first = entry(1);
        store.add(first);
        StoredEntry second = new StoredEntry(
                first.entryId(),
                first.recordedAt(),
                first.act(),
                first.disclosureId(),
                new byte[] {'{', '}'},
                first.promise());

        assertThatThrownBy(() -> store.add(second)).isInstanceOf(IllegalStateException.class);
        assertThat(all(store)).containsExactly(first);
    }

    @Test
    default void offersNoWayToChangeOrRemoveAnEntry() {
        assertThat(Arrays.stream(EntryStore.class.getMethods()).map(method -> method.getName()))
                .containsExactlyInAnyOrder("add", "newestRecordedAt", "find", "inOrder");
    }

    private static List<StoredEntry> all(EntryStore store) {
        try (Stream<StoredEntry> entries = store.inOrder()) {
            return entries.toList();
        }
    }
}
