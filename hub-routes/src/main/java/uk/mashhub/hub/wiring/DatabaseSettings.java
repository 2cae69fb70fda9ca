package uk.mashhub.hub.wiring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL.
 *
 * @param url of an external server's database, {@code jdbc:postgresql://...}; empty for the embedded one
 * @param port of the embedded one; 0 for a free port
 * @param passwords for an external server: a folder with the files hub_owner, hub_app, hub_web and hub_backup,
 *     mode 0600 each
 * @param connections how many the journey may hold; readers have half as many
 */
@ConfigurationProperties("hub.database")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("0") int port,
        @Nullable Path passwords,
        @DefaultValue("16") int connections) {
    boolean embedded() {
        return url.isBlank();
    }
}
