package uk.mashhub.hub.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.PlacedEntry;
import uk.mashhub.log.LogBroken;
import uk.mashhub.log.LogFinding;
import uk.mashhub.log.Lost;
import uk.mashhub.log.PlacedTree;
import uk.mashhub.log.StoredEntry;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;

/**
 * The losses that people have accepted, as the log tells of them and as the folder of heads does. Both can be written to by others than
 * people who accept: what the log's key did not promise, or promised for another log, excuses nothing, and is named.
 *
 * @param elsewhere what stands in this log and was promised for the end of another
 */
record AcceptedLosses(List<Told> inLog, List<Told> elsewhere, List<Told> inFolder) {
    /**
     * A loss that is told of.
     *
     * @param where for people who look for it
     * @param recorded when it was accepted, in UTC with three digits of a second: later ones are greater
     * @param lost empty if the log's key did not promise it
     */
    record Told(String where, String recorded, Optional<Lost> lost) {
        private static final Pattern RECORDED = Pattern.compile("\"recorded\":\"([0-9TZ:.-]+)\"");

        static Told of(String where, byte[] entry, byte[] promise, NoteKey key) {
            Matcher recorded = RECORDED.matcher(new String(entry, StandardCharsets.UTF_8));
            return new Told(where, recorded.find() ? recorded.group(1) : "", Lost.promised(entry, promise, key));
        }

        /** Whether a log that has this break has lost the other with its entry, and not the other way round; or it is that one. */
        private boolean outdates(Told other) {
            return recorded.compareTo(other.recorded) >= 0
                    && lost.filter(mine -> other.lost.filter(mine::outdates).isPresent())
                            .isPresent();
        }
    }

    AcceptedLosses {
        inLog = List.copyOf(inLog);
        elsewhere = List.copyOf(elsewhere);
        inFolder = List.copyOf(inFolder);
    }

    static AcceptedLosses of(PgEntryStore entries, TreeStore tree, HeadFile file, NoteKey key) throws IOException {
        List<Told> inLog = new ArrayList<>();
        List<Told> elsewhere = new ArrayList<>();
        for (PlacedEntry row : entries.breaks()) {
            StoredEntry entry = row.entry();
            Told told = Told.of("the entry " + entry.entryId(), entry.entry(), entry.promise(), key);
            boolean here = told.lost().isEmpty() || belongs(told.lost().get(), row.place(), tree, key);
            (here ? inLog : elsewhere).add(told);
        }
        return new AcceptedLosses(inLog, elsewhere, file.accepted(key));
    }

    /** Of a tree that is damaged this says nothing: whoever looks at the tree names the damage. */
    private static boolean belongs(Lost lost, OptionalLong place, TreeStore tree, NoteKey key) {
        try {
            return lost.belongs(place, new PlacedTree(tree, key));
        } catch (IOException | LogBroken damaged) {
            return true;
        }
    }

    /** What the log's own breaks name as lost. */
    List<Lost> named() {
        return inLog.stream().flatMap(told -> told.lost().stream()).toList();
    }

    /** Whether the log itself tells of this, as its key promised it. */
    boolean names(Told told) {
        return told.lost().isPresent()
                && inLog.stream()
                        .anyMatch(mine -> mine.recorded().equals(told.recorded())
                                && mine.lost().equals(told.lost()));
    }

    /** Whose heads the log need not extend: what its breaks name, and the breaks that were lost themselves where these begin. */
    List<Lost> excused() {
        Stream<Lost> before = inFolder.stream().filter(this::outdated).flatMap(told -> told.lost().stream());
        return Stream.concat(named().stream(), before).toList();
    }

    /** Whether people accepted that this head is lost, in the log of now or in one that was lost since. */
    boolean covers(Checkpoint head) {
        return Stream.concat(named().stream(), kept()).anyMatch(lost -> lost.covers(head));
    }

    private boolean outdated(Told told) {
        return inLog.stream().anyMatch(mine -> mine.outdates(told));
    }

    private Stream<Lost> kept() {
        return inFolder.stream().flatMap(told -> told.lost().stream());
    }

    /** Somebody who does not have the log's key says that something was lost. */
    Optional<LogFinding> unpromised() {
        return Stream.concat(inLog.stream(), inFolder.stream())
                .filter(told -> told.lost().isEmpty())
                .findFirst()
                .map(told -> new LogFinding(
                        LogFinding.Kind.EDITED,
                        told.where()
                                + " tells of a loss, and this log's key never promised that entry: nobody accepted it",
                        Optional.empty()));
    }

    /** An entry by which another log went on was copied into this one, which is told to have lost what it has. */
    Optional<LogFinding> copied() {
        return elsewhere.stream()
                .findFirst()
                .map(told -> new LogFinding(
                        LogFinding.Kind.EDITED,
                        told.where() + " tells of a loss in another log than this: it was copied here",
                        Optional.empty()));
    }

    /** Whoever puts the lost history back loses what was logged since: nobody can accept that, the newer one is there. */
    Optional<LogFinding> givenUp(long size) {
        return inFolder.stream()
                .filter(told -> !outdated(told))
                .flatMap(told -> told.lost().stream())
                // Up to there both are one log, or heads tell what is lost of it.
                .filter(lost -> size > lost.goneOnFrom())
                .findFirst()
                .map(lost -> new LogFinding(
                        LogFinding.Kind.GIVEN_UP,
                        "the database has " + size + " entries of a history that was given up from place " + lost.from()
                                + " on, when two people accepted its loss: put back the database that the log went on in",
                        Optional.empty()));
    }
}
