package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.LogFinding;
import uk.mashhub.log.LogFinding.Kind;
import uk.mashhub.log.Lost;
import uk.mashhub.log.StoredEntry;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;

class LogGuardTest {
    private static final int ENTRIES = 300;
    private static final byte[] MESSAGE = "a promise".getBytes(StandardCharsets.US_ASCII);

    private final TreeRoom room = new TreeRoom();
    private final Sequencing sequencing = room.sequencing();
    private final List<byte[]> witnessed = new ArrayList<>();

    @TempDir
    private Path dir;

    private LogGuard guard() {
        return guard(room.key);
    }

    private LogGuard guard(NoteKey key) {
        return new LogGuard(
                room.signer,
                key,
                room.tree,
                room.entries,
                new HeadFile(dir.resolve("log")),
                () -> witnessed,
                room.clock);
    }

    @BeforeEach
    void growsALogAndKeepsItsHead() {
        room.append(ENTRIES);
        sequencing.run();
        LogGuard guard = guard();
        assertThat(guard.look()).isEmpty();
        guard.keepOutside();
    }

    /** As the database stood when the log had so many entries: an old backup put back. */
    private void restore(int entries) {
        EmptyLog.as(
                room.database,
                "delete from log_salt; delete from log_entry where seq in (select seq from log_place where place >= "
                        + entries
                        + "); delete from log_place where place >= " + entries
                        + "; delete from log_tile; delete from log_cosigned; delete from log_timestamp; delete from log_checkpoint");
        room.clock.pass(Duration.ofSeconds(10));
        room.sequencing().run();
        assertThat(room.head().size()).isEqualTo(entries);
    }

    private void refuses(Kind kind, String words) {
        LogGuard guard = guard();
        LogFinding found = guard.look().orElseThrow();
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(guard.refusal()).contains(words);
        assertThatThrownBy(() -> guard.sign(MESSAGE)).isInstanceOf(LogRefused.class);
    }

    @Test
    void signsNothingBeforeItHasLooked() {
        LogGuard guard = guard();
        assertThatThrownBy(() -> guard.sign(MESSAGE)).isInstanceOf(LogRefused.class);
        guard.look();
        assertThat(guard.sign(MESSAGE)).isEqualTo(room.signer.sign(MESSAGE));
    }

    @Test
    void refusesADatabaseFromAnOldBackup() {
        restore(200);
        refuses(Kind.RESTORED, "200 entries");
    }

    @Test
    void refusesItByTheWordOfAWitnessAlone() throws IOException {
        witnessed.add(room.tree.newestHead().orElseThrow());
        Files.delete(dir.resolve("log/checkpoint"));
        restore(200);
        refuses(Kind.RESTORED, "200 entries");
    }

    /** Somebody removed what is kept outside, and put an old backup back. */
    @Test
    void refusesABackupIfNothingTellsWhatIsLostUntilTwoPeopleAcceptIt() throws IOException {
        Files.delete(dir.resolve("log/checkpoint"));
        restore(200);
        new HeadFile(dir.resolve("log")).restored(room.tree.newestHead().orElseThrow());

        refuses(Kind.RESTORED, "a backup of 200 entries");
        assertThat(guard().look().flatMap(LogFinding::lost)).contains(new Lost(200, 201, Optional.empty()));
        witnessed.add(room.tree.newestHead().orElseThrow());
        assertThat(guard().look()).as("a witness tells").isEmpty();
        witnessed.clear();

        goOn(201);
        assertThat(breaks()).containsExactly(new Lost(200, 201, Optional.empty()));
        growAndKeep(0);
        assertThat(guard().look()).as("after the next start").isEmpty();
    }

    @Test
    void refusesATableThatWasEmptied() {
        EmptyLog.in(room.database);
        refuses(Kind.RESTORED, "0 entries");
    }

