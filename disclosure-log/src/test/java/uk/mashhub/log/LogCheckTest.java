package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.LogFinding.Kind;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;

class LogCheckTest {
    private static final int ENTRIES = 600;

    private final LogRoom room = new LogRoom(3);
    private byte[] early = new byte[0];

    @BeforeEach
    void growsALog() throws IOException {
        append(10);
        early = head(room.tree);
        append(ENTRIES - 10);
    }

    private void append(int entries) throws IOException {
        for (int i = 0; i < entries; i++) {
            room.log().append(Drafts.aDecision(Drafts.utf8("{}")));
        }
        room.sequence();
    }

    private static byte[] head(TreeStore store) {
        return store.newestHead().orElseThrow();
    }

    private Optional<LogFinding> look(TreeStore store, byte[]... kept) throws IOException {
        return new LogCheck(store, room.key).run(List.of(kept), List.of());
    }

    private TreeStore restoredTo(int entries) throws IOException {
        return room.treeOf(room.store.inOrder().limit(entries));
    }

    @Test
    void findsNothingInTheLogThatWasSigned() throws IOException {
        assertThat(look(room.tree)).isEmpty();
        assertThat(look(room.tree, early, head(room.tree))).isEmpty();
        assertThat(look(new InMemoryTreeStore(new InMemoryEntryStore()))).isEmpty();
    }

    @Test
    void findsThatAnOldBackupWasRestored() throws IOException {
        LogFinding found = look(restoredTo(500), head(room.tree)).orElseThrow();

        assertThat(found.kind()).isEqualTo(Kind.RESTORED);
        assertThat(found.words()).contains("500 entries", "were " + ENTRIES);
        assertThat(found.lost()).contains(lostFrom(500));
        assertThat(look(new InMemoryTreeStore(new InMemoryEntryStore()), early).map(LogFinding::kind))
                .contains(Kind.RESTORED);
    }

    @Test
    void findsAnotherHistoryOfTheSameOrALargerSize() throws IOException {
        TreeStore other = room.treeOf(room.store.inOrder().skip(1));

        assertThat(look(other, early).map(LogFinding::kind)).contains(Kind.REWRITTEN);
        assertThat(look(room.treeOf(room.store.inOrder().skip(590)), early).map(LogFinding::kind))
                .contains(Kind.REWRITTEN);
    }

    @Test
    void findsThatTheKeyWasChanged() throws IOException {
        NoteKey other = new NoteKey(room.key.name(), new Ed25519Signer(new byte[32]).publicKey());

        assertThat(new LogCheck(room.tree, other).run(List.of(), List.of()).map(LogFinding::kind))
                .contains(Kind.KEY_CHANGED);
        assertThat(look(room.tree, "no note\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .map(LogFinding::kind))
                .contains(Kind.KEY_CHANGED);
    }

    @Test
    void letsGoOnWithoutWhatPeopleAcceptedAsLost() throws IOException {
        TreeStore restored = restoredTo(500);
        byte[] lost = head(room.tree);
        LogCheck check = new LogCheck(restored, room.key);

        assertThat(check.run(List.of(lost, early), List.of(lostFrom(500)))).isEmpty();
        assertThat(check.run(List.of(lost), List.of(new Lost(500, ENTRIES, Optional.of("0a".repeat(32))))))
                .as("as large, and another tree")
                .isPresent();
        assertThat(check.run(List.of(lost), List.of(new Lost(500, ENTRIES, Optional.empty()))))
                .as("accepted before roots were named")
                .isEmpty();
        assertThat(check.run(List.of(lost), List.of(new Lost(500, ENTRIES - 1, Optional.empty()))))
                .as("and smaller")
                .isPresent();
        assertThat(check.run(
                        List.of(lost),
                        List.of(new Lost(500, ENTRIES + 1, lostFrom(500).root()))))
                .isPresent();
    }

    @Test
    void namesWhatPeopleCouldAcceptWhereAnotherHistoryMayHaveBeenGivenUp() throws IOException {
        TreeStore other = room.treeOf(room.store.inOrder().skip(1));
        Lost reaching = new Lost(5, 20, Optional.of("0a".repeat(32)));

        LogFinding found = new LogCheck(other, room.key)
                .run(List.of(early), List.of(reaching))
                .orElseThrow();

        assertThat(found.kind()).isEqualTo(Kind.REWRITTEN);
        assertThat(found.lost().map(lost -> lost.from() + " to " + lost.to())).contains("5 to 10");
        assertThat(new LogCheck(other, room.key)
                        .run(List.of(early), List.of(found.lost().orElseThrow())))
                .isEmpty();
        assertThat(look(other, early).flatMap(LogFinding::lost)).isEmpty();
    }

    private Lost lostFrom(long place) {
        Checkpoint head = Checkpoint.signed(head(room.tree), room.key).orElseThrow();
        return Lost.of(place, head);
    }

    @Test
    void readsWhatABreakSaysFromItsEntryAlone() {
        Lost lost = new Lost(500, 600, Optional.of("0a".repeat(32)));
        assertThat(said(room.log().append(Draft.ofLoss("hub", lost, List.of()))))
                .contains(lost);
        Checkpoint later = new Checkpoint(room.key.name(), 590, new byte[32]);
        Lost more = lost.with(later).with(new Checkpoint(room.key.name(), 510, new byte[32]));
        assertThat(more.earlier()).extracting(Lost.Head::size).containsExactly(510L, 590L);
        assertThat(said(room.log().append(Draft.ofLoss("hub", more, List.of()))))
                .contains(more);
        Lost told = more.goingOn(new Lost.Head(500, "0b".repeat(32)));
        assertThat(said(room.log().append(Draft.ofLoss("hub", told, List.of()))))
                .contains(told);
        assertThat(told.alone()).isEqualTo(more);
        assertThat(more.covers(later)).isTrue();
        assertThat(lost.covers(later)).isFalse();
        assertThat(said(room.log().append(Drafts.aDisclosureOfLines(1)))).isEmpty();
        Lost unknown = new Lost(500, 501, Optional.empty());
        assertThat(said(room.log().append(Draft.ofLoss("hub", unknown, List.of()))))
                .contains(unknown);
    }

    private Optional<Lost> said(Logged logged) {
        return Lost.promised(logged.entry(), logged.promise(), room.key);
    }

    @Test
    void readsNothingFromABreakThatTheLogsKeyDidNotPromise() {
        Logged one =
                room.log().append(Draft.ofLoss("hub", new Lost(500, 600, Optional.of("0a".repeat(32))), List.of()));
        Logged other =
                room.log().append(Draft.ofLoss("hub", new Lost(500, 700, Optional.of("0a".repeat(32))), List.of()));

        assertThat(Lost.promised(other.entry(), one.promise(), room.key))
                .as("the promise of another entry")
                .isEmpty();
        assertThat(Lost.promised(one.entry(), one.promise(), new LogRoom(4).key))
                .as("another key's")
                .isEmpty();
        assertThat(Lost.promised(one.entry(), new byte[0], room.key)).isEmpty();
    }

    @Test
    void namesAsLostNoHeadFromOutsideThePlacesThatAre() {
        Lost lost = new Lost(500, 600, Optional.of("0a".repeat(32)));
        for (int size : new int[] {500, 600, 601}) {
            assertThat(lost.with(new Checkpoint(room.key.name(), size, new byte[32])))
                    .as("size %d", size)
                    .isEqualTo(lost);
        }
    }
}
