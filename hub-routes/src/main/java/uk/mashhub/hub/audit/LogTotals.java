package uk.mashhub.hub.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.TotalsStore;
import uk.mashhub.hub.storage.TotalsStore.Kind;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.policy.agreement.RuleBook;

/**
 * Totals that every information governance lead reads, whosever the records (ruling 13): of how many enquiries each team was
 * shown something, and in how many each rule decided something, for each of the last twelve months that are over. A cell of
 * fewer than five enquiries is not told from none, any other is rounded to the nearest five; there is no sum over cells, no
 * other period and no other cut, and a month is worked out once: so no cell follows from others, from reading twice or from
 * what was erased since. No rule counts that speaks of people, that an owner's holding speaks through or that leaves no sign;
 * and nothing counts of an item that is silent to anybody in the room, of what named units read, or of broken glass.
 */
public final class LogTotals {
    /** A cell below it is not shown. */
    static final int FEWEST = 5;

    private static final int MONTHS = 12;
    private static final int AT_A_TIME = 200;

    private final TraceStore traces;
    private final TotalsStore store;
    private final Supplier<RuleBook> rules;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** @param rules those in force: one that is not there any more is not counted */
    public LogTotals(
            TraceStore traces,
            TotalsStore store,
            Supplier<RuleBook> rules,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.traces = traces;
        this.store = store;
        this.rules = rules;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A month.
     *
     * @param teams by name: every team that a lead may know of, with {@code <5} or of about how many enquiries
     * @param rules by id: those that decided something in five enquiries or more, with about how many
     */
    public record Month(YearMonth month, List<Cell> teams, List<Cell> rules) {
        public Month {
            Objects.requireNonNull(month, "month");
            teams = List.copyOf(teams);
            rules = List.copyOf(rules);
        }
    }

    /** @param about {@code <5}, or a multiple of five */
    public record Cell(String name, String about) {}

    /** The months, newest first. The look is logged. */
    public List<Month> read(SignedIn who, Area area) {
        YearMonth now = YearMonth.from(clock.instant().atZone(area.calendar().zone()));
        List<Month> months = new ArrayList<>();
        for (int back = 1; back <= MONTHS; back++) {
            months.add(month(area, now.minusMonths(back)));
        }
        transactions.executeWithoutResult(status -> audit.noted(
                Act.OPENING, who, "TOTALS", List.of(new Claim("content", ModelJson.write(written(months))))));
        return months;
    }

    private static List<String> written(List<Month> months) {
        return months.stream().map(Month::toString).toList();
    }

    private Month month(Area area, YearMonth month) {
        Month read = transactions.execute(status -> {
            if (store.begin(area.code(), month)) {
                workOut(area, month);
            }
            Map<String, Long> teams = store.of(area.code(), month, Kind.RECIPIENT);
            return new Month(
                    month,
                    readable(area).stream()
                            .map(t -> new Cell(
                                    t.name(),
                                    Optional.ofNullable(teams.get(t.id().value()))
                                            .map(String::valueOf)
                                            .orElse("<" + FEWEST)))
                            .toList(),
                    store.of(area.code(), month, Kind.RULE).entrySet().stream()
                            .map(e -> new Cell(e.getKey(), e.getValue().toString()))
                            .toList());
        });
        return Objects.requireNonNull(read, "month");
    }

    private static List<Team> readable(Area area) {
        return area.teams().stream()
                .filter(t -> !Evidence.UNITS.contains(t.role()))
                .toList();
    }

    private void workOut(Area area, YearMonth month) {
        ZoneId zone = area.calendar().zone();
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        TotalsCount count = new TotalsCount(readable(area), rules.get());
        Optional<DisclosureId> after = Optional.empty();
        List<TraceStore.Made> page;
        do {
            page = traces.made(area.code(), from, to, after, AT_A_TIME);
            for (TraceStore.Made made : page) {
                after = Optional.of(made.disclosure());
                count.add(made);
            }
        } while (page.size() == AT_A_TIME);
        keep(area, month, Kind.RECIPIENT, count.teams());
        keep(area, month, Kind.RULE, count.rules());
    }

    private void keep(Area area, YearMonth month, Kind kind, Map<String, Integer> cells) {
        cells.forEach((name, n) -> {
            if (n >= FEWEST) {
                store.keep(area.code(), month, kind, name, rounded(n));
            }
        });
    }

    /** To the nearest five: 7 is 5, 8 is 10. */
    static long rounded(long n) {
        return (n + FEWEST / 2) / FEWEST * FEWEST;
    }
}