    @Test
    void refusesAnEntryThatWasChangedAndNamesIt() {
        EmptyLog.as(
                room.database,
                "update log_entry set entry = set_byte(entry, 9, 64) where seq = (select seq from log_place where place = 77)");
        refuses(Kind.EDITED, "the entry of place 77");
    }

    @Test
    void refusesAnEntryThatIsGone() {
        EmptyLog.as(room.database, "delete from log_entry where seq = (select seq from log_place where place = 299)");
        refuses(Kind.EDITED, "the entry of place 299");
    }

    @Test
    void refusesAnEntryThatWasTakenOutOfTheLine() {
        room.append(2);
        EmptyLog.as(room.database, "delete from log_waiting where seq = (select min(seq) from log_waiting)");
        refuses(Kind.EDITED, "1 entries neither");
    }

    @Test
    void refusesAnyBitFlippedInAnyTile() {
        long seed = room.database.random.bytes(1)[0];
        Random random = new Random(seed);
        for (int flip = 0; flip < 40; flip++) {
            int bit = random.nextInt(32 * 8);
            for (String tile :
                    new String[] {"level = 0 and tile_index = 0", "level = 0 and tile_index = 1", "level = 1"}) {
                String set = "update log_tile set bytes = set_bit(bytes, " + bit + ", 1 - get_bit(bytes, " + bit + "))"
                        + " where " + tile;
                EmptyLog.as(room.database, set);
                assertThat(guard().look().map(LogFinding::kind))
                        .as("bit %d of %s, seed %d", bit, tile, seed)
                        .contains(Kind.EDITED);
                EmptyLog.as(room.database, set);
            }
        }
        assertThat(guard().look()).isEmpty();
    }

    @Test
    void refusesAnotherKey() {
        NoteKey other = new NoteKey(room.key.name(), new Ed25519Signer(new byte[32]).publicKey());
        LogGuard guard = guard(other);
        assertThat(guard.look().map(LogFinding::kind)).contains(Kind.KEY_CHANGED);
    }

    @Test
    void refusesHistoryThatWasWrittenAnew() {
        EmptyLog.in(room.database);
        room.append(ENTRIES + 5);
        room.sequencing().run();
        refuses(Kind.REWRITTEN, "another history");
    }

    @Test
    void waitsForAClockThatIsALittleBehindAndNamesOneThatIsFar() {
        room.clock.pass(Duration.ofMinutes(-1));
        LogGuard guard = guard();
        assertThat(guard.look().map(LogFinding::words))
                .hasValueSatisfying(w -> assertThat(w).contains("60 s", "waiting"));
        room.clock.pass(Duration.ofMinutes(1));
        guard.lookAgain();
        assertThat(guard.refusal()).isEmpty();
        room.clock.pass(Duration.ofMinutes(-3));
        refuses(Kind.CLOCK_BACK, "set it right");
    }

    @Test
    void refusesADatabaseThatIsPutBackUnderARunningHub() {
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();
        restore(200);
        guard.keepOutside();

        assertThat(guard.finding().map(LogFinding::kind)).contains(Kind.RESTORED);
        assertThatThrownBy(() -> guard.sign(MESSAGE)).isInstanceOf(LogRefused.class);
    }

    /** To a state that this hub never saw, and that is older than what another hub of the folder has kept. */
    @Test
    void refusesADatabaseThatIsPutBackBehindWhatAnotherHubHasKept() throws IOException {
        LogGuard behind = guard();
        behind.look();
        behind.keepOutside();
        grow(5);
        byte[] newest = room.tree.newestHead().orElseThrow();
        LogGuard other = guard();
        other.look();
        other.keepOutside();
        restore(ENTRIES + 3);

        behind.keepOutside();

        assertThat(behind.finding().map(LogFinding::kind)).contains(Kind.RESTORED);
        assertThatThrownBy(() -> behind.sign(MESSAGE)).isInstanceOf(LogRefused.class);
        assertThat(new HeadFile(dir.resolve("log")).read().orElseThrow())
                .as("the proof that there were more")
                .isEqualTo(newest);
    }

