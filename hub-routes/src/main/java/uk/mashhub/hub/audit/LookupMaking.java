package uk.mashhub.hub.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.storage.LookupRow.Share;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.log.Act;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.AgencyId;

/**
 * Makes every other entry findable once it has its place in the log, outside any reader's request: an opening takes the same
 * whoever owns what was opened (ruling 12). An entry of which it cannot tell whose it is, nobody finds here.
 */
public final class LookupMaking {
    private static final Logger LOG = LoggerFactory.getLogger(LookupMaking.class);
    private static final int BATCH = 200;
    /** What everybody who answers for the hub may know: no enquiry, no person. */
    private static final Set<Act> OF_THE_HUB =
            Set.of(Act.START, Act.CONFIGURATION, Act.KEYS, Act.BREAK, Act.POLICY_PUBLISH, Act.SHARING_STOP);
    /** What is done with the whole log from the hub's command line. */
    private static final Set<Act> OF_THE_OPERATOR = Set.of(Act.EXPORT, Act.VERIFICATION);
    /** What always concerns an enquiry, or people: where it is not known which, it is found by nobody. */
    private static final Set<Act> OF_AN_ENQUIRY = Set.of(
            Act.INTAKE_RECEIPT,
            Act.LINK,
            Act.UNLINK,
            Act.CONFLICT,
            Act.DISCLOSURE,
            Act.BREAK_GLASS,
            Act.FEEDBACK,
            Act.FLAG);
    /** An owner's item was not seen in a view that did not give it. */
    private static final Set<String> NOT_GIVEN = Set.of(Outcome.WITHHOLD.name(), Outcome.SILENT.name());

    private final LookupStore store;
    private final Partnership partnership;
    private final TransactionTemplate transactions;
    private final RandomSource random;

    public LookupMaking(
            LookupStore store, Partnership partnership, TransactionTemplate transactions, RandomSource random) {
        this.store = store;
        this.partnership = partnership;
        this.transactions = transactions;
        this.random = random;
    }

    /** Makes the rows of all entries that have none and have a place. */
    public void run() {
        Integer made = BATCH;
        while (made != null && made == BATCH) {
            made = transactions.execute(status -> batch());
        }
    }

    private int batch() {
        List<LookupStore.Placed> entries = store.next(BATCH);
        Map<LookupStore.Placed, EntryWords> read = new LinkedHashMap<>();
        for (LookupStore.Placed placed : entries) {
            words(placed).ifPresentOrElse(words -> read.put(placed, words), () -> store.park(placed.place()));
        }
        Map<String, List<LookupStore.Under>> under = store.under(
                read.values().stream().flatMap(w -> w.disclosure().stream()).collect(Collectors.toSet()));
        read.forEach((placed, words) -> rows(placed, words, under).forEach(store::add));
        if (!entries.isEmpty()) {
            store.through(entries.get(entries.size() - 1).place());
        }
        return entries.size();
    }

