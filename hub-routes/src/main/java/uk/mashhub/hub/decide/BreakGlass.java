package uk.mashhub.hub.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.decide.Decider.TeamView;
import uk.mashhub.hub.storage.BreakGlassUse;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Readership;
import uk.mashhub.policy.fact.ActsFor;

/**
 * The second policy, shipped with the release and proved against the same invariants (ruling 22). It decides one enquiry as
 * an emergency, for decision makers alone, and never asks, sends or searches. What is silent, hidden, protected or stopped
 * is so here too: those are rules of this policy as of the other.
 */
public final class BreakGlass {
    private final PolicyEngine engine;
    private final Handles handles;

    public BreakGlass(PolicyEngine engine, Handles handles) {
        this.engine = engine;
        this.handles = handles;
    }

    /** What decides and opens its views. */
    public PolicyEngine engine() {
        return engine;
    }

    public PolicyHash hash() {
        return engine.policy().hash();
    }

    /** Whether a view is one of its own: no enquiry has that purpose. */
    public static boolean made(Purpose purpose) {
        return purpose == Purpose.EMERGENCY;
    }

    /** One view of each index child for each team with a live use; it holds until the last of the team's uses ends. */
    public List<TeamView> views(Packet packet, Area area, List<BreakGlassUse> live) {
        Map<Team, Instant> until = live.stream()
                .filter(use -> use.area().equals(area.code()))
                .flatMap(use -> area.team(use.team()).filter(t -> t.role() == Role.DECISION_MAKER).stream()
                        .map(team -> Map.entry(team, use.until())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a.isAfter(b) ? a : b));
        Packet emergency = packet.inEmergency();
        List<TeamView> views = new ArrayList<>();
        until.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().id().value()))
                .forEach(e -> children(emergency)
                        .forEach(child -> views.add(view(emergency, area, e.getKey(), child, e.getValue()))));
        return views;
    }

    /** The agencies something of whose items is given, the reader's own aside. */
    public static Set<AgencyId> given(Packet packet, List<TeamView> views) {
        Set<AgencyId> owners = new TreeSet<>(Comparator.comparing(AgencyId::value));
        for (TeamView view : views) {
            Set<ItemId> given = view.decided().decisions().stream()
                    .filter(d -> !d.verdict().outcome().atMost(Outcome.WITHHOLD))
                    .map(ItemDecision::item)
                    .collect(Collectors.toSet());
            packet.items().stream()
                    .filter(i -> given.contains(i.id()))
                    .map(i -> i.provenance().owner())
                    .filter(owner -> !owner.equals(view.team().agency()))
                    .forEach(owners::add);
        }
        return owners;
    }

    private static List<PacketPerson> children(Packet packet) {
        return packet.people().stream()
                .filter(p -> p.roles().contains(SubjectRole.INDEX_CHILD))
                .toList();
    }

    private TeamView view(Packet packet, Area area, Team team, PacketPerson child, Instant until) {
        Readership reader = new Readership(team.audience(area), child.id(), ActsFor.nobody());
        return new TeamView(
                team,
                engine.view(packet, reader, Artefact.INSIDE_RECORD, handles, List.of()),
                hash(),
                Optional.of(until));
    }
}
