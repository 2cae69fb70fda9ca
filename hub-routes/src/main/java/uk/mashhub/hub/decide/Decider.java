package uk.mashhub.hub.decide;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.DecidedView;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Readership;
import uk.mashhub.policy.fact.ActsFor;

/** Decides which views an enquiry has and asks policy for each. */
public final class Decider {
    private final Supplier<PolicyEngine> published;
    private final Handles handles;

    /** @param published what decides, held until the transaction ends */
    public Decider(Supplier<PolicyEngine> published, Handles handles) {
        this.published = published;
        this.handles = handles;
    }

    /**
     * A view, the team that it is for, and the policy that decided it.
     *
     * @param until when it ends whatever the facts
     */
    public record TeamView(Team team, DecidedView decided, PolicyHash policy, Optional<Instant> until) {
        /** When it must be decided again. */
        public Optional<Instant> validUntil() {
            return Stream.concat(decided.validUntil().stream(), until.stream()).min(Instant::compareTo);
        }
    }

    /**
     * Every view that there is now; a view that is not among them is withdrawn.
     *
     * @param elsewhere for whom else teams act, looked up across all enquiries under the lock
     */
    public List<TeamView> views(Packet packet, Area area, Map<TeamId, Set<PersonId>> elsewhere) {
        return views(packet, area, elsewhere, team -> true);
    }

    private List<TeamView> views(
            Packet packet, Area area, Map<TeamId, Set<PersonId>> elsewhere, Predicate<Team> whose) {
        PolicyEngine policy = published.get();
        List<Reader> readers = new ArrayList<>();
        for (Team team : area.teams()) {
            if (whose.test(team) && takesPart(policy, packet, area, team)) {
                Audience audience = team.audience(area);
                List<PersonId> about = perspectives(packet, team);
                ActsFor actsFor = actsFor(team, about, elsewhere.getOrDefault(team.id(), Set.of()));
                about.forEach(p -> readers.add(new Reader(team, new Readership(audience, p, actsFor))));
            }
        }
        List<Readership> all = readers.stream().map(Reader::readership).toList();
        List<DecidedView> decided = policy.views(packet, all, Artefact.INSIDE_RECORD, handles);
        List<TeamView> views = IntStream.range(0, readers.size())
                .mapToObj(i -> new TeamView(
                        readers.get(i).team(), decided.get(i), policy.policy().hash(), Optional.empty()))
                .filter(v -> names(v, area))
                .toList();
        return views.stream()
                .filter(v -> invited(policy, packet, area, v.team())
                        || views.stream().anyMatch(w -> w.team().equals(v.team()) && readsOwn(packet, w)))
                .toList();
    }

    /** Of a closed enquiry the decision makers alone hold a view: a late answer is for them to look at (ruling 32). */
    public List<TeamView> held(Packet packet, Area area, Map<TeamId, Set<PersonId>> elsewhere) {
        return held(packet, area, elsewhere, team -> true);
    }

    /**
     * What is decided of items for those teams alone that settle links. Decisions for one team are the same without the others;
     * views are not, as the worksheet of an agency's lead is made of all readers', and so none is returned.
     */
    public Map<TeamId, List<ItemDecision>> decidedWhereLinksAreSettled(
            Packet packet, Area area, Map<TeamId, Set<PersonId>> elsewhere) {
        return held(packet, area, elsewhere, Team::settlesLinks).stream()
                .collect(Collectors.groupingBy(
                        v -> v.team().id(),
                        Collectors.flatMapping(v -> v.decided().decisions().stream(), Collectors.toList())));
    }

    private List<TeamView> held(Packet packet, Area area, Map<TeamId, Set<PersonId>> elsewhere, Predicate<Team> whose) {
        return views(packet, area, elsewhere, whose).stream()
                .filter(v -> packet.stage() != Stage.CLOSED || v.team().role() == Role.DECISION_MAKER)
                .toList();
    }

