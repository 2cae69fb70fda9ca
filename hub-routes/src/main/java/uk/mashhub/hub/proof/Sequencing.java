package uk.mashhub.hub.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.SignedNote;

/**
 * Takes the log's entries into its tree, in this instance's turn. Places, tiles, the head and the turn commit in one
 * transaction: a crash at any instant leaves the tree as it was before or as it is after, and entries wait for whoever is
 * next.
 */
public final class Sequencing {
    private final LogLease lease;
    private final Sequencer sequencer;

    public Sequencing(LogLease lease, Sequencer sequencer) {
        this.lease = lease;
        this.sequencer = sequencer;
    }

    /**
     * Takes in all that waits as it begins. What is logged meanwhile waits for the next call: under steady load a turn for each
     * few entries would cost more than the entries. Called several times a second; does nothing while another instance has the
     * lease.
     *
     * @return the newest head that this call signed
     * @throws uk.mashhub.log.LogBroken if the tree is not as the newest head says: then nothing was signed
     */
    public Optional<SignedNote> run() {
        Optional<SignedNote> newest = Optional.empty();
        for (long left = lease.waiting(); left > 0; left -= sequencer.batch()) {
            Optional<SignedNote> head = turn();
            if (head.isEmpty()) {
                break;
            }
            newest = head;
        }
        return newest;
    }

    private Optional<SignedNote> turn() {
        return lease.inTurn(this::grow).flatMap(head -> head);
    }

    private Optional<SignedNote> grow(TreeStore tree) {
        try {
            return sequencer.grow(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
