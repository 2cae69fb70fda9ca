package uk.mashhub.hub.wiring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.council.cin.CinCensusSource;
import uk.mashhub.adapter.health.CpisSource;
import uk.mashhub.adapter.health.EncounterSource;
import uk.mashhub.adapter.health.PdsSource;
import uk.mashhub.adapter.health.fhir.FhirAccess;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.adapter.police.notification.NotificationTranslator;
import uk.mashhub.adapter.police.records.RecordsSystem;
import uk.mashhub.adapter.police.records.RecordsSystemSource;
import uk.mashhub.adapter.route.SftpFeed;
import uk.mashhub.adapter.route.SftpFolder;
import uk.mashhub.model.RandomSource;

/** Which adapter each kind of source file names. A new source system adds a line here and nothing else in the hub. */
final class SourceKinds {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final RandomSource random;

    SourceKinds(Clock clock, RandomSource random) {
        this.clock = clock;
        this.random = random;
    }

    /** The system that answers, if the file names one that does. */
    Optional<SourceSystem> answerer(SourceFile file) {
        return switch (file.kind()) {
            case "cin-census-file" -> Optional.of(new CinCensusSource(file.id(), new SftpFolder(sftp(file))));
            case "police-records-system" -> Optional.of(records(file));
            case "pds" -> Optional.of(new PdsSource(file.id(), fhir(file), clock));
            case "cp-is" ->
                Optional.of(new CpisSource(
                        file.id(), fhir(file), Map.of(), Boolean.parseBoolean(file.setting("unscheduled")), clock));
            case "fhir-encounters" -> Optional.of(new EncounterSource(file.id(), fhir(file), clock));
            case "police-notification-files" -> Optional.empty();
            default ->
                throw new IllegalArgumentException(
                        "config/sources: " + file.source() + " has the unknown kind " + file.kind());
        };
    }

    /** How files of a feed are read, if the file names a feed of files. */
    Optional<Translator> fileFeed(SourceFile file) {
        return file.kind().equals("police-notification-files")
                ? Optional.of(new NotificationTranslator())
                : Optional.empty();
    }

    SftpFeed sftp(SourceFile file) {
        return new SftpFeed(
                file.setting("host"),
                Integer.parseInt(file.setting("port")),
                file.setting("directory"),
                file.setting("user"),
                Path.of(file.setting("privateKey")),
                Path.of(file.setting("knownHosts")),
                Duration.parse(file.settings().getOrDefault("every", "PT5S")));
    }

    private SourceSystem records(SourceFile file) {
        RecordsSystem system = RecordsSystem.of(
                file.id(),
                URI.create(file.setting("url")),
                URI.create(file.setting("tokenUrl")),
                file.setting("clientId"),
                file.setting("clientSecret"),
                file.setting("ownForce"));
        return new RecordsSystemSource(system, Trust.of(file.settings().get("certificate")), clock);
    }

    private FhirClient fhir(SourceFile file) {
        return new FhirClient(new FhirAccess(URI.create(file.setting("url")), PATIENCE, Map.of()), random);
    }
}
