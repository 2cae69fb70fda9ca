package uk.mashhub.hub.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * How long one closed enquiry is kept by its own facts. What is not known keeps it longer, never shorter.
 *
 * @param schedule by its outcomes
 * @param closedAt when it was closed for the last time
 * @param endsOn the last day
 * @param ofAgeOn the day on which the youngest of its children comes of age; empty if it is about none
 */
record Lifespan(String schedule, Instant closedAt, LocalDate endsOn, Optional<LocalDate> ofAgeOn) {
    private static final Set<SubjectRole> CHILDREN =
            EnumSet.of(SubjectRole.INDEX_CHILD, SubjectRole.SIBLING, SubjectRole.VICTIM, SubjectRole.UNKNOWN);

    Lifespan {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(closedAt, "closedAt");
        Objects.requireNonNull(endsOn, "endsOn");
        Objects.requireNonNull(ofAgeOn, "ofAgeOn");
    }

    /** That of an enquiry; empty while it is not closed. */
    static Optional<Lifespan> of(Enquiry enquiry, RetentionSchedules schedules, ZoneId zone) {
        Optional<Instant> closed = enquiry.entries().stream()
                .filter(e -> e.fact() instanceof EnquiryFact.Acted acted && acted.act() instanceof Act.Close)
                .map(Enquiry.Entry::at)
                .reduce((first, last) -> last);
        if (enquiry.stage() != Stage.CLOSED || closed.isEmpty()) {
            return Optional.empty();
        }
        RetentionSchedules.Schedule schedule = schedules.of(outcomes(enquiry));
        LocalDate ends = LocalDate.ofInstant(closed.get(), zone).plusYears(schedule.years());
        Optional<LocalDate> youngest = births(enquiry, zone).stream().max(LocalDate::compareTo);
        LocalDate grown = youngest.map(b -> b.plusYears(schedule.untilAge())).orElse(ends);
        return Optional.of(new Lifespan(
                schedule.id(),
                closed.get(),
                schedule.untilAge() > 0 && grown.isAfter(ends) ? grown : ends,
                youngest.map(b -> b.plusYears(schedules.reviewAt()))));
    }

    /** The year in which somebody may first have to look at it: it ends, or its youngest child comes of age. */
    int firstYear() {
        return ofAgeOn.filter(day -> day.isBefore(endsOn)).orElse(endsOn).getYear();
    }

    /** Every one that was ever recorded: a lighter one later does not undo why the graver was needed. */
    private static List<ThresholdOutcome> outcomes(Enquiry enquiry) {
        return enquiry.acts(Act.DecideChild.class)
                .flatMap(d -> d.outcomes().stream())
                .toList();
    }

    /** For each child a day on which it was born, or a later one. */
    private static List<LocalDate> births(Enquiry enquiry, ZoneId zone) {
        Set<PersonId> decided = enquiry.acts(Act.DecideChild.class)
                .map(Act.DecideChild::child)
                .collect(Collectors.toCollection(HashSet::new));
        LocalDate came = LocalDate.ofInstant(enquiry.row().receivedAt(), zone);
        Map<PersonId, LocalDate> births = new LinkedHashMap<>();
        Stream.concat(
                        enquiry.facts(EnquiryFact.Received.class).flatMap(r -> r.people().stream()),
                        enquiry.broughtIn().map(EnquiryFact.BroughtIn::person))
                .filter(p -> decided.contains(p.id()) || p.roles().stream().anyMatch(CHILDREN::contains))
                .forEach(p -> births.merge(p.id(), birth(p, came), (a, b) -> a.isAfter(b) ? a : b));
        decided.stream().filter(child -> !births.containsKey(child)).forEach(child -> births.put(child, came));
        return List.copyOf(births.values());
    }

    private static LocalDate birth(PacketPerson person, LocalDate came) {
        return person.details()
                .birthDate()
                .filter(b -> b.accuracy() == Accuracy.ACCURATE || b.accuracy() == Accuracy.EXPECTED)
                .map(BirthDate::date)
                .orElse(came);
    }
}
