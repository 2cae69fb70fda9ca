package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import uk.mashhub.hub.audit.SettingsLog;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.intake.Digests;
import uk.mashhub.log.Act;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;
import uk.mashhub.policy.PolicyEngine;

/**
 * What hubs of one database must have in common beside folder and broker: areas, sources, the log's policy and retention schedules,
 * the break-glass policy, and the release. The release is known by its own classes and resources as they lie on the class path, not by
 * a number that somebody may have forgotten to change.
 */
final class InCommon {
    private InCommon() {}

    /** What the partnership is configured by and the log speaks of: files, and folders of files. */
    static List<Path> configuration(HubProperties hub, String logPolicy) {
        return Stream.concat(
                        Stream.of(
                                hub.configDir().resolve("areas"),
                                hub.configDir().resolve("sources")),
                        Stream.of(logPolicy).filter(p -> !p.isBlank()).map(Path::of))
                .toList();
    }

    /** Of a hub that starts now: SHA-256, 64 hex digits. */
    static String digest(HubProperties hub, String logPolicy) throws IOException {
        return digest(hub, logPolicy, PolicyFiles.shipped("break-glass"), release());
    }

    static String digest(HubProperties hub, String logPolicy, PolicyFiles breakGlass, List<Path> release) {
        List<Path> files = Stream.of(
                        configuration(hub, logPolicy).stream(),
                        Stream.of(hub.configDir().resolve("retention.yaml")),
                        release.stream())
                .flatMap(s -> s)
                .toList();
        return SettingsLog.digest("break-glass " + HexFormat.of().formatHex(Digests.of(breakGlass.bytes())) + "\n"
                + SettingsLog.of(files));
    }

    /** Where the classes of the project's modules lie: a folder or an archive each. */
    private static List<Path> release() {
        return Stream.of(InCommon.class, PolicyEngine.class, Act.class, Matcher.class, RandomSource.class)
                .map(InCommon::place)
                .distinct()
                .toList();
    }

    private static Path place(Class<?> of) {
        try {
            return Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path names no place", e);
        }
    }
}
