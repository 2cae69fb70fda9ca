package uk.mashhub.hub.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.policy.ItemDecision;

/**
 * Totals that every information governance lead reads, whosever the records (ruling 13): versions of views by team, and items
 * decided by rule, for each of the last twelve months that are over. A cell of fewer than five is not told from none, any
 * other is rounded to the nearest five; there is no sum over cells, no other period and no other cut, and a month is worked out
 * once: so no cell follows from others, or from reading twice. What is silent and what named units read is not counted.
 */
public final class LogTotals {
    /** A cell below it is not shown. */
    static final int FEWEST = 5;

    private static final int MONTHS = 12;
    private static final int AT_A_TIME = 200;

    private final TraceStore traces;
    private final TotalsStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public LogTotals(TraceStore traces, TotalsStore store, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.traces = traces;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A month.
     *
     * @param teams by name: every team that a lead may know of, with {@code <5} or about how many versions of views
     * @param rules by id: those that decided five items or more, with about how many
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
            if (!store.has(area.code(), month)) {
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
        Set<TeamId> teams = new HashSet<>();
        readable(area).forEach(t -> teams.add(t.id()));
        Map<String, Long> versions = new HashMap<>();
        Map<String, Long> rules = new HashMap<>();
        Optional<DisclosureId> after = Optional.empty();
        List<TraceStore.Made> page;
        do {
            page = traces.made(area.code(), from, to, after, AT_A_TIME);
            for (TraceStore.Made made : page) {
                after = Optional.of(made.disclosure());
                if (teams.contains(made.team())) {
                    versions.merge(made.team().value(), 1L, Long::sum);
                    count(made.trace(), rules);
                }
            }
        } while (page.size() == AT_A_TIME);
        keep(area, month, Kind.RECIPIENT, versions);
        keep(area, month, Kind.RULE, rules);
        store.keep(area.code(), month, Kind.MONTH, "", 0);
    }

    private static void count(byte[] trace, Map<String, Long> rules) {
        for (ItemDecision decision : ModelJson.read(trace, ItemDecision[].class)) {
            if (decision.verdict().outcome() != Outcome.SILENT && Evidence.forTheLead(decision.facts())) {
                decision.ruleIds().forEach(r -> rules.merge(r, 1L, Long::sum));
            }
        }
    }

    private void keep(Area area, YearMonth month, Kind kind, Map<String, Long> cells) {
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
