package uk.mashhub.policy.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.SourceStatus;
import uk.mashhub.policy.fact.ViewPart;
import uk.mashhub.policy.json.Json;

/**
 * How every agency stands, as far as this reader may know (ruling 11). 'Answered, nothing for this team' is the one
 * wording for no record and for records that the reader may not know of; the time of an answer is taken from what the
 * reader knows of, so that an answer with nothing for the reader moves nothing.
 */
final class AgencyStates {
    private final Reading reading;

    AgencyStates(Reading reading) {
        this.reading = reading;
    }

    /** The agencies whose state this reader sees, with the text of each. */
    List<Json> all() {
        return shown().map(a -> Json.object()
                        .put("agency", a.agency().value())
                        .put("name", a.name())
                        .put("state", state(a))
                        .put("text", text(a))
                        .line())
                .toList();
    }

    /** What has not been answered, agency by agency. */
    List<String> gaps() {
        return shown().filter(a -> a.stopped()
                        || !a.sources().isEmpty() && a.sources().stream().anyMatch(s -> !answered(s)))
                .map(a -> a.name() + ": " + text(a))
                .toList();
    }

    private Stream<AgencyStatus> shown() {
        boolean all = reading.shows(ViewPart.AGENCY_STATES);
        boolean own = reading.shows(ViewPart.OWN_AGENCY_STATE);
        return reading.agencies().stream()
                .filter(a -> all
                        || (own && a.agency().equals(reading.scene().audience().agency())));
    }

    private static boolean answered(SourceStatus source) {
        return source.state() == SourceState.ANSWERED || source.state() == SourceState.NO_RECORD;
    }

    private static String state(AgencyStatus agency) {
        if (agency.stopped()) {
            return "STOPPED";
        }
        List<SourceState> states = agency.sources().stream()
                .map(s -> answered(s) ? SourceState.ANSWERED : s.state())
                .distinct()
                .toList();
        if (states.isEmpty()) {
            return SourceState.NOT_ASKED.name();
        }
        if (states.size() == 1) {
            return states.get(0).name();
        }
        return states.contains(SourceState.ANSWERED) ? "IN_PART" : "WAITING";
    }

    private String text(AgencyStatus agency) {
        if (agency.stopped()) {
            return "not sharing at present; ring " + agency.contact();
        }
        List<SourceStatus> sources = sorted(agency);
        if (sources.isEmpty()) {
            return "not asked: it has no system that is asked";
        }
        if (sources.stream().allMatch(AgencyStates::answered)) {
            return answeredAt(agency, sources)
                    .map(t -> "answered " + clock(t))
                    .orElse("answered, nothing for this team");
        }
        List<String> texts =
                sources.stream().map(s -> text(agency, s)).distinct().toList();
        if (texts.size() == 1) {
            return texts.get(0);
        }
        String each = sources.stream()
                .map(s -> s.title() + " " + (answered(s) ? part(agency, s) : text(agency, s)))
                .collect(Collectors.joining(", "));
        return sources.stream().anyMatch(AgencyStates::answered) ? "answered in part: " + each : each;
    }

    private static List<SourceStatus> sorted(AgencyStatus agency) {
        return agency.sources().stream()
                .sorted(Comparator.comparing(s -> s.source().value()))
                .toList();
    }

    private String part(AgencyStatus agency, SourceStatus source) {
        return answeredAt(agency, List.of(source)).isPresent() ? "yes" : "nothing for this team";
    }

    /** Words of the agency itself are left out: a reason is free text, and may say what the reader may not know. */
    private String text(AgencyStatus agency, SourceStatus source) {
        return switch (source.state()) {
            case ANSWERED, NO_RECORD -> part(agency, source);
            case ASKED -> source.dueAt().map(d -> "asked, due " + clock(d)).orElse("asked");
            case UNAVAILABLE -> "unavailable since " + clock(source.since());
            case REFUSED -> "refused; ring " + agency.contact();
            case NOT_ASKED -> source.reason().isBlank() ? "not asked" : "not asked: " + source.reason();
        };
    }

    private Optional<Instant> answeredAt(AgencyStatus agency, List<SourceStatus> sources) {
        return reading.findings().stream()
                .filter(f -> f.outcome() != Outcome.SILENT)
                .map(f -> f.item().provenance())
                .filter(p -> p.owner().equals(agency.agency())
                        && sources.stream().anyMatch(s -> s.source().equals(p.source())))
                .map(p -> p.extractedAt())
                .max(Comparator.naturalOrder());
    }

    private String clock(Instant at) {
        return Times.clock(at, reading.scene().packet().receivedAt());
    }
}
