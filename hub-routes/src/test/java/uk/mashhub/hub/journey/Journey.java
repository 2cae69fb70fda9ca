package uk.mashhub.hub.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.mashhub.hub.TheHub;

/** One folder of {@code docs/journeys}: its story, its files and its steps. */
record Journey(Path folder, List<Step> steps) {
    private static final YAMLMapper YAML = new YAMLMapper();

    Journey {
        steps = List.copyOf(steps);
    }

    /** Every journey, by name. */
    static List<Journey> all() throws IOException {
        List<Journey> journeys = new ArrayList<>();
        try (Stream<Path> folders = Files.list(TheHub.root().resolve("docs/journeys"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                journeys.add(read(folder));
            }
        }
        return journeys;
    }

    private static Journey read(Path folder) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : YAML.readTree(Files.readAllBytes(folder.resolve("journey.yaml")))) {
            if (step.size() != 1) {
                throw new IllegalArgumentException(folder + ": step " + (steps.size() + 1) + " is not one key");
            }
            String verb = step.propertyNames().iterator().next();
            steps.add(new Step(steps.size() + 1, verb, step.get(verb)));
        }
        return new Journey(folder, steps);
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** The number that its folder begins with. */
    int number() {
        return Integer.parseInt(name().substring(0, 2));
    }

    /** A file that comes in. */
    byte[] file(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
