package uk.mashhub.hub.wiring;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub's own settings.
 *
 * @param dataDir where keys, the embedded database and the embedded broker live
 * @param configDir areas, agreements and sources
 * @param passwordFile holds the keystore's password; never in {@code config/}
 */
@ConfigurationProperties("hub")
public record HubProperties(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("config") Path configDir,
        @DefaultValue("data/keystore.password") Path passwordFile) {}
