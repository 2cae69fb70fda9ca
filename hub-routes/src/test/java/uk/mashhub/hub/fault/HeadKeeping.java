package uk.mashhub.hub.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.proof.Timestamping;
import uk.mashhub.hub.proof.Witnessing;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.log.Cosigner;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Cosignature;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.Sha256;
import uk.mashhub.log.tree.TileSource;

/** Does with each head what the hub does with it, over and over: outside the database, cosigned, stamped, exported. */
final class HeadKeeping implements Runnable {
    /** No export waits for the disk: as many as let a kill meet one. */
    private static final int EXPORTS = 20;

    private static final Ed25519Signer WITNESS = new Ed25519Signer(new byte[32]);
    static final NoteKey WITNESS_KEY = new NoteKey("witness", NoteKey.ED25519_COSIGNATURE, WITNESS.publicKey());

    private final LogGuard guard;
    private final Witnessing witnessing;
    private final Timestamping timestamping;
    private final TreeStore tree;
    private final CosignedHeads heads;
    private final LogExport export;
    private final Path folder;

    HeadKeeping(DataSource source, byte[] secret, Path folder) {
        JdbcClient jdbc = JdbcClient.create(source);
        Ed25519Signer signer = new Ed25519Signer(secret);
        NoteKey key = new NoteKey(SequencerProcess.ORIGIN, signer.publicKey());
        Clock clock = Clock.systemUTC();
        this.folder = folder;
        tree = LogLease.reading(jdbc);
        heads = new CosignedHeads(jdbc);
        guard = new LogGuard(
                signer,
                key,
                tree,
                new PgEntryStore(jdbc, new JdbcTransactionManager(source)),
                new HeadFile(folder.resolve("outside")),
                List::of,
                clock);
        guard.look();
        witnessing = new Witnessing(
                policy(key), Map.of("witness", new Always()), key, tree, heads, clock, NoteAlgorithms.ofJdk());
        timestamping = new Timestamping(Optional.of(HeadKeeping::token), key, tree, new Timestamps(jdbc), clock);
        export = new LogExport(key);
    }

    /** One witness, and its word is asked for. */
    static TrustPolicy policy(NoteKey log) {
        return new TrustPolicy(
                List.of(log), Map.of("witness", WITNESS_KEY), Map.of(), Map.of(), Optional.of("witness"));
    }

    /** What stands for a token here: whose bytes anybody can make again. */
    static byte[] token(byte[] text) {
        return Sha256.of("token over ".getBytes(StandardCharsets.US_ASCII), text);
    }

    private static final class Always implements Cosigner {
        @Override
        public Answer cosign(SignedNote head, TileSource tiles, long oldSize) {
            return Answer.cosigned(Cosignature.of(head.text(), Clock.systemUTC().instant(), WITNESS_KEY, WITNESS));
        }

        @Override
        public Optional<byte[]> newest(String origin) {
            return Optional.empty();
        }
    }

    @Override
    public void run() {
        guard.keepOutside();
        witnessing.run();
        timestamping.stamp();
        try {
            export.write(folder.resolve("export"), tree, heads.newest().orElseThrow(), heads.vouched(Long.MAX_VALUE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