    /** As after a hub that did not look at the file before it kept its own head there. */
    @Test
    void refusesWhatAHeadThatWasLostProvesUntilItIsAccepted() throws IOException {
        restore(200);
        new HeadFile(dir.resolve("log")).replace(room.tree.newestHead().orElseThrow(), room.key);
        assertThat(dir.resolve("log").resolve("lost-" + ENTRIES)).exists();

        refuses(Kind.RESTORED, "200 entries");
    }

    /** With the file away too: what this hub remembers is enough. */
    @Test
    void refusesWhatItRemembersBetterItself() throws IOException {
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();
        restore(200);
        Files.delete(dir.resolve("log/checkpoint"));

        guard.keepOutside();

        assertThat(guard.finding().map(LogFinding::kind)).contains(Kind.RESTORED);
        assertThat(dir.resolve("log/checkpoint")).doesNotExist();
    }

    @Test
    void keepsHeadsAgainOnceALossUnderItIsAccepted() throws IOException {
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();
        restore(200);
        guard.keepOutside();
        accept(dir.resolve("log"), ENTRIES);
        restoring(guard).run();
        grow(0);

        guard.keepOutside();

        assertThat(guard.refusal()).isEmpty();
        assertThat(new HeadFile(dir.resolve("log")).read().orElseThrow())
                .isEqualTo(room.tree.newestHead().orElseThrow());
    }