    /** Empty if nobody can read the entry: all that came after it must be found all the same. */
    private static Optional<EntryWords> words(LookupStore.Placed placed) {
        try {
            return Optional.of(EntryWords.of(placed.entry()));
        } catch (RuntimeException e) {
            LOG.error(
                    "the log's entry at place {} cannot be read, and is found by nobody: {}",
                    placed.place(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private List<LookupRow> rows(
            LookupStore.Placed placed, EntryWords entry, Map<String, List<LookupStore.Under>> byVersion) {
        if (entry.act() == Act.DECISION) {
            // The rows of its disclosure say what was decided.
            return List.of();
        }
        List<LookupStore.Under> under = entry.disclosure()
                .map(v -> byVersion.getOrDefault(v, List.of()))
                .orElse(List.of());
        if (!under.isEmpty()) {
            return entry.act() == Act.DISCLOSURE ? List.of() : ofView(placed, entry, under);
        }
        if (OF_THE_HUB.contains(entry.act()) || byTheOperator(placed, entry)) {
            return partnership.areas().stream()
                    .flatMap(a ->
                            a.agencies().stream().map(g -> row(placed, entry, a, g.id(), Share.EVERYBODY, noRow())))
                    .toList();
        }
        if (placed.enquiry().isEmpty() && OF_AN_ENQUIRY.contains(entry.act())) {
            // Without knowing of which, nobody who is kept from it could be kept from the row (ruling 6).
            return List.of();
        }
        return areas(placed, entry)
                .flatMap(area -> whose(area, entry).stream()
                        .map(agency -> row(placed, entry, area, agency, Share.ROOM, noRow())))
                .toList();
    }

    /** By what was done and of what, not by the name alone. */
    private static boolean byTheOperator(LookupStore.Placed placed, EntryWords entry) {
        return entry.agent().equals(Audit.OPERATOR)
                && OF_THE_OPERATOR.contains(entry.act())
                && placed.enquiry().isEmpty();
    }

    private List<LookupRow> ofView(LookupStore.Placed placed, EntryWords entry, List<LookupStore.Under> under) {
        Optional<Area> area = areas(placed, entry).findFirst();
        if (area.isEmpty()) {
            return List.of();
        }
        List<LookupRow> rows = new ArrayList<>();
        for (LookupStore.Under row : under) {
            boolean seen = entry.act() == Act.OPENING && !NOT_GIVEN.contains(row.outcome());
            if (row.share() == Share.ROOM || seen) {
                rows.add(row(placed, entry, area.get(), row.agency(), row.share(), Optional.of(row.row())));
            }
        }
        return rows;
    }

    /** The area of the enquiry, or of whoever acted; where two areas have a team of that name, nobody's. */
    private Stream<Area> areas(LookupStore.Placed placed, EntryWords entry) {
        if (placed.area().isPresent()) {
            return partnership.area(placed.area().get()).stream();
        }
        List<Area> all = partnership.areas().stream()
                .filter(a -> !whose(a, entry).isEmpty())
                .toList();
        return all.size() == 1 ? all.stream() : Stream.empty();
    }

    private static List<AgencyId> whose(Area area, EntryWords entry) {
        boolean byTheHub = entry.agent().equals(Audit.HUB);
        if (byTheHub && entry.act() == Act.REFUSAL) {
            // An agency that was not asked is not told that it was not.
            return area.host().stream().toList();
        }
        Optional<AgencyId> one = agency(area, entry.recipient()).or(() -> agency(area, entry.agent()));
        if (byTheHub && entry.act() == Act.AGENCY_ASKED) {
            return Stream.concat(one.stream(), area.host().stream()).distinct().toList();
        }
        return one.stream().toList();
    }

    /** The agency of a team, of a principal, or of {@code <agency>.<source>}. */
    private static Optional<AgencyId> agency(Area area, String who) {
        Optional<AgencyId> team = area.teams().stream()
                .filter(t -> t.id().value().equals(who) && !Evidence.UNITS.contains(t.role()))
                .map(Team::agency)
                .findFirst();
        return team.or(() -> area.agencies().stream()
                .filter(a -> a.sources().stream()
                        .anyMatch(s -> s.principal().value().equals(who) || who.equals(a.id() + "." + s.id())))
                .map(Agency::id)
                .findFirst());
    }

    private static Optional<UUID> noRow() {
        return Optional.empty();
    }

    private LookupRow row(
            LookupStore.Placed placed, EntryWords entry, Area area, AgencyId agency, Share share, Optional<UUID> of) {
        return new LookupRow(
                random.uuid(),
                entry.id(),
                area.code(),
                agency,
                share,
                placed.enquiry(),
                placed.at(),
                entry.act().name(),
                entry.agent(),
                entry.recipient(),
                entry.purpose(),
                entry.outcome(),
                entry.policy(),
                of);
    }
}
