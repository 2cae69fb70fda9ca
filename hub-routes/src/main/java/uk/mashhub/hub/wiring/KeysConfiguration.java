package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.hub.storage.DestroyedKeys;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.model.RandomSource;

/** Opens the keystore; makes one only for a hub that has never stored anything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HubProperties.class, DatabaseSettings.class})
public class KeysConfiguration {

    @Bean
    KeyRing keyRing(HubProperties hub, DatabaseSettings database, RandomSource random) throws IOException {
        Path keystore = hub.dataDir().resolve("keystore.p12");
        if (firstStart(keystore, hub, database)) {
            return make(keystore, hub.passwordFile(), random);
        }
        return KeyRing.open(keystore, hub.passwordFile(), random);
    }

    @Bean
    DestroyedKeys destroyedKeys(HubProperties hub, KeyRing keys) {
        return new DestroyedKeys(LogConfiguration.outside(hub), keys);
    }

    @Bean
    Vault vault(KeyRing keys, RandomSource random) {
        return new Vault(keys, random);
    }

    /** The pair with which everything for the hub is sealed (RFC 9180). */
    @Bean
    SealKeyPair hubSeal(KeyRing keys) {
        return SealKeyPair.of(keys.sealKey(BrokerPlan.HUB));
    }

    @Bean
    Ed25519Signer logSigner(KeyRing keys) {
        return new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
    }

    /**
     * New keys beside an old database would look like a working hub that can open nothing, so keys are made only where
     * there is neither keystore nor database yet. An external database always needs keys made by hand.
     */
    private static boolean firstStart(Path keystore, HubProperties hub, DatabaseSettings database) {
        return database.embedded()
                && !Files.exists(keystore)
                && !Files.exists(DatabaseServer.folder(hub.dataDir()).resolve("data"));
    }

    /**
     * Makes a keystore of mode 0600 in a folder of mode 0700. A password file that is there is used; otherwise one is
     * made, the same way, with a random password.
     */
    public static KeyRing make(Path keystore, Path password, RandomSource random) throws IOException {
        OwnerOnly.folder(parent(keystore));
        if (!Files.exists(password)) {
            Files.createDirectories(parent(password));
            String secret = HexFormat.of().formatHex(random.bytes(32));
            OwnerOnly.replace(password, secret.getBytes(StandardCharsets.US_ASCII));
        }
        return KeyRing.create(keystore, password, random);
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
    }
}
