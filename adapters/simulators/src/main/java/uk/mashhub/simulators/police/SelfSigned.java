package uk.mashhub.simulators.police;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key and certificate of this machine for TLS, made afresh at each start and good for a week. */
final class SelfSigned {
    private static final Duration EARLY = Duration.ofDays(1);
    private static final Duration LIFE = Duration.ofDays(7);

    private final Path keystore;
    private final Path certificate;

    private SelfSigned(Path keystore, Path certificate) {
        this.keystore = keystore;
        this.certificate = certificate;
    }

    /** Writes a PKCS#12 keystore and the certificate in PEM form (RFC 7468) into a directory. */
    static SelfSigned in(Path directory, Clock clock, String password) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate made = certificate(pair, clock);
            Files.createDirectories(directory);
            Path keystore = directory.resolve("police-tls.p12");
            store(keystore, pair, made, password);
            Path pem = directory.resolve("police-tls.pem");
            Files.writeString(pem, pem(made), StandardCharsets.US_ASCII);
            return new SelfSigned(keystore, pem);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("no certificate can be made", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, Clock clock)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=localhost,O=Simulated police of Exampleshire");
        Date from = Date.from(clock.instant().minus(EARLY));
        Date until = Date.from(clock.instant().plus(LIFE));
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, until, name, pair.getPublic());
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static void store(Path file, KeyPair pair, X509Certificate certificate, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("tls", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    Path keystore() {
        return keystore;
    }

    Path certificate() {
        return certificate;
    }
}