    /**
     * Whether no view of an enquiry hides that an item is there: the stage may follow from it (law 5). Business support is
     * shown hardly any item, and is not shown that a case is open.
     */
    public boolean knownToAll(Packet packet, Area area, Map<TeamId, Set<PersonId>> elsewhere, ItemId item) {
        return views(packet, area, elsewhere).stream()
                .filter(v -> v.team().role() != Role.BUSINESS_SUPPORT)
                .flatMap(v -> v.decided().decisions().stream())
                .noneMatch(d -> d.item().equals(item) && d.verdict().outcome() == Outcome.SILENT);
    }

    private record Reader(Team team, Readership readership) {}

    /** Case workers act for everybody whose packet they read, here or elsewhere. */
    private static ActsFor actsFor(Team team, List<PersonId> whose, Set<PersonId> elsewhere) {
        if (team.role() != Role.CASE_WORKER) {
            return ActsFor.nobody();
        }
        Set<PersonId> all = new HashSet<>(whose);
        all.addAll(elsewhere);
        return ActsFor.exactly(all);
    }

    /**
     * The local authority takes part from the start; an agency that sent something sees that; any other agency takes part
     * once it may be asked. To show a referral to an agency is to tell it.
     */
    private static boolean takesPart(PolicyEngine policy, Packet packet, Area area, Team team) {
        return owned(packet, team).findAny().isPresent() || invited(policy, packet, area, team);
    }

    /** An agency that has stopped sharing reads on what others share with it. */
    private static boolean invited(PolicyEngine policy, Packet packet, Area area, Team team) {
        Agency agency = area.agency(team.agency()).orElseThrow();
        return agency.sector() == Sector.LOCAL_AUTHORITY
                || asked(packet, agency)
                        && agency.answerers().stream()
                                .anyMatch(
                                        s -> policy.mayAsk(packet.asIfAllShared(), agency.id(), agency.sector(), s.id())
                                                .allowed());
    }

    /** A view that is there for its agency's own items alone would tell, by being there, of one that the team may not know of. */
    private static boolean readsOwn(Packet packet, TeamView view) {
        Set<ItemId> own = owned(packet, view.team()).map(Item::id).collect(Collectors.toSet());
        return view.decided().decisions().stream()
                .anyMatch(d -> own.contains(d.item()) && d.verdict().outcome() != Outcome.SILENT);
    }

    private static Stream<Item> owned(Packet packet, Team team) {
        return packet.items().stream().filter(i -> i.provenance().owner().equals(team.agency()));
    }

    private static boolean asked(Packet packet, Agency agency) {
        return packet.agencies().stream()
                .filter(a -> a.agency().equals(agency.id()))
                .flatMap(a -> a.sources().stream())
                .anyMatch(s -> s.state() != SourceState.NOT_ASKED);
    }

    /** A packet that does not name whose it is would show by its existence that there is somebody (law 5). */
    private boolean names(TeamView view, Area area) {
        ViewKey key = view.decided().view().key();
        Sector sector = area.agency(view.team().agency()).orElseThrow().sector();
        String handle = "\"handle\":\"" + handles.person(key, key.perspective()) + "\"";
        return sector == Sector.LOCAL_AUTHORITY
                || new String(view.decided().view().content(), StandardCharsets.UTF_8).contains(handle);
    }

    private static List<PersonId> perspectives(Packet packet, Team team) {
        return switch (team.perspective()) {
            case INDEX_CHILD -> people(packet, true);
            case EACH_ADULT -> people(packet, false);
            case NONE -> List.of();
        };
    }

    private static List<PersonId> people(Packet packet, boolean children) {
        return packet.people().stream()
                .filter(p -> children == p.roles().contains(SubjectRole.INDEX_CHILD))
                .filter(p -> children || adult(p))
                .map(PacketPerson::id)
                .toList();
    }

    private static boolean adult(PacketPerson person) {
        return person.roles().stream()
                .anyMatch(r -> r == SubjectRole.PARENT
                        || r == SubjectRole.HOUSEHOLD_ADULT
                        || r == SubjectRole.ALLEGED_PERPETRATOR
                        || r == SubjectRole.VICTIM);
    }
}
