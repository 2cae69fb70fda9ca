package uk.mashhub.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps entries in memory: for tests, for trying the library, never for a hub. Safe for many threads. */
public final class InMemoryEntryStore implements EntryStore {
    private final Map<String, StoredEntry> entries = new LinkedHashMap<>();

    @Override
    public synchronized void add(StoredEntry entry) {
        if (entries.putIfAbsent(entry.entryId(), entry) != null) {
            throw new IllegalStateException("entry " + entry.entryId() + " is kept already");
        }
    }

    @Override
    public synchronized Optional<Instant> newestRecordedAt() {
        return entries.values().stream().map(StoredEntry::recordedAt).max(Instant::compareTo);
    }

    @Override
    public synchronized Optional<StoredEntry> find(String entryId) {
        return Optional.ofNullable(entries.get(entryId));
    }

    @Override
    public synchronized Stream<StoredEntry> inOrder() {
        return new ArrayList<>(entries.values()).stream();
    }
}
