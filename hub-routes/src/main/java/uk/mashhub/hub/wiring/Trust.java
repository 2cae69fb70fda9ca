package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted at the other end of a way. */
public final class Trust {
    private Trust() {}

    /**
     * Trusts one certificate and nothing else, or what the JVM trusts where none is named.
     *
     * @param pem file with a certificate, PEM; null or empty for the JVM's own
     * @throws IllegalArgumentException if it cannot be read
     */
    public static SSLContext of(@Nullable String pem) {
        try {
            if (pem == null || pem.isBlank()) {
                return SSLContext.getDefault();
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            try (InputStream in = Files.newInputStream(Path.of(pem))) {
                trusted.setCertificateEntry(
                        "trusted", CertificateFactory.getInstance("X.509").generateCertificate(in));
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the certificate to trust cannot be read", e);
        }
    }
}
