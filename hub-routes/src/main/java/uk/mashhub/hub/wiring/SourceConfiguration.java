package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.council.marf.MarfTranslator;
import uk.mashhub.adapter.health.BarsTranslator;
import uk.mashhub.adapter.police.notification.NotificationTranslator;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.enquiry.Questions;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.SourceId;

/** The adapters that this hub runs, from {@code config/sources}. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {
    /** The form's council numbers are those of the council's own record. */
    private static final SourceId COUNCIL_NUMBERS = new SourceId("council-cin");

    @Bean
    List<Translator> translators() {
        return List.of(new MarfTranslator(COUNCIL_NUMBERS), new NotificationTranslator(), new BarsTranslator());
    }

    @Bean
    SourceRoutes sourceRoutes(
            HubProperties hub,
            Environment environment,
            Partnership partnership,
            KeyRing keys,
            SealKeyPair hubSeal,
            Clock clock,
            RandomSource random)
            throws IOException {
        List<SourceFile> files =
                SourceFile.load(hub.configDir().resolve("sources"), environment::resolveRequiredPlaceholders);
        return new SourceRoutes(partnership, files, new SourceKinds(clock, random), keys, hubSeal, clock, random);
    }

    @Bean
    CamelComponents camelComponents(BrokerPlan plan, JmsConnections connections, SourceRoutes sources) {
        return new CamelComponents(plan, connections, sources);
    }

    /** Questions are sealed for the key of the source's own principal. */
    @Bean
    Questions questions(Partnership partnership, KeyRing keys) {
        return source -> partnership.areas().stream()
                .flatMap(a -> principal(a, source).stream())
                .findFirst()
                .map(p -> SealKeyPair.of(keys.sealKey(p)).publicKey())
                .orElseThrow();
    }

    private static java.util.Optional<uk.mashhub.model.id.Principal> principal(Area area, SourceId source) {
        return area.agencyOf(source).flatMap(a -> a.source(source)).map(s -> s.principal());
    }
}
