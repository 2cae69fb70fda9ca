package uk.mashhub.hub.area;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.Principal;

/** All areas of one hub. */
public record Partnership(List<Area> areas) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addMixIn(uk.mashhub.model.id.AreaCode.class, Texts.class)
            .addMixIn(uk.mashhub.model.id.AgencyId.class, Texts.class)
            .addMixIn(uk.mashhub.model.id.SourceId.class, Texts.class)
            .addMixIn(uk.mashhub.model.id.TeamId.class, Texts.class)
            .addMixIn(uk.mashhub.model.id.Principal.class, Texts.class)
            .build();

    public Partnership {
        areas = List.copyOf(areas);
    }

    /**
     * Reads every {@code *.yaml} of a folder, one area each.
     *
     * @throws IllegalArgumentException naming file, line and key, if one is not as it should be
     */
    public static Partnership load(Path folder) throws IOException {
        List<Area> areas = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                areas.add(read(file));
            }
        }
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("no area file in " + folder);
        }
        return new Partnership(areas);
    }

    /** Every other key must be written; a host that is not is the only local authority. */
    private static String withHost(String area) {
        return area.lines().anyMatch(l -> l.startsWith("host:")) ? area : area + "\nhost: null\n";
    }

    private static Area read(Path file) throws IOException {
        try {
            return YAML.readValue(withHost(Files.readString(file)), Area.class);
        } catch (JacksonException e) {
            String line =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new IllegalArgumentException(file + line + ": " + e.getOriginalMessage());
        }
    }

    /** Those of some agencies that no area has: what is agreed for them would hold for nobody's items. */
    public List<AgencyId> strangers(Collection<AgencyId> agencies) {
        return agencies.stream()
                .filter(id -> areas.stream().flatMap(a -> a.agencies().stream()).noneMatch(a -> a.id().equals(id)))
                .toList();
    }

    /** The area of that code. */
    public Optional<Area> area(AreaCode code) {
        return areas.stream().filter(a -> a.code().equals(code)).findFirst();
    }

    /** The area for which a principal speaks. */
    public Optional<Area> areaOf(Principal principal) {
        return areas.stream().filter(a -> a.sourceOf(principal).isPresent()).findFirst();
    }

    private abstract static class Texts {
        @com.fasterxml.jackson.annotation.JsonCreator(
                mode = com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING)
        Texts(String value) {
            Objects.requireNonNull(value, "value");
        }
    }
}
