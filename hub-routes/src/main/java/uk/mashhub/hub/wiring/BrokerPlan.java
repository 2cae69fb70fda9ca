package uk.mashhub.hub.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.disclose.Notices;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.model.id.Principal;

/**
 * Every queue there is and who may do what with it; made from the configured partnership and from nothing else. There are
 * no other queues: none is made by asking for it.
 *
 * @param queues messages kept until consumed
 * @param notices last value per view, bounded and expiring (ruling 15)
 */
public record BrokerPlan(Set<String> queues, Set<String> notices, List<BrokerStation> stations) {
    /** The hub itself. */
    public static final Principal HUB = new Principal("hub");
    /** Where messages go that the broker gives up; the hub alone reads it. */
    public static final String DEAD = Addresses.DEAD;
    /** Where messages go whose time is up; the hub alone reads it. */
    public static final String EXPIRED = "hub.expired";

    public BrokerPlan {
        queues = Set.copyOf(queues);
        notices = Set.copyOf(notices);
        stations = List.copyOf(stations);
        Set<Principal> seen = new HashSet<>();
        for (BrokerStation station : stations) {
            if (!seen.add(station.principal())) {
                throw new IllegalArgumentException("principal " + station.principal() + " stands for two sources");
            }
        }
    }

    /**
     * The plan for a partnership.
     *
     * @throws IllegalArgumentException if two sources share a principal, or one calls itself the hub
     */
    public static BrokerPlan of(Partnership partnership) {
        Set<String> queues = new LinkedHashSet<>(List.of(Addresses.INTAKE, Addresses.ANSWERS, DEAD, EXPIRED));
        Set<String> notices = new LinkedHashSet<>();
        List<BrokerStation> stations = new ArrayList<>();
        for (Area area : partnership.areas()) {
            area.teams().forEach(team -> notices.add(Notices.address(area.code(), team.id())));
            for (Agency agency : area.agencies()) {
                for (Source source : agency.sources()) {
                    BrokerStation station = station(agency, source);
                    queues.addAll(station.consumes());
                    stations.add(station);
                }
            }
        }
        Set<String> all = new LinkedHashSet<>(queues);
        all.addAll(notices);
        stations.add(new BrokerStation(HUB, all, all));
        stations.add(new BrokerStation(Senders.DOOR, Set.of(Addresses.INTAKE), Set.of()));
        return new BrokerPlan(queues, notices, stations);
    }

    private static BrokerStation station(Agency agency, Source source) {
        String enquiries = Addresses.enquiries(agency.id(), source.id());
        return switch (source.use()) {
            case FEED -> new BrokerStation(source.principal(), Set.of(Addresses.INTAKE), Set.of());
            // What it cannot read it puts to the dead letters, where it reads nothing.
            case ANSWERER -> new BrokerStation(source.principal(), Set.of(Addresses.ANSWERS, DEAD), Set.of(enquiries));
            // Its questions wait for a person on a form, and its answers come from the hub's own door.
            case BY_HAND -> new BrokerStation(source.principal(), Set.of(), Set.of(enquiries));
        };
    }
}
