package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.mashhub.hub.proof.Acceptance;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.Restoring;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;

/**
 * After a restore: two named people accept that the newest entries are lost, and the hub goes on with an entry that says so
 * (ruling 25). It does so by itself within seconds, if that is what it found.
 */
@Command(
        name = "accept-restore",
        description = "Lets the log go on after the database was restored: two named people accept what is lost.")
final class AcceptRestore implements Callable<Integer> {
    @Option(names = "--data", defaultValue = "data", description = "the hub's data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--password-file", description = "of the keystore (default: keystore.password in the data folder)")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--checkpoint",
            description =
                    "the newest one that is known, such as a witness's (default: log/checkpoint in the data folder, or"
                            + " log/restored)")
    private Optional<Path> checkpoint = Optional.empty();

    @Option(
            names = "--by",
            required = true,
            arity = "1",
            description = "name of a person who accepts it; given twice, for two people")
    private String[] by = new String[0];

    @Option(names = "--reason", required = true, description = "why, in a line")
    private String reason = "";

    @Override
    public Integer call() throws IOException {
        data = Places.named(data);
        Path folder = data.resolve("log");
        if (by.length != 2) {
            throw new CommandFailed("a restore is accepted by two people: --by NAME --by NAME");
        }
        Path known = folder.resolve("checkpoint");
        Path restored = folder.resolve("restored");
        // What a restore leaves where no checkpoint was kept: that of the backup itself.
        boolean unknown = checkpoint.isEmpty() && !Files.exists(known) && Files.exists(restored);
        Path kept = unknown ? restored : checkpoint.map(Places::named).orElse(known);
        if (!Files.exists(kept)) {
            throw new CommandFailed("there is no checkpoint " + kept + " that says what was there: name one");
        }
        byte[] note = Files.readAllBytes(kept);
        Checkpoint lost = SignedNote.read(note)
                .flatMap(read -> Checkpoint.read(read.text()))
                .orElseThrow(() -> new CommandFailed(kept + " is not a checkpoint"));
        KeyRing keys = KeyRing.open(
                data.resolve("keystore.p12"),
                passwordFile.map(Places::named).orElse(data.resolve("keystore.password")),
                LogAccess.random());
        Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
        NoteKey key = new NoteKey(lost.origin(), signer.publicKey());
        if (Checkpoint.signed(note, key).isEmpty()) {
            throw new CommandFailed(kept + " is not signed by this hub's log key");
        }
        long size = unknown ? HeadFile.lostAfter(lost).to() : lost.size();
        OwnerOnly.replace(folder.resolve(Restoring.FILE), acceptance(size, lost).signed(key, signer));
        System.out.println("Accepted: whatever is lost "
                + (unknown ? "after the first " + lost.size() : "of the first " + size)
                + " entries. The hub goes on by itself" + " if that is what it found, and says so in its log.");
        return 0;
    }

    private Acceptance acceptance(long size, Checkpoint lost) {
        try {
            return new Acceptance(size, HexFormat.of().formatHex(lost.root()), by[0], by[1], reason);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }
}
