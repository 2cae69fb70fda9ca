package uk.mashhub.policy.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.enquiry.SharingOverride;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.enquiry.SourceStatus;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.policy.agreement.Node;

/** Reads what people have recorded on the enquiry of a case: consents, overrides, acts of owners, households, answers. */
final class RecordReader {
    private final Setting setting;
    private final Map<String, PersonId> people;
    private final Instant at;

    RecordReader(Setting setting, Map<String, PersonId> people, Instant at) {
        this.setting = setting;
        this.people = people;
        this.at = at;
    }

    List<Consent> consents(Optional<Node> list) {
        return all(list, n -> {
            n.map("state", "of", "by", "because");
            return new Consent(
                    n.need("state").one(ConsentState.class, "state of consent"),
                    persons(n.need("of")),
                    Terms.text(n.want("by"), ""),
                    n.want("because").map(b -> b.one(NotSoughtReason.class, "reason for not asking")));
        });
    }

    List<SharingOverride> overrides(Optional<Node> list) {
        return all(list, n -> {
            n.map("agencies", "reason");
            return new SharingOverride(
                    n.need("agencies").list().stream().map(this::agency).collect(Collectors.toSet()),
                    n.need("reason").text(),
                    at);
        });
    }

    /** Acts in the order written, one second apart. */
    List<OwnerAct> acts(Optional<Node> list, Map<String, Item> items) {
        List<OwnerAct> acts = new ArrayList<>();
        for (Node n : list.map(Node::list).orElse(List.of())) {
            n.map("item", "does", "to", "text");
            Set<TeamId> teams = new HashSet<>();
            n.want("to")
                    .map(Node::list)
                    .orElse(List.of())
                    .forEach(t ->
                            teams.add(Terms.named(t, "team", setting.teams()).team()));
            acts.add(new OwnerAct(
                    Terms.named(n.need("item"), "item", items).id(),
                    n.need("does").one(OwnerAct.Kind.class, "act of an owner"),
                    teams,
                    Terms.text(n.want("text"), ""),
                    at.plusSeconds(acts.size())));
        }
        return acts;
    }

    List<PacketHousehold> households(Optional<Node> list) {
        return all(list, n -> {
            n.map("toldBy", "members", "maybe", "address");
            Setting.Agency owner = Terms.named(n.need("toldBy"), "agency", setting.agencies());
            Household household = new Household(
                    new HouseholdId(Family.uuid("household " + n.line())),
                    n.want("address").map(a -> new Address(List.of(a.text()), "", Optional.empty())),
                    persons(n.need("members")).stream()
                            .map(m -> new HouseholdMember(m, Optional.empty(), Optional.empty()))
                            .toList());
            return new PacketHousehold(
                    new AgencyId(owner.id()),
                    owner.sources().get(0),
                    household,
                    n.want("maybe").map(this::persons).orElse(Set.of()));
        });
    }

    /** Every agency of the area; its sources have answered unless the case says otherwise. */
    List<AgencyStatus> agencies(Optional<Node> states) {
        Map<String, Node> said = states.map(Node::map).orElse(Map.of());
        List<String> sources = setting.agencies().values().stream()
                .flatMap(a -> SettingReader.sources(a).stream())
                .toList();
        said.forEach((source, state) -> {
            if (!sources.contains(source)) {
                throw state.problems().unknown(state, "source", source, sources);
            }
        });
        return setting.agencies().values().stream()
                .map(a -> new AgencyStatus(
                        new AgencyId(a.id()),
                        a.name(),
                        a.sector(),
                        a.contact(),
                        a.sources().stream().map(s -> status(s, said)).toList()))
                .toList();
    }

    private SourceStatus status(SourceId source, Map<String, Node> said) {
        SourceState state = Optional.ofNullable(said.get(source.value()))
                .map(n -> n.one(SourceState.class, "state of a source"))
                .orElse(SourceState.ANSWERED);
        return new SourceStatus(source, source.value().replace('-', ' '), state, at, Optional.of(at), "");
    }

    private AgencyId agency(Node node) {
        return new AgencyId(Terms.named(node, "agency", setting.agencies()).id());
    }

    private Set<PersonId> persons(Node list) {
        return list.list().stream().map(n -> Terms.named(n, "person", people)).collect(Collectors.toSet());
    }

    private static <T> List<T> all(Optional<Node> list, java.util.function.Function<Node, T> read) {
        return list.map(Node::list).orElse(List.of()).stream().map(read).toList();
    }
}
