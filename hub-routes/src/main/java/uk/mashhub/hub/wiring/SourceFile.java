package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.mashhub.model.id.SourceId;

/**
 * One file of {@code config/sources}: which adapter reaches a source, and how.
 *
 * @param kind names the adapter, see {@link SourceKinds}
 * @param settings the adapter's own
 */
record SourceFile(String source, String kind, Map<String, String> settings) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    SourceFile {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        settings = Map.copyOf(settings);
    }

    /** Reads every file of a folder; {@code settings} fills in {@code ${...}}. */
    static List<SourceFile> load(Path folder, UnaryOperator<String> settings) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file :
                    all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                files.add(read(file, settings));
            }
        }
        return files;
    }

    private static SourceFile read(Path file, UnaryOperator<String> settings) throws IOException {
        try {
            SourceFile raw = YAML.readValue(Files.readString(file), SourceFile.class);
            Map<String, String> filled = raw.settings().entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> settings.apply(e.getValue())));
            return new SourceFile(raw.source(), raw.kind(), filled);
        } catch (JacksonException e) {
            String line =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new IllegalArgumentException(file + line + ": " + e.getOriginalMessage());
        }
    }

    SourceId id() {
        return new SourceId(source);
    }

    /** A setting that must be there. */
    String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("config/sources: " + source + " lacks the setting " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "SourceFile[" + source + "]";
    }
}
