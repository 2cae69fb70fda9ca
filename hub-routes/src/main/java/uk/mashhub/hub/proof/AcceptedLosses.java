package uk.mashhub.hub.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.log.LogFinding;
import uk.mashhub.log.Lost;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;

/**
 * The losses that people have accepted, as the log tells of them and as the folder of heads does. Both can be written to by others than
 * people who accept: what the log's key did not promise excuses nothing, and is named.
 */
record AcceptedLosses(List<Told> inLog, List<Told> inFolder) {
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
        inFolder = List.copyOf(inFolder);
    }

    static AcceptedLosses of(PgEntryStore entries, HeadFile file, NoteKey key) throws IOException {
        List<Told> inLog = entries.breaks().stream()
                .map(row -> Told.of("the entry " + row.entryId(), row.entry(), row.promise(), key))
                .toList();
        return new AcceptedLosses(inLog, file.accepted(key));
    }

    /** What the log's own breaks name as lost. */
    List<Lost> named() {
        return inLog.stream().flatMap(told -> told.lost().stream()).toList();
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

    /** Whoever puts the lost history back loses what was logged since: nobody can accept that, the newer one is there. */
    Optional<LogFinding> givenUp(long size) {
        return inFolder.stream()
                .filter(told -> !outdated(told))
                .flatMap(told -> told.lost().stream())
                .filter(lost -> size > lost.from())
                .findFirst()
                .map(lost -> new LogFinding(
                        LogFinding.Kind.GIVEN_UP,
                        "the database has " + size + " entries of a history that was given up from place " + lost.from()
                                + " on, when two people accepted its loss: put back the database that the log went on in",
                        Optional.empty()));
    }
}
