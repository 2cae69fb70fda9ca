package uk.mashhub.simulators.time;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;
import uk.mashhub.simulators.AgencySimulator;
import uk.mashhub.simulators.SimulatorSettings;

/** A time authority (RFC 3161) whose certificate nobody else trusts. It can be told to be away. */
public final class TimeAuthoritySimulator implements AgencySimulator {
    /** Of no real authority: below the arc for examples. */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.3161");

    private static final Duration EARLY = Duration.ofDays(1);
    private static final Duration LIFE = Duration.ofDays(30);

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicLong serial = new AtomicLong();
    private final Map<String, String> endpoints = new TreeMap<>();
    private @Nullable HttpServer server;

    @Override
    public String name() {
        return "time";
    }

    /** Whether it answers 503 from now on. */
    public void setAway(boolean isAway) {
        away.set(isAway);
    }

    @Override
    public void start(SimulatorSettings settings) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = certificate(pair, settings.clock());
            Path pem = Files.createDirectories(settings.directory().resolve(name()))
                    .resolve("authority.pem");
            Files.writeString(pem, pem(certificate), StandardCharsets.US_ASCII);
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            opened.createContext("/", exchange -> answer(exchange, pair, certificate, settings.clock()));
            opened.start();
            server = opened;
            endpoints.put("time.url", "http://127.0.0.1:" + opened.getAddress().getPort() + "/");
            endpoints.put("time.certificate", pem.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate can be made", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, Clock clock)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=Simulated time authority of Exampleshire");
        Date from = Date.from(clock.instant().minus(EARLY));
        Date until = Date.from(clock.instant().plus(LIFE));
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, from, until, name, pair.getPublic());
        // RFC 3161 section 2.3: this key stamps times and does nothing else.
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private void answer(HttpExchange exchange, KeyPair pair, X509Certificate certificate, Clock clock)
            throws IOException {
        try (exchange) {
            if (away.get()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] reply = reply(exchange.getRequestBody().readAllBytes(), pair, certificate, clock);
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (TSPException | GeneralSecurityException | OperatorCreationException | RuntimeException e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private byte[] reply(byte[] query, KeyPair pair, X509Certificate certificate, Clock clock)
            throws IOException, TSPException, GeneralSecurityException, OperatorCreationException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .setSignedAttributeGenerator(new WithoutMachineTime())
                        .build("SHA256withECDSA", pair.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                POLICY);
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(
                        new TimeStampRequest(query),
                        BigInteger.valueOf(serial.incrementAndGet()),
                        Date.from(clock.instant()))
                .getEncoded();
    }

    @Override
    public Map<String, String> endpoints() {
        return Map.copyOf(endpoints);
    }

    @Override
    public void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
        }
    }

    /** The one time in a token is that of the clock that is passed (TSTInfo, RFC 3161 section 2.4.2). */
    private static final class WithoutMachineTime extends DefaultSignedAttributeTableGenerator {
        @Override
        @SuppressWarnings("rawtypes") // as Bouncy Castle declares it
        public AttributeTable getAttributes(Map parameters) {
            return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
        }
    }
}
