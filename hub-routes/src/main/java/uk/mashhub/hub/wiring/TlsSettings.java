package uk.mashhub.hub.wiring;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The HTTPS port for agencies' systems. Without one the doors are open where the pages are, if those are served over HTTPS.
 * Files are named as text: the binder makes no path that may be missing.
 *
 * @param port 0 for any free one, as in the demo
 * @param keystore PKCS#12 with the hub's certificate and key; without one a self-signed certificate is made at start
 * @param keystorePasswordFile holds its password, mode 0600
 */
@ConfigurationProperties("hub.doors")
record TlsSettings(Optional<Integer> port, Optional<String> keystore, Optional<String> keystorePasswordFile) {
    TlsSettings {
        if (keystore.isPresent() != keystorePasswordFile.isPresent()) {
            throw new IllegalArgumentException("hub.doors: keystore and keystore-password-file go together");
        }
    }
}
