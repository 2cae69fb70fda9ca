package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.mashhub.hub.storage.PlacedEntry;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.Vouched;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.LogProof;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.model.id.DisclosureId;

/** What is read from the log of a hub: an export, a proof of an entry, whether the log only grew between two checkpoints. */
final class LogReading {
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final LogAccess.Log log;

    LogReading(LogAccess.Log log) {
        this.log = log;
    }

    /** Writes the whole log to a folder, with what witnesses and time authorities have said of it. */
    int export(Path dir) throws IOException {
        byte[] note = log.newestHead();
        List<Vouched> vouched = log.cosigned().vouched(Long.MAX_VALUE);
        log.acts().leaves("LOG", "export of the whole log");
        Checkpoint head = new LogExport(log.key()).write(dir, log.tree(), note, vouched);
        System.out.println("wrote " + head.size() + " entries of " + head.origin() + " to " + dir);
        return 0;
    }

    /** Writes an entry and its proof to a folder. */
    int prove(String id, Path dir) throws IOException {
        if (!id.matches(ID)) {
            throw new CommandFailed("an id is a UUID in lower case");
        }
        PlacedEntry placed = log.entries()
                .placed(id)
                .or(() -> log.entries().disclosure(DisclosureId.of(id)))
                .orElseThrow(() -> new CommandFailed("the log has no entry of this id"));
        SignedNote note = SignedNote.read(log.newestHead()).orElseThrow();
        long size = Checkpoint.read(note.text()).orElseThrow().size();
        if (placed.place().isEmpty() || placed.place().getAsLong() >= size) {
            throw new CommandFailed("the entry waits for its proof: ask again in a few seconds");
        }
        long place = placed.place().getAsLong();
        LogProof proof = new LogProof(Optional.empty(), place, new TileTree(log.tree(), size).inclusion(place), note);
        log.acts().leaves("PROOF", "entry of place " + place + " and its proof");
        Files.createDirectories(dir);
        Files.write(dir.resolve(id + ".entry"), placed.entry().entry());
        Files.write(dir.resolve(id + ".tlog-proof"), proof.bytes());
        System.out.println("wrote entry " + place + " (from 0) of " + size + " and its proof to " + dir);
        return 0;
    }

    /** Writes the newest time token and the checkpoint that it is over to a folder. */
    int stamp(Path dir) throws IOException {
        Timestamps.Stamped stamped =
                log.stamps().newest().orElseThrow(() -> new CommandFailed("the log has no time token yet"));
        byte[] head = log.stamps()
                .head(stamped)
                .orElseThrow(() -> new CommandFailed("the checkpoint under the token is gone"));
        log.acts().leaves("STAMP", "time token over " + stamped.size() + " entries");
        Files.createDirectories(dir);
        Files.write(dir.resolve(stamped.size() + ".checkpoint"), head);
        Files.write(dir.resolve(stamped.size() + ".tsr"), stamped.token());
        System.out.println("wrote the token over " + stamped.size() + " entries and their checkpoint to " + dir
                + "; disclosure-log-verifier-full.jar timestamp checks it");
        return 0;
    }

    /** Says whether the log only grew from one checkpoint to another. */
    int consistency(Path old, Path newer) throws IOException {
        int code = grew(old, newer);
        log.acts().found("consistency", code);
        return code;
    }

    private int grew(Path old, Path newer) throws IOException {
        Checkpoint before = checkpoint(old);
        Checkpoint after = checkpoint(newer);
        long now = log.tree()
                .newestHead()
                .flatMap(note -> Checkpoint.signed(note, log.key()))
                .map(Checkpoint::size)
                .orElse(0L);
        if (before.size() > after.size() || after.size() > now) {
            System.out.println("BAD: the log has " + now + " entries; the checkpoints are of " + before.size() + " and "
                    + after.size());
            return 1;
        }
        boolean grew = ConsistencyProof.verifies(
                before.size(),
                after.size(),
                before.root(),
                after.root(),
                new TileTree(log.tree(), after.size()).consistency(before.size()));
        System.out.println(
                grew
                        ? "good: the log only grew, from " + before.size() + " entries to " + after.size()
                        : "BAD: the log did not only grow between these: keep both checkpoints, they prove it");
        return grew ? 0 : 1;
    }

    private Checkpoint checkpoint(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("there is no file " + file);
        }
        return Checkpoint.signed(Files.readAllBytes(file), log.key())
                .orElseThrow(() -> new CommandFailed(file + " is not a checkpoint that this log signed"));
    }
}
