package uk.mashhub.log.verifier;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.EvidenceList;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.EntryBundle;
import uk.mashhub.log.tree.MerkleRoot;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TreeHash;

/**
 * Checks an exported log from its first entry to its checkpoint: every entry hashes to its leaf, every tile to the one
 * above, all to the root that was signed, and on the way to every earlier checkpoint that it carries. Reads one bundle at a time, so memory does not grow with the log; the first
 * thing that is wrong is named.
 */
public final class ExportCheck {
    private final ExportFolder folder;
    private final Trust trust;
    private final MerkleRoot tree = new MerkleRoot();

    private ExportCheck(Path dir, Trust trust) {
        this.folder = new ExportFolder(dir);
        this.trust = Objects.requireNonNull(trust, "trust");
    }

    /** Checks the export in a folder; without a policy, against the key in the folder itself. */
    public static Report of(Path dir, Trust trust) {
        try {
            return new ExportCheck(dir, trust).run();
        } catch (Stop stop) {
            return stop.report();
        }
    }

    private Report run() throws Stop {
        SignedNote note = folder.checkpoint();
        TrustPolicy policy = folder.policy(trust);
        Checkpoint head = Trust.believed(note, policy, trust.algorithms(), ExportFolder.CHECKPOINT);
        EvidenceList list = folder.evidence();
        EvidenceCheck evidence = new EvidenceCheck(folder, list, policy, trust);
        checkTree(head.size(), evidence);
        if (!Arrays.equals(tree.root(), head.root())) {
            throw Stop.bad(ExportFolder.CHECKPOINT, "its root is not over these " + head.size() + " entries");
        }
        Report good = evidence.end(
                Report.good(head.size() + " entries of " + head.origin() + ", all as the log signed them"));
        Optional<String> stranger = folder.stranger(head.size(), list);
        if (stranger.isPresent()) {
            throw Stop.notChecked("the file " + stranger.get() + ", which is no part of this log; the " + head.size()
                    + " entries are good");
        }
        return trust.policy().isPresent() ? good : withoutPolicy(good, note);
    }

    static Report withoutPolicy(Report good, SignedNote note) {
        Report report = good.butNot("whether the key in " + ExportFolder.VKEY
                + " is the log's. Compare it with the one you were given, or name that one: --vkey or --policy.");
        int others = note.signatures().size() - 1;
        return others == 0
                ? report
                : report.butNot(others + " more signatures of the checkpoint: name the witnesses' keys with --policy.");
    }

    private void checkTree(long size, EvidenceCheck evidence) throws Stop {
        LevelCheck above = new LevelCheck(folder, 1, size);
        for (long index = 0; Tile.of(0, index, size).isPresent(); index++) {
            Tile leaves = Tile.of(0, index, size).orElseThrow();
            byte[] hashes = checkEntries(leaves, evidence);
            if (!leaves.isPartial()) {
                above.add(hashes);
            }
        }
        above.end();
    }

    /** Checks a bundle against its leaf hashes, and gives these. */
    private byte[] checkEntries(Tile leaves, EvidenceCheck evidence) throws Stop {
        Tile bundle = new Tile(Tile.ENTRIES, leaves.index(), leaves.width());
        byte[] bytes = folder.tile(bundle, EntryBundle.MAX_BYTES);
        byte[] hashes = LevelCheck.hashesOf(folder, leaves);
        List<byte[]> entries = EntryBundle.begun(bytes);
        for (int i = 0; i < leaves.width(); i++) {
            String where = "entry " + tree.size() + " (" + bundle.path() + ")";
            if (i >= entries.size()) {
                throw Stop.bad(where, "is cut short");
            }
            byte[] hash = TreeHash.leaf(entries.get(i));
            int at = i * TreeHash.LENGTH;
            if (!Arrays.equals(hash, 0, TreeHash.LENGTH, hashes, at, at + TreeHash.LENGTH)) {
                throw Stop.bad(where, "does not hash to its leaf in " + leaves.path() + ": one of the two was changed");
            }
            tree.addLeaf(hash);
            evidence.grown(tree);
        }
        if (entries.size() > leaves.width() || EntryBundle.read(bytes).isEmpty()) {
            throw Stop.bad(bundle.path(), "goes on after entry " + (tree.size() - 1));
        }
        return hashes;
    }
}
