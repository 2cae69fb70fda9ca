package uk.mashhub.hub.area;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Sector;

/**
 * One area with its agencies, teams and clocks: one file under {@code config/areas}.
 *
 * @param unratedAlarmMinutes minutes after which an unrated referral raises an alarm
 * @param twoStewards for what a doubtful link is settled by two people only
 * @param host the local authority that hosts the hub; where it is not said, the only one of the area
 */
public record Area(
        AreaCode code,
        String name,
        int unratedAlarmMinutes,
        Set<LinkEffect> twoStewards,
        Calendar calendar,
        List<RatingClock> clocks,
        List<Agency> agencies,
        List<Team> teams,
        Optional<AgencyId> host) {
    /** The hub in its log and at its broker, and whoever works at its command line. */
    private static final Set<String> RESERVED = Set.of("hub", "operator");

    public Area {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(calendar, "calendar");
        twoStewards = Set.copyOf(twoStewards);
        clocks = List.copyOf(clocks);
        agencies = List.copyOf(agencies);
        teams = List.copyOf(teams);
        host = hostOf(agencies, host);
        refuseReserved(agencies, teams);
        for (Team team : teams) {
            if (agencies.stream().noneMatch(a -> a.id().equals(team.agency()))) {
                throw new IllegalArgumentException("team " + team.id() + " names agency " + team.agency()
                        + ", which is not an agency of the area");
            }
        }
    }

    /** Under such a name somebody would stand in the log as the hub itself. */
    private static void refuseReserved(List<Agency> agencies, List<Team> teams) {
        Stream<String> sources = agencies.stream()
                .flatMap(a -> a.sources().stream())
                .map(s -> s.principal().value());
        Stream<String> others = Stream.concat(
                agencies.stream().map(a -> a.id().value()), teams.stream().map(t -> t.id().value()));
        Stream.concat(sources, others).filter(RESERVED::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(name + " is a name of the hub's own");
        });
    }

    private static Optional<AgencyId> hostOf(List<Agency> agencies, Optional<AgencyId> said) {
        List<AgencyId> councils = agencies.stream()
                .filter(a -> a.sector() == Sector.LOCAL_AUTHORITY)
                .map(Agency::id)
                .toList();
        if (said.isPresent() && !councils.contains(said.get())) {
            throw new IllegalArgumentException("host " + said.get() + " is not a local authority of the area");
        }
        if (said.isEmpty() && councils.size() > 1) {
            throw new IllegalArgumentException("the area has " + councils.size()
                    + " local authorities: say with host which of them hosts the hub");
        }
        return said.or(() -> councils.stream().findFirst());
    }

    /** Whether an agency hosts the hub. */
    public boolean isHost(AgencyId agency) {
        return host.filter(agency::equals).isPresent();
    }

    /** Whose key seals what the hub has learnt of an enquiry by itself: the host's; where there is none, the first agency's. */
    public AgencyId keeper() {
        return host.orElseGet(() -> agencies.get(0).id());
    }

    /** When a contact must have come that is unrated for too long now. */
    public Instant unratedAlarm(Instant now) {
        return now.minus(Duration.ofMinutes(unratedAlarmMinutes));
    }

    /** From when on a contact that came at that time is unrated for too long. */
    public Instant unratedFrom(Instant receivedAt) {
        return receivedAt.plus(Duration.ofMinutes(unratedAlarmMinutes));
    }

    /** The agency of that id. */
    public Optional<Agency> agency(AgencyId id) {
        return agencies.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The team of that id. */
    public Optional<Team> team(TeamId id) {
        return teams.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** The agency that has a source. */
    public Optional<Agency> agencyOf(SourceId source) {
        return agencies.stream().filter(a -> a.source(source).isPresent()).findFirst();
    }

    /** The agency whose principal speaks: the owner of what it sends (ruling 19). */
    public Optional<Agency> agencyOf(Principal principal) {
        return agencies.stream()
                .filter(a -> a.sources().stream().anyMatch(s -> s.principal().equals(principal)))
                .findFirst();
    }

    /** The source that a principal speaks for. */
    public Optional<Source> sourceOf(Principal principal) {
        return agencies.stream()
                .flatMap(a -> a.sources().stream())
                .filter(s -> s.principal().equals(principal))
                .findFirst();
    }
}
