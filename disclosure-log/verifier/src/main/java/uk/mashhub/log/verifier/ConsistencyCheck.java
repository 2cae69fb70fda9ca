package uk.mashhub.log.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.TileTree;

/**
 * Checks that between two checkpoints the log only grew: the tree of the later begins with that of the earlier. Two that
 * cannot be brought together prove that the log showed different histories, and both bear its signature.
 */
public final class ConsistencyCheck {
    private ConsistencyCheck() {}

    /**
     * Checks two checkpoints in either order.
     *
     * @param export folder of an export at least as long as the later of them
     */
    public static Report of(Path one, Path other, Path export, Trust trust) {
        try {
            return check(note(one, "the first checkpoint"), note(other, "the second checkpoint"), export, trust);
        } catch (Stop stop) {
            return stop.report();
        }
    }

    private static SignedNote note(Path file, String name) throws Stop {
        return SignedNote.read(ExportFolder.head(file, name)).orElseThrow(() -> Stop.bad(name, "is not a signed note"));
    }

    private static Report check(SignedNote one, SignedNote other, Path export, Trust trust) throws Stop {
        ExportFolder folder = new ExportFolder(export);
        TrustPolicy policy = folder.policy(trust);
        Checkpoint first = Trust.believed(one, policy, trust.algorithms(), "the first checkpoint");
        Checkpoint second = Trust.believed(other, policy, trust.algorithms(), "the second checkpoint");
        if (!first.origin().equals(second.origin())) {
            throw Stop.bad("the checkpoints", "are of two logs");
        }
        if (first.contradicts(second)) {
            throw Stop.bad(
                    "the checkpoints", "the log signed two different trees of " + first.size() + " entries: a fork");
        }
        Checkpoint older = first.size() <= second.size() ? first : second;
        Checkpoint newer = first.size() <= second.size() ? second : first;
        checkGrowth(older, newer, folder, policy, trust);
        Report good =
                Report.good(newer.origin() + " only grew from " + older.size() + " to " + newer.size() + " entries");
        return trust.policy().isPresent() ? good : ExportCheck.withoutPolicy(good, one);
    }

    private static void checkGrowth(
            Checkpoint older, Checkpoint newer, ExportFolder folder, TrustPolicy policy, Trust trust) throws Stop {
        Checkpoint head = Trust.believed(folder.checkpoint(), policy, trust.algorithms(), "the export's checkpoint");
        if (!head.origin().equals(newer.origin()) || head.size() < newer.size()) {
            throw Stop.notChecked("the export ends before the later checkpoint: ask for a newer one");
        }
        try {
            TileTree tree = new TileTree(folder.tilesOf(head.size()), newer.size());
            if (!Arrays.equals(tree.root(), newer.root())) {
                throw Stop.bad(
                        "the later checkpoint", "is not over the entries of this export: a fork, or a changed export");
            }
            boolean grew = ConsistencyProof.verifies(
                    older.size(), newer.size(), older.root(), newer.root(), tree.consistency(older.size()));
            if (!grew) {
                throw Stop.bad("the earlier checkpoint", "is not a beginning of the later one: the log was rewritten");
            }
        } catch (IOException missing) {
            throw Stop.bad("the export", "a tile is missing or has another length");
        }
    }
}
