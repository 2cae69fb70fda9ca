package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import uk.mashhub.adapter.route.AnswererRoute;
import uk.mashhub.adapter.route.BrokerBinding;
import uk.mashhub.adapter.route.SftpFeedRoute;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.model.RandomSource;

/** The adapters that run inside the hub, each with its own principal at the broker and its own key. */
final class SourceRoutes {
    private static final int CONSUMERS = 2;

    private final Partnership partnership;
    private final List<SourceFile> files;
    private final SourceKinds kinds;
    private final KeyRing keys;
    private final SealKeyPair hubSeal;
    private final Clock clock;
    private final RandomSource random;

    SourceRoutes(
            Partnership partnership,
            List<SourceFile> files,
            SourceKinds kinds,
            KeyRing keys,
            SealKeyPair hubSeal,
            Clock clock,
            RandomSource random) {
        this.partnership = partnership;
        this.files = files;
        this.kinds = kinds;
        this.keys = keys;
        this.hubSeal = hubSeal;
        this.clock = clock;
        this.random = random;
    }

    /** Adds the routes of every source that has a file; they start with the context. */
    void add(CamelContext camel) {
        for (SourceFile file : files) {
            add(camel, file);
        }
    }

    private void add(CamelContext camel, SourceFile file) {
        Area area = partnership.areas().stream()
                .filter(a -> a.agencyOf(file.id()).isPresent())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("config/sources: " + file.source() + " is no source of any area"));
        Source source =
                area.agencyOf(file.id()).flatMap(a -> a.source(file.id())).orElseThrow();
        BrokerBinding broker = BrokerBinding.jms(CamelComponents.name(source.principal()), CONSUMERS);
        kinds.answerer(file)
                .ifPresent(system -> add(
                        camel,
                        new AnswererRoute(
                                broker,
                                area.agencyOf(file.id()).orElseThrow().id(),
                                system,
                                SealKeyPair.of(keys.sealKey(source.principal())),
                                hubSeal.publicKey())));
        kinds.fileFeed(file)
                .ifPresent(translator -> add(
                        camel,
                        new SftpFeedRoute(
                                broker, kinds.sftp(file), file.id(), translator, hubSeal.publicKey(), clock, random)));
    }

    private static void add(CamelContext camel, RoutesBuilder routes) {
        try {
            camel.addRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException("the routes of a source could not be added", e);
        }
    }
}
