package uk.mashhub.hub.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import uk.mashhub.model.person.NhsNumber;
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

    /** @param logged the entry of the disclosure */
    public void disclosed(Enquiry enquiry, Team team, ViewHead head, Logged logged, DecidedView decided) {
        if (!Evidence.UNITS.contains(team.role())) {
            room(enquiry, team, head, EntryWords.of(logged.entry()), decided);
        }
    }

    private void room(Enquiry enquiry, Team team, ViewHead head, EntryWords entry, DecidedView decided) {
        JsonNode content = JsonMapper.shared().readTree(decided.view().content());
        List<String> names = new ArrayList<>();
        content.path("people").forEach(p -> names.add(p.path("name").asString("")));
        List<byte[]> found = new ArrayList<>(names.stream().map(keys::name).toList());
        content.findValues("value").stream()
                .flatMap(v -> number(v.asString("")).stream())
                .forEach(n -> found.add(keys.number(n)));
        byte[] said = ModelJson.write(new LookupSaid(enquiry.row().reference(), names, List.of()));
        LookupRow row = row(enquiry, team.agency(), LookupRow.Share.ROOM, entry, entry.outcome());
        store.add(row, head.id(), keys.digest(said), found, said);
        store.standsFor(head.disclosure(), row.id());
    }

    private static Optional<NhsNumber> number(String text) {
        try {
            return Optional.of(new NhsNumber(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
