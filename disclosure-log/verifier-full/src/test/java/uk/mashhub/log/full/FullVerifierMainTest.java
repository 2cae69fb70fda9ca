package uk.mashhub.log.full;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.InMemoryEntryStore;
import uk.mashhub.log.InMemoryTreeStore;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.Vouched;
import uk.mashhub.log.contract.EntryStoreContract;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.Sha256;

class FullVerifierMainTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Bouncy Castle puts the machine's time into what it signs, which the certificate has to be good for. */
    private static final Duration LIFE = Duration.ofDays(36_500);

    @TempDir
    private Path dir;

    private final Ed25519Signer signer = new Ed25519Signer(new byte[32]);
    private final NoteKey key = new NoteKey("mash.example.org/exampleshire", signer.publicKey());
    private KeyPair pair;
    private X509Certificate made;

    private Path checkpoint = Path.of("");
    private Path token = Path.of("");
    private Path certificate = Path.of("");

    @BeforeEach
    void stampsACheckpoint() throws Exception {
        String text = new Checkpoint(key.name(), 300, new byte[32]).text();
        checkpoint = Files.write(dir.resolve("checkpoint"), SignedNote.sign(text, key, signer));
        pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        made = certificate(pair);
        certificate = pem("authority.pem", made);
        token = Files.write(dir.resolve("token"), stamp(text.getBytes(StandardCharsets.UTF_8), pair, made));
    }

    private Path pem(String name, X509Certificate of) throws Exception {
        return Files.writeString(
                dir.resolve(name),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(of.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        X500Name name = new X500Name("CN=Test authority");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(NOON.minusSeconds(60)),
                Date.from(NOON.plus(LIFE)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static byte[] stamp(byte[] message, KeyPair pair, X509Certificate certificate) throws Exception {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("2.999.3161"));
        return tokens.generate(
                        new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA256, Sha256.of(message)),
                        BigInteger.ONE,
                        Date.from(NOON))
                .getEncoded();
    }

    private String said(int code, Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> arguments = Arrays.stream(words).map(Object::toString).toList();
        int exit = FullVerifierMain.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String said = bytes.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(said).isEqualTo(code);
        return said;
    }

    @Test
    void saysWhenACheckpointWasThere() {
        assertThat(said(0, "timestamp", token, checkpoint, certificate))
                .isEqualTo("good: the checkpoint of 300 entries of mash.example.org/exampleshire was there at"
                        + " 2026-03-02T12:00:00Z, by the word of CN=Test authority\n");
    }

    @Test
    void findsATokenBadThatIsOverAnotherCheckpointOrIsNone() throws IOException {
        assertThat(said(1, "timestamp", checkpoint, checkpoint, certificate)).contains("the token");
        byte[] larger = new String(Files.readAllBytes(checkpoint), StandardCharsets.UTF_8)
                .replace("\n300\n", "\n301\n")
                .getBytes(StandardCharsets.UTF_8);
        Path changed = Files.write(dir.resolve("changed"), larger);
        assertThat(said(1, "timestamp", token, changed, certificate)).contains("the token");
        assertThat(said(1, "timestamp", token, dir.resolve("nothing"), certificate))
                .contains("missing");
        assertThat(said(1, "timestamp", token, token, certificate)).contains("the checkpoint");
        assertThat(said(1, "timestamp", token, checkpoint, token)).contains("certificate");
    }

    @Test
    void saysWhenTheEntriesOfAnExportWereThere() throws Exception {
        InMemoryEntryStore entries = new InMemoryEntryStore();
        InMemoryTreeStore tree = new InMemoryTreeStore(entries);
        entries.add(EntryStoreContract.entry(1));
        SignedNote head = new Sequencer(key, signer, 10).grow(tree).orElseThrow();
        byte[] stamped = stamp(head.text().getBytes(StandardCharsets.UTF_8), pair, made);
        entries.add(EntryStoreContract.entry(2));
        byte[] newest = new Sequencer(key, signer, 10).grow(tree).orElseThrow().bytes();
        Path export = dir.resolve("log");
        new LogExport(key).write(export, tree, newest, List.of(new Vouched(1, head.bytes(), Optional.of(stamped))));

        assertThat(said(0, export, "--vkey", key.vkey())).contains("good: 2 entries", "not checked: 1 time tokens");
        assertThat(said(0, export, "--vkey", key.vkey(), "--authority", certificate))
                .contains(
                        "time: the first 1 entries were there at 2026-03-02T12:00:00Z, by the word of CN=Test authority")
                .doesNotContain("not checked");
        // The certificate of another authority of the same name.
        Path other =
                pem("other.pem", certificate(KeyPairGenerator.getInstance("EC").generateKeyPair()));
        assertThat(said(1, "--authority", other, export, "--vkey", key.vkey())).contains("BAD: time/1.tsr");
        assertThat(said(1, export, "--authority", checkpoint)).contains("certificate");
        assertThat(said(1, export, "--authority", dir.resolve("nothing"))).contains("missing");
    }

    @Test
    void doesAllThatTheOtherVerifierDoes() {
        assertThat(said(2)).contains("usage:", "timestamp TOKEN");
        assertThat(said(2, "timestamp", token)).contains("usage:");
    }
}
