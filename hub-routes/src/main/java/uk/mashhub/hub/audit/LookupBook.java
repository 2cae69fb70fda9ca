package uk.mashhub.hub.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.log.Logged;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.policy.DecidedView;

/**
 * Makes each version of a view findable, in its transaction, to the leads of the team's agency, by what the view itself shows
 * (ruling 13). What a named unit reads, no lead finds. What became of an owner's items in other agencies' views is not findable:
 * it would tell the owner on which day somebody else's flag came.
 */
public final class LookupBook {
    private final LookupStore store;
    private final LookupKeys keys;
    private final RandomSource random;

    public LookupBook(LookupStore store, LookupKeys keys, RandomSource random) {
        this.store = store;
        this.keys = keys;
        this.random = random;
    }

    /**
     * @param logged the entry of the disclosure
     * @param content what the view says
     */
    public void disclosed(Enquiry enquiry, Team team, ViewHead head, Logged logged, JsonNode content) {
        if (!Evidence.UNITS.contains(team.role())) {
            room(enquiry, team, head, EntryWords.of(logged.entry()), content);
        }
    }

    private void room(Enquiry enquiry, Team team, ViewHead head, EntryWords entry, JsonNode content) {
        List<String> names = names(content);
        List<byte[]> found = found(content);
        byte[] said = ModelJson.write(new LookupSaid(enquiry.row().reference(), names, List.of()));
        LookupRow row = row(enquiry, team.agency(), LookupRow.Share.ROOM, entry, entry.outcome());
        store.add(row, head.id(), keys.digest(said), found, said);
        store.standsFor(head.disclosure(), row.id());
    }

    /**
     * From the moment somebody is kept apart, what named them before is found by no lead, wherever the view does not show
     * it any more; what the view still shows stays, so that its absence tells nothing. It comes back with them.
     *
     * @param apart whom a statute keeps apart, under every id that they have or may have
     * @param shown the newest version of each view that there is
     */
    public void keepApart(Enquiry enquiry, Set<PersonId> apart, Map<ViewId, DecidedView> shown) {
        List<byte[]> theirs = Stream.concat(
                        enquiry.everybody()
                                .filter(p -> apart.contains(p.id()))
                                .flatMap(p -> Stream.concat(
                                        p.details().names().stream()
                                                .map(PersonName::full)
                                                .map(keys::name),
                                        p.details().identifiers().stream()
                                                .flatMap(i -> NhsNumber.in(i.value()).stream())
                                                .map(keys::number))),
                        enquiry.told()
                                .filter(i -> i.subjects().stream().anyMatch(s -> apart.contains(s.person())))
                                .flatMap(i -> i.fields().stream())
                                .flatMap(f -> NhsNumber.in(f.value()).stream())
                                .map(keys::number))
                .toList();
        Map<ViewId, List<byte[]>> still = new HashMap<>();
        if (!theirs.isEmpty()) {
            shown.forEach((view, decided) -> still.put(
                    view, found(JsonMapper.shared().readTree(decided.view().content()))));
        }
        store.keepApart(enquiry.id(), theirs, still);
    }

    private static List<String> names(JsonNode content) {
        List<String> names = new ArrayList<>();
        content.path("people").forEach(p -> names.add(p.path("name").asString("")));
        return names;
    }

    /** What a version is found by: names and numbers that it shows. */
    private List<byte[]> found(JsonNode content) {
        List<byte[]> found =
                new ArrayList<>(names(content).stream().map(keys::name).toList());
        content.findValues("value").stream()
                .flatMap(v -> NhsNumber.in(v.asString("")).stream())
                .forEach(n -> found.add(keys.number(n)));
        return found;
    }

    private LookupRow row(Enquiry enquiry, AgencyId agency, LookupRow.Share share, EntryWords entry, String outcome) {
        return new LookupRow(
                random.uuid(),
                entry.id(),
                enquiry.row().area(),
                agency,
                share,
                Optional.of(enquiry.id()),
                entry.at(),
                entry.act().name(),
                entry.agent(),
                entry.recipient(),
                entry.purpose(),
                outcome,
                entry.policy(),
                Optional.empty());
    }
}
