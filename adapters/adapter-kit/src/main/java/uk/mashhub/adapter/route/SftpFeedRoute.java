package uk.mashhub.adapter.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.SourceId;

/**
 * Takes the files of one SFTP account to the hub's intake.
 *
 * <p>Writers upload under a name ending in {@code .part} and rename; only final names are read. A file leaves the folder
 * after the broker has its message: a crash in between sends it twice, with the same message id and body, which the hub
 * takes once. While the broker is away files wait where they are. {@link FileReading} says what becomes of a file that
 * cannot be read, {@link FileAftermath} how.
 */
public final class SftpFeedRoute extends RouteBuilder {
    private final BrokerBinding broker;
    private final SftpFeed feed;
    private final SourceId source;
    private final FileReading reading;
    private final byte[] hubKey;

    /**
     * Makes the route of one account.
     *
     * @param hubKey the hub's public key, 32 bytes
     * @param random salts the digest of a body that may not be kept
     */
    public SftpFeedRoute(
            BrokerBinding broker,
            SftpFeed feed,
            SourceId source,
            Translator translator,
            byte[] hubKey,
            Clock clock,
            RandomSource random) {
        this.broker = Objects.requireNonNull(broker, "broker");
        this.feed = Objects.requireNonNull(feed, "feed");
        this.source = Objects.requireNonNull(source, "source");
        this.reading = new FileReading(source, translator, clock, random);
        this.hubKey = hubKey.clone();
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        SilentFailure failures = new SilentFailure(source);
        // What fails is caught here: Camel would log a failed exchange together with the name of its file.
        from(SftpPolling.endpoint(getContext(), feed, failures))
                .routeId("feed-" + source)
                .doTry()
                .process(this::read)
                .to(ExchangePattern.InOnly, broker.producer(Addresses.INTAKE))
                .process(FileAftermath::takenOver)
                .doCatch(Exception.class)
                .process(failures::leaveTheFile)
                .end();
    }

    private void read(Exchange exchange) throws IOException, InvalidPayloadException {
        GenericFile<?> file = Objects.requireNonNull(
                exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class), "file");
        FileOutcome outcome = outcome(file, exchange.getMessage().getMandatoryBody(InputStream.class));
        FileAftermath.remember(exchange, outcome);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(Seal.seal(hubKey, Addresses.INTAKE, ModelJson.write(outcome.message())));
    }

    private FileOutcome outcome(GenericFile<?> file, InputStream body) throws IOException {
        if (file.getFileLength() > Received.LARGEST_MESSAGE) {
            return reading.tooLarge(file.getFileNameOnly(), file.getFileLength());
        }
        byte[] bytes = body.readNBytes(Received.LARGEST_MESSAGE + 1);
        return bytes.length > Received.LARGEST_MESSAGE
                ? reading.tooLarge(file.getFileNameOnly(), bytes.length)
                : reading.read(file.getFileNameOnly(), bytes);
    }
}