    private void forgetOutside() throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("log"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void grow(int entries) {
        room.append(entries);
        room.clock.pass(LogLease.TERM);
        room.sequencing().run();
    }

    @Test
    void goesOnWithABreakOnceTwoPeopleHaveAcceptedExactlyThat() throws IOException {
        Lost lost = lostFrom(200);
        restore(200);
        LogGuard guard = guard();
        guard.look();
        Restoring restoring = restoring(guard);
        Path folder = dir.resolve("log");
        restoring.run();
        assertThat(guard.refusal()).isNotEmpty();
        accept(folder, ENTRIES - 1);
        restoring.run();
        assertThat(guard.refusal()).as("another loss was accepted").isNotEmpty();
        accept(folder, ENTRIES, "0".repeat(64));
        restoring.run();
        assertThat(guard.refusal()).as("another of that size").isNotEmpty();

        accept(folder, ENTRIES);
        restoring.run();

        assertThat(guard.refusal()).isEmpty();
        assertThat(breaks()).containsExactly(lost);
        room.clock.pass(LogLease.TERM);
        room.sequencing().run();
        guard.keepOutside();
        assertThat(room.head().size()).isEqualTo(201);
        assertThat(folder.resolve("lost-" + ENTRIES)).exists();
        assertThat(folder.resolve(Restoring.FILE)).doesNotExist();
        assertThat(guard().look()).as("after the next start").isEmpty();
        room.append(200);
        room.clock.pass(LogLease.TERM);
        room.sequencing().run();
        assertThat(guard().look()).as("once it has grown past what was lost").isEmpty();
        room.holdTree();
    }

    private List<Lost> breaks() throws IOException {
        return AcceptedLosses.of(room.entries, room.tree, new HeadFile(dir.resolve("log")), room.key).named().stream()
                .map(Lost::alone)
                .toList();
    }

    private Lost lostFrom(long place) {
        return new Lost(
                place,
                room.head().size(),
                Optional.of(HexFormat.of().formatHex(room.head().root())));
    }

    /** The log goes on from a backup of so many entries, without what was lost after them. */
    private void goOnFrom(int entries) throws IOException {
        long lost = room.head().size();
        restore(entries);
        goOn(lost);
    }

    private void goOn(long lost) throws IOException {
        LogGuard guard = guard();
        guard.look();
        accept(dir.resolve("log"), lost);
        restoring(guard).run();
        assertThat(guard.refusal()).isEmpty();
        grow(0);
        guard.keepOutside();
    }

    /** The database that was given up is found again, undamaged, and put back instead of the one in use. */
    @Test
    void refusesTheHistoryThatWasGivenUp() throws IOException {
        for (int since : new int[] {10, 250}) {
            room.save();
            goOnFrom(200);
            growAndKeep(since);

            room.putBack();

            refuses(Kind.GIVEN_UP, "given up from place 200");
            assertThat(guard().look().flatMap(LogFinding::lost))
                    .as("nobody can accept the loss of what is there")
                    .isEmpty();
            EmptyLog.in(room.database);
            forgetOutside();
            growsALogAndKeepsItsHead();
        }
    }

    /** The entry by which the log went on is genuine, and stands in a log that has what it says is lost, in part or whole. */
    @ParameterizedTest
    @ValueSource(ints = {250, ENTRIES})
    void refusesTheHistoryThatWasGivenUpWithACopyOfTheBreakInIt(int given) throws IOException {
        room.save();
        goOnFrom(200);
        growAndKeep(10);
        StoredEntry genuine = room.entries.breaks().get(0).entry();
        room.putBack();
        if (given < ENTRIES) {
            restore(given);
        }
        room.database.inApp().executeWithoutResult(status -> room.entries.add(genuine));

        refuses(Kind.GIVEN_UP, "given up from place 200");
        grow(0);
        refuses(Kind.GIVEN_UP, "given up from place 200");
        grow(20);
        refuses(Kind.GIVEN_UP, "given up from place 200");
        deleteOutside("break-");
        refuses(Kind.EDITED, "the entry " + genuine.entryId() + " tells of a loss in another log");
        assertThat(breaks()).as("nobody can accept more because of it").isEmpty();
    }

    private void deleteOutside(String name) throws IOException {
        for (Path file : outside(name)) {
            Files.delete(file);
        }
    }

    private List<Path> outside(String name) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("log"))) {
            return files.filter(f -> f.getFileName().toString().startsWith(name))
                    .toList();
        }
    }

    /** The hub dies between what it keeps of an acceptance and the commit; then a backup is found that has all. */
    @Test
    void takesALongerBackupWhenTheLogNeverWentOnWithoutIt() throws IOException {
        room.save();
        restore(200);
        goOnAndDie(false);
        assertThat(breaks()).isEmpty();

        room.putBack();

        assertThat(guard().look()).as("nothing was given up").isEmpty();
    }

    @Test
    void goesOnOnceAfterItDiedAndKnowsWhatWasGivenUp() throws IOException {
        room.save();
        restore(200);
        LogGuard other = guard();
        other.look();
        goOnAndDie(true);

        restoring(other).run();

        assertThat(other.refusal()).isEmpty();
        assertThat(breaks()).as("not once more").hasSize(1);
        room.putBack();
        refuses(Kind.GIVEN_UP, "given up from place 200");
    }

    /** Whoever may write to the database adds the entry that was promised and never committed. */
    @Test
    void keepsNoRefusalOfALossThatNobodyWentOnAfter() throws IOException {
        room.save();
        restore(200);
        goOnAndDie(false);
        room.putBack();
        List<String> lines = Files.readAllLines(outside("accepting-").get(0));
        StoredEntry promised = new StoredEntry(
                room.database.random.uuid().toString(),
                TreeRoom.NOON,
                Act.BREAK,
                Optional.empty(),
                lines.get(0).getBytes(StandardCharsets.UTF_8),
                lines.get(1).getBytes(StandardCharsets.UTF_8));
        room.database.inApp().executeWithoutResult(status -> room.entries.add(promised));

        refuses(Kind.EDITED, "tells of a loss in another log");

        assertThat(outside("break-")).isEmpty();
        EmptyLog.as(
                room.database,
                "delete from log_waiting where seq = (select seq from log_entry where act = 'BREAK');"
                        + " delete from log_entry where act = 'BREAK'");
        assertThat(guard().look()).as("once it is taken out").isEmpty();
    }

    /** What another hub has renamed meanwhile is listed, and is not there any more when it is read. */
    @Test
    void startsThoughAnotherHubRenamesWhatWasAccepted() throws IOException {
        goOnFrom(200);
        Path folder = dir.resolve("log");
        Files.createSymbolicLink(folder.resolve("accepting-300"), folder.resolve("gone"));

        assertThat(guard().look()).isEmpty();
    }

    /** Two people's word is for the loss that they were told of, and for none of the same size. */
    @Test
    void takesNobodysWordTwice() throws IOException {
        goOnFrom(200);
        growAndKeep(ENTRIES - 201);
        assertThat(room.head().size()).isEqualTo(ENTRIES);
        restore(250);
        LogGuard guard = guard();
        guard.look();
        Path folder = dir.resolve("log");
        Files.move(folder.resolve(Restoring.FILE + "-" + ENTRIES), folder.resolve(Restoring.FILE));

        restoring(guard).run();

        assertThat(guard.finding().map(LogFinding::kind)).contains(Kind.RESTORED);
        assertThat(breaks()).hasSize(1);
    }

    /** It died when the log had gone on, and finds nothing lost when it starts. */
    @Test
    void leavesNoWordOfPeopleBehindThatWasTaken() throws IOException {
        restore(200);
        goOnAndDie(true);
        LogGuard guard = guard();
        assertThat(guard.look()).isEmpty();

        restoring(guard).run();

        assertThat(dir.resolve("log").resolve(Restoring.FILE)).doesNotExist();
        assertThat(breaks()).hasSize(1);
    }

    private void goOnAndDie(boolean committed) throws IOException {
        LogGuard guard = guard();
        guard.look();
        accept(dir.resolve("log"), ENTRIES);
        TransactionTemplate dying = new TransactionTemplate(room.database.appManager) {
            @Override
            public <T> T execute(TransactionCallback<T> work) {
                if (committed) {
                    super.execute(work);
                    throw new Died();
                }
                return super.execute(status -> {
                    work.doInTransaction(status);
                    throw new Died();
                });
            }
        };
        assertThatThrownBy(() -> restoring(guard, dying).run()).isInstanceOf(Died.class);
    }

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** An entry that is kept as if it were yet to be committed excuses nothing: heads prove the log that went on. */
    @Test
    void refusesTheHistoryThatWasGivenUpThoughSomebodyRenamesWhatSaysSo() throws IOException {
        room.save();
        goOnFrom(200);
        growAndKeep(50);
        room.putBack();
        for (Path file : outside("break-")) {
            Files.move(file, file.resolveSibling(file.getFileName().toString().replace("break-", "accepting-")));
        }

        refuses(Kind.REWRITTEN, "another history");
        assertThat(guard().look().flatMap(LogFinding::lost)).isEmpty();
    }

    /** The first loss reached further than the second, and is older: it says nothing of what the second gave up. */
    @Test
    void refusesTheHistoryThatASecondLossGaveUp() throws IOException {
        goOnFrom(200);
        growAndKeep(50);
        room.save();
        goOnFrom(220);
        growAndKeep(20);

        room.putBack();

        refuses(Kind.GIVEN_UP, "given up from place 220");
    }

    /** A slow witness tells of what was given up long ago, and people accept it: that gives up nothing of the log that goes on. */
    @Test
    void takesABackupFromBeforePeopleAcceptedAHeadOfWhatWasLost() throws IOException {
        byte[] unknown = room.tree.newestHead().orElseThrow();
        growAndKeep(20);
        goOnFrom(200);
        growAndKeep(110);
        witnessed.add(unknown);
        goOn(ENTRIES);
        assertThat(room.head().size()).isEqualTo(312);

        restore(250);

        refuses(Kind.RESTORED, "250 entries");
        goOn(312);
        growAndKeep(100);
        assertThat(guard().look()).as("once it has grown past it").isEmpty();
    }

    /** What was lost once is no excuse for losing as much of what came instead. */
    @Test
    void refusesABackupOfTheHistoryThatWentOn() throws IOException {
        goOnFrom(200);
        grow(50);
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();
        assertThat(room.head().size()).isEqualTo(251);

        restore(220);
        refuses(Kind.RESTORED, "220 entries");
        grow(40);
        refuses(Kind.REWRITTEN, "another history");
    }

    /** Twice from further back: the first break is lost with what it was in. */
    @Test
    void goesOnWhereTheBreakItselfIsLost() throws IOException {
        goOnFrom(200);
        grow(50);
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();

        goOnFrom(150);
        grow(100);

        assertThat(guard().look()).isEmpty();
    }

    @Test
    void knowsAnEarlierHeadOfWhatWasLostThatAWitnessStillKeeps() throws IOException {
        byte[] behind = room.tree.newestHead().orElseThrow();
        grow(20);
        byte[] newest = room.tree.newestHead().orElseThrow();
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();
        witnessed.add(behind);
        goOnFrom(200);
        assertThat(breaks())
                .singleElement()
                .satisfies(lost -> assertThat(lost.earlier())
                        .as("the entry names it")
                        .extracting(Lost.Head::size)
                        .containsExactly((long) ENTRIES));
        assertThat(guard().look()).isEmpty();
        grow(110);
        assertThat(guard().look()).as("once it has grown past it").isEmpty();
        witnessed.add(newest);
        assertThat(guard().look()).isEmpty();
    }

    private void growAndKeep(int entries) {
        grow(entries);
        LogGuard guard = guard();
        assertThat(guard.look()).isEmpty();
        guard.keepOutside();
    }

    /** A backup is put back; a made-up break and a copy of the signed head that a witness keeps would excuse what it lacks. */
    @Test
    void refusesABreakInTheFolderThatTheLogsKeyDidNotPromise() throws IOException {
        goOnFrom(200);
        growAndKeep(200);
        byte[] newest = room.tree.newestHead().orElseThrow();
        witnessed.add(newest);
        restore(250);
        Path folder = dir.resolve("log");
        Files.delete(folder.resolve("checkpoint"));
        OwnerOnly.replace(folder.resolve("lost-401"), newest);
        StoredEntry genuine = room.entries.breaks().get(0).entry();
        String line = new String(genuine.entry(), StandardCharsets.UTF_8)
                .replaceAll("\"lost\":\\{.*?\\}", "\"lost\":{\"from\":210,\"to\":999999999}");
        String promise = new String(genuine.promise(), StandardCharsets.UTF_8);
        Path forged = folder.resolve("break-999999999");

        for (String content : List.of(line, line + "\n" + promise + "\n", "", "no entry\nno promise\n")) {
            OwnerOnly.replace(forged, content.getBytes(StandardCharsets.UTF_8));
            refuses(Kind.EDITED, "the file break-999999999");
        }

        Files.delete(forged);
        refuses(Kind.RESTORED, "were 401");
    }

    /** The hub's own role may add rows. */
    @Test
    void refusesABreakInTheDatabaseThatTheLogsKeyDidNotPromise() throws IOException {
        Lost lost = lostFrom(200);
        restore(200);
        Ed25519Signer stranger = new Ed25519Signer(new byte[32]);
        new TransactionTemplate(room.database.appManager)
                .executeWithoutResult(
                        status -> new DisclosureLog(room.entries, stranger, room.clock, room.database.random::bytes)
                                .append(Draft.ofLoss("hub", lost, List.of())));

        refuses(Kind.EDITED, "the entry " + room.entries.breaks().get(0).entry().entryId());
        assertThat(guard().look().flatMap(LogFinding::lost)).isEmpty();
    }

    /** Copied to where lost heads are kept, the head of what came after a loss looks like one of what was lost. */
    @Test
    void excusesNoHeadOfTheHistoryThatWentOnByALossThatWasLarger() throws IOException {
        goOnFrom(200);
        growAndKeep(50);
        byte[] newest = room.tree.newestHead().orElseThrow();
        restore(220);
        Path folder = dir.resolve("log");
        Files.delete(folder.resolve("checkpoint"));
        OwnerOnly.replace(folder.resolve("lost-251"), newest);
        witnessed.add(newest);

        refuses(Kind.RESTORED, "were 251");
    }

    /** Not even when people accept another loss meanwhile: the tree of now leads on from it. */
    @Test
    void namesNoHeadAsLostThatTheLogStillExtends() throws IOException {
        byte[] unknown = room.tree.newestHead().orElseThrow();
        grow(20);
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();
        goOnFrom(200);
        growAndKeep(60);
        OwnerOnly.replace(dir.resolve("log/lost-261"), room.tree.newestHead().orElseThrow());
        growAndKeep(110);
        witnessed.add(unknown);
        goOn(ENTRIES);

        assertThat(breaks())
                .hasSize(2)
                .allSatisfy(lost -> assertThat(lost.earlier()).isEmpty());
    }

    /** A hub that went on after a loss when breaks named sizes alone, and is upgraded. */
    @Test
    void goesOnAfterALossThatWasAcceptedBeforeRootsWereNamed() throws IOException {
        byte[] behind = room.tree.newestHead().orElseThrow();
        growAndKeep(20);
        restore(200);
        new TransactionTemplate(room.database.appManager)
                .executeWithoutResult(status -> new DisclosureLog(
                                room.entries, room.signer, room.clock, room.database.random::bytes)
                        .append(Draft.ofLoss("hub", new Lost(200, ENTRIES + 20, Optional.empty()), List.of())));
        growAndKeep(0);
        assertThat(dir.resolve("log/lost-" + (ENTRIES + 20))).exists();
        witnessed.add(behind);

        assertThat(guard().look()).isEmpty();
        growAndKeep(150);
        assertThat(guard().look()).as("once it has grown past it").isEmpty();
    }

    /** It was away when the loss was accepted: people must look, and can accept. */
    @Test
    void asksPeopleAboutAHeadOfWhatWasLostThatNobodyKnew() throws IOException {
        byte[] unknown = room.tree.newestHead().orElseThrow();
        grow(20);
        LogGuard guard = guard();
        guard.look();
        guard.keepOutside();
        goOnFrom(200);
        grow(110);
        witnessed.add(unknown);
        refuses(Kind.REWRITTEN, "another history");
        goOn(ENTRIES);
        assertThat(guard().look()).isEmpty();
    }

    @Test
    void goesOnInEveryHubOfTheFolderWithOneBreak() throws IOException {
        Lost lost = lostFrom(200);
        restore(200);
        LogGuard one = guard();
        LogGuard other = guard();
        one.look();
        other.look();
        accept(dir.resolve("log"), ENTRIES);

        restoring(one).run();
        restoring(other).run();

        assertThat(one.refusal()).isEmpty();
        assertThat(other.refusal()).isEmpty();
        assertThat(breaks()).containsExactly(lost);
    }

    @Test
    void keepsTheLaterHeadWhenAnotherHubOfTheFolderWasFaster() throws IOException {
        byte[] early = room.tree.newestHead().orElseThrow();
        room.append(5);
        room.clock.pass(LogLease.TERM);
        room.sequencing().run();
        LogGuard fast = guard();
        fast.look();
        TreeStore slow = mock(TreeStore.class, AdditionalAnswers.delegatesTo(room.tree));
        LogGuard behind = new LogGuard(
                room.signer,
                room.key,
                slow,
                room.entries,
                new HeadFile(dir.resolve("log")),
                () -> witnessed,
                room.clock);
        behind.look();
        // It reads the early head, and before it goes on the other keeps the later one.
        doAnswer(call -> {
                    fast.keepOutside();
                    return Optional.of(early);
                })
                .doAnswer(call -> room.tree.newestHead())
                .when(slow)
                .newestHead();

        behind.keepOutside();

        assertThat(new HeadFile(dir.resolve("log")).read())
                .hasValueSatisfying(kept ->
                        assertThat(kept).isEqualTo(room.tree.newestHead().orElseThrow()));
        assertThat(dir.resolve("log").resolve("lost-" + (ENTRIES + 5)))
                .as("nothing was lost")
                .doesNotExist();
    }

    /** Another hub stands still with the lock, or the disk is full: logging goes on, and somebody must look. */
    @Test
    void saysThatItsHeadsAreNotKeptOnceThatHasFailedForLong() throws IOException {
        HeadFile file = mock(HeadFile.class, AdditionalAnswers.delegatesTo(new HeadFile(dir.resolve("log"))));
        LogGuard guard =
                new LogGuard(room.signer, room.key, room.tree, room.entries, file, () -> witnessed, room.clock);
        guard.look();
        doThrow(new IOException("is held by another")).when(file).alone(any());
        for (int round = 1; round <= 10; round++) {
            assertThat(guard.keeps()).as("before round %d", round).isTrue();
            assertThatThrownBy(guard::keepOutside).isInstanceOf(UncheckedIOException.class);
        }
        assertThat(guard.keeps()).isFalse();
        assertThat(guard.refusal()).isEmpty();

        reset(file);
        guard.keepOutside();
        assertThat(guard.keeps()).isTrue();
    }

    @Test
    void takesNobodysWordThatTheLogsKeyDidNotSign() throws IOException {
        restore(200);
        LogGuard guard = guard();
        guard.look();
        Ed25519Signer stranger = new Ed25519Signer(new byte[32]);
        OwnerOnly.replace(
                dir.resolve("log").resolve(Restoring.FILE),
                new Acceptance(ENTRIES, rootOf(ENTRIES), "A. Operator", "B. Lead", "disk failed")
                        .signed(room.key, stranger));
        restoring(guard).run();
        assertThat(guard.refusal()).isNotEmpty();
        assertThat(breaks()).isEmpty();
    }

    private Restoring restoring(LogGuard guard) {
        return restoring(guard, room.database.inApp());
    }

    private Restoring restoring(LogGuard guard, TransactionTemplate transactions) {
        DisclosureLog log = new DisclosureLog(room.entries, room.signer, room.clock, room.database.random::bytes);
        SaltStore salts = new SaltStore(room.database.app, room.database.vault, room.database.random);
        return new Restoring(guard, room.key, log, room.entries, salts, transactions, dir.resolve("log"));
    }

    private void accept(Path folder, long size) throws IOException {
        accept(folder, size, rootOf(size));
    }

    /** As the command finds it: of the head that is kept, in the folder or by a witness, or of the backup's own. */
    private String rootOf(long size) throws IOException {
        HeadFile file = new HeadFile(dir.resolve("log"));
        List<byte[]> heads = new ArrayList<>(witnessed);
        file.read().ifPresent(heads::add);
        Optional<byte[]> restored = file.restored();
        return heads.stream()
                .flatMap(note -> Checkpoint.signed(note, room.key).stream())
                .filter(head -> head.size() == size)
                .findFirst()
                .or(() -> restored.flatMap(note -> Checkpoint.signed(note, room.key)))
                .map(head -> HexFormat.of().formatHex(head.root()))
                .orElse("0".repeat(64));
    }

    private void accept(Path folder, long size, String root) throws IOException {
        OwnerOnly.replace(
                folder.resolve(Restoring.FILE),
                new Acceptance(size, root, "A. Operator", "B. Lead", "disk failed").signed(room.key, room.signer));
    }

    @Test
    void wantsTwoPeople() {
        String root = "0".repeat(64);
        for (String second : new String[] {"A. Operator", "a. operator ", "", "two\nlines"}) {
            assertThatThrownBy(() -> new Acceptance(1, root, "A. Operator", second, "why"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Optional<Acceptance> read = Acceptance.read(
                new Acceptance(7, root, "A. Operator", "B. Lead", "why").signed(room.key, room.signer), room.key);
        assertThat(read).contains(new Acceptance(7, root, "A. Operator", "B. Lead", "why"));
    }
}
