package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the sources of {@code config/sources} are, for whoever looks whether they can be reached. */
public final class SourceAddresses {
    private SourceAddresses() {}

    /**
     * One address of a source.
     *
     * @param address {@code https}, {@code http} or {@code sftp}; what it serves is not asked for
     * @param certificate whose certificate alone is trusted there, PEM; empty for the JVM's own
     * @param files that must be there to sign in
     */
    public record SourceAddress(String source, URI address, Optional<Path> certificate, List<Path> files) {
        public SourceAddress {
            files = List.copyOf(files);
        }
    }

    /**
     * Reads every file of the folder.
     *
     * @param settings fills in {@code ${...}}
     * @throws IllegalArgumentException naming file and setting, if one is not as it should be
     */
    public static List<SourceAddress> of(Path folder, UnaryOperator<String> settings) throws IOException {
        List<SourceAddress> addresses = new ArrayList<>();
        for (SourceFile file : SourceFile.load(folder, settings)) {
            Optional<Path> certificate = Optional.ofNullable(file.settings().get("certificate"))
                    .filter(s -> !s.isBlank())
                    .map(Path::of);
            for (String name : List.of("url", "tokenUrl")) {
                String url = file.settings().get(name);
                if (url != null) {
                    addresses.add(new SourceAddress(
                            file.source(),
                            URI.create(url),
                            certificate,
                            certificate.stream().toList()));
                }
            }
            if (file.settings().containsKey("host")) {
                addresses.add(new SourceAddress(
                        file.source(),
                        URI.create("sftp://" + file.setting("host") + ":" + file.setting("port")),
                        Optional.empty(),
                        List.of(Path.of(file.setting("privateKey")), Path.of(file.setting("knownHosts")))));
            }
        }
        return addresses;
    }
}
