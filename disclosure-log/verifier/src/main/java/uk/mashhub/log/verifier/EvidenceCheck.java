package uk.mashhub.log.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.EvidenceList;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.MerkleRoot;

/**
 * Checks the earlier checkpoints of an export against its entries as these come in: the first so many give that root, the log
 * signed it, and the time authority stamped it. Witnesses are counted.
 */
final class EvidenceCheck {
    private final ExportFolder folder;
    private final Trust trust;
    private final TrustPolicy policy;
    /** The same without its quorum: a checkpoint that was stamped need not be cosigned too. */
    private final TrustPolicy byTheLog;

    private final List<EvidenceList.Head> heads;
    private final List<String> stamps = new ArrayList<>();
    private int next;
    private int witnessed;
    private int tokens;

    EvidenceCheck(ExportFolder folder, EvidenceList list, TrustPolicy policy, Trust trust) {
        this.folder = folder;
        this.trust = trust;
        this.policy = policy;
        this.byTheLog = new TrustPolicy(
                policy.logs(), policy.witnesses(), policy.addresses(), policy.groups(), Optional.empty());
        this.heads = list.heads();
    }

    /** Takes in that the tree has grown by an entry. */
    void grown(MerkleRoot tree) throws Stop {
        if (next < heads.size() && heads.get(next).size() == tree.size()) {
            check(heads.get(next), tree.root());
            next++;
        }
    }

    private void check(EvidenceList.Head head, byte[] root) throws Stop {
        String file = head.noteFile();
        SignedNote note = SignedNote.read(folder.listed(file, head.note()))
                .orElseThrow(() -> Stop.bad(file, "is not a signed note"));
        Checkpoint checkpoint = Trust.believed(note, byTheLog, trust.algorithms(), file);
        if (checkpoint.size() != head.size() || !Arrays.equals(checkpoint.root(), root)) {
            throw Stop.bad(file, "is not over the first " + head.size() + " entries: the log was rewritten");
        }
        if (policy.quorum().isPresent()
                && policy.judge(note, trust.algorithms()).kind() == TrustPolicy.Verdict.Kind.GOOD) {
            witnessed++;
        }
        if (head.token().isPresent()) {
            token(head, note.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void token(EvidenceList.Head head, byte[] text) throws Stop {
        byte[] token = folder.listed(head.tokenFile(), head.token().orElseThrow());
        tokens++;
        if (trust.times().isPresent()) {
            String when = trust.times()
                    .get()
                    .stamped(token, text)
                    .orElseThrow(() -> Stop.bad(
                            head.tokenFile(),
                            "is not over " + head.noteFile() + ", or not of an authority that is named"));
            stamps.add("time: the first " + head.size() + " entries were there at " + when);
        }
    }

    /** No more entries come. */
    Report end(Report good) throws Stop {
        if (next < heads.size()) {
            throw Stop.bad(heads.get(next).noteFile(), "is of more entries than this export has");
        }
        if (heads.isEmpty()) {
            return good.and("this export carries no heads of witnesses and no time tokens; that proves nothing about"
                    + " whether there are any");
        }
        Report report = good;
        if (policy.quorum().isPresent()) {
            report = report.and("witnesses: " + witnessed + " of " + heads.size()
                    + " earlier checkpoints are cosigned as the policy asks");
        }
        for (String stamp : stamps) {
            report = report.and(stamp);
        }
        return tokens == stamps.size()
                ? report
                : report.butNot(tokens + " time tokens over earlier checkpoints: disclosure-log-verifier-full.jar does,"
                        + " with --authority CERTIFICATE.");
    }
}
