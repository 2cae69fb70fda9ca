package uk.mashhub.hub.retention;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.mashhub.log.tree.Sha256;
import uk.mashhub.model.enquiry.ThresholdOutcome;

/**
 * How long enquiries are kept, as {@code config/retention.yaml} says. Every outcome stands in exactly one schedule, so that no
 * enquiry is without one and none has two.
 *
 * @param reviewAt the age in years at which somebody looks whether an enquiry about children is still needed
 * @param schedules gravest first: the first that has any of an enquiry's outcomes is the enquiry's
 * @param terms of what is of no enquiry, one for each {@link Term.Kind}
 */
public record RetentionSchedules(int reviewAt, List<Schedule> schedules, List<Term> terms) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * One schedule.
     *
     * @param id by which plans and the log name it
     * @param outcomes of the threshold decision whose enquiries it is for
     * @param years after the enquiry was closed, at least
     * @param untilAge and until each of its children has reached this age; 0 where age says nothing
     * @param basis why so long
     * @param verify whether the basis is still to be checked
     */
    public record Schedule(
            String id,
            String title,
            Set<ThresholdOutcome> outcomes,
            int years,
            int untilAge,
            String basis,
            boolean verify) {
        public Schedule {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(basis, "basis");
            outcomes = Set.copyOf(outcomes);
            require(id != null && id.matches("[a-z][a-z0-9-]{1,40}"), "an id is of small letters, digits and hyphens");
            require(!outcomes.isEmpty(), id + " is for no outcome");
            require(years >= 1 && years <= 150, id + ": years are from 1 to 150");
            require(untilAge >= 0 && untilAge <= 150, id + ": an age is from 0 to 150");
        }
    }

    public RetentionSchedules {
        schedules = List.copyOf(schedules);
        terms = List.copyOf(terms);
        Set<Term.Kind> open = EnumSet.allOf(Term.Kind.class);
        terms.forEach(t -> require(open.remove(t.what()), "two terms of " + t.what()));
        require(open.isEmpty(), "no term for " + open);
        require(reviewAt >= 1 && reviewAt <= 150, "an age is from 1 to 150");
        List<ThresholdOutcome> all = new ArrayList<>();
        schedules.forEach(s -> all.addAll(s.outcomes()));
        Set<ThresholdOutcome> without = EnumSet.allOf(ThresholdOutcome.class);
        without.removeAll(all);
        require(without.isEmpty(), "no schedule for " + without);
        require(all.size() == ThresholdOutcome.values().length, "an outcome stands in two schedules");
        require(schedules.stream().map(Schedule::id).distinct().count() == schedules.size(), "two of one id");
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException naming file and line, if it is not as it should be
     */
    public static RetentionSchedules load(Path file) {
        try {
            return YAML.readValue(file, RetentionSchedules.class);
        } catch (JacksonException e) {
            String line =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new IllegalArgumentException(file + line + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The schedule of an enquiry with these outcomes; with none, the one that keeps longest. */
    public Schedule of(Collection<ThresholdOutcome> outcomes) {
        return schedules.stream()
                .filter(s -> s.outcomes().stream().anyMatch(outcomes::contains))
                .findFirst()
                .orElseGet(() -> schedules.stream()
                        .max(Comparator.comparingInt(Schedule::untilAge).thenComparingInt(Schedule::years))
                        .orElseThrow());
    }

    /** How long something of no enquiry is kept. */
    public Duration term(Term.Kind what) {
        return terms.stream()
                .filter(t -> t.what() == what)
                .findFirst()
                .orElseThrow()
                .length();
    }

    /** SHA-256 of all of it that enquiries go by, but the words: what was worked out with other schedules holds no longer. */
    byte[] digest() {
        List<String> lines = new ArrayList<>(List.of("review " + reviewAt));
        schedules.forEach(s -> lines.add(s.id() + " " + s.years() + " " + s.untilAge() + " "
                + s.outcomes().stream().map(Enum::name).sorted().toList()));
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
