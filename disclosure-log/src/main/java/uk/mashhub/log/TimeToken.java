package uk.mashhub.log;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import uk.mashhub.log.tree.Sha256;

/** A time authority's word that something was there at a time (RFC 3161, RFC 5816). */
public final class TimeToken {
    private TimeToken() {}

    /**
     * The time in a token.
     *
     * @param token DER of a TimeStampToken
     * @param message what was stamped, whole
     * @param authority whose certificate is for time stamping alone (RFC 3161 section 2.3)
     * @return empty unless this authority signed exactly this message's SHA-256
     */
    public static Optional<Instant> verified(byte[] token, byte[] message, X509Certificate authority) {
        try {
            TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
            read.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
            boolean ours = read.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    && Arrays.equals(read.getTimeStampInfo().getMessageImprintDigest(), Sha256.of(message));
            return ours ? Optional.of(read.getTimeStampInfo().getGenTime().toInstant()) : Optional.empty();
        } catch (CMSException | TSPException | OperatorCreationException | IOException | RuntimeException malformed) {
            // Bouncy Castle's parsers throw many kinds of exception at bytes that are no token.
            return Optional.empty();
        }
    }
}
