package uk.mashhub.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.verifier.TimeCheck;

/** Time authorities that a reader trusts, by their own certificates: an authority changes its key from time to time. */
public final class TimeCertificates implements TimeCheck {
    private final List<X509Certificate> authorities;

    private TimeCertificates(List<X509Certificate> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    /**
     * Reads them.
     *
     * @param pem one certificate or several, got by another way than the tokens
     * @throws CertificateException if there is none in it
     */
    public static TimeCertificates read(Path pem) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return new TimeCertificates(read);
        }
    }

    @Override
    public Optional<String> stamped(byte[] token, byte[] message) {
        return authorities.stream()
                .flatMap(authority -> TimeToken.verified(token, message, authority)
                        .map(at -> at + ", by the word of "
                                + authority.getSubjectX500Principal().getName())
                        .stream())
                .findFirst();
    }
}
