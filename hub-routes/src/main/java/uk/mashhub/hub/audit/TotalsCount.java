package uk.mashhub.hub.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;

/** Counts the enquiries of one month: by team, and by rule. See {@link LogTotals} for what counts. */
final class TotalsCount {
    private final Map<TeamId, Role> readers;
    private final Set<String> countable;
    private final Map<TeamId, Set<EnquiryId>> byTeam = new HashMap<>();
    private final Map<ItemId, Decided> byItem = new HashMap<>();
    private final Set<ItemId> untold = new HashSet<>();

    /** @param readers the teams that a lead may know of */
    TotalsCount(List<Team> readers, RuleBook rules) {
        this.readers = readers.stream().collect(Collectors.toMap(Team::id, Team::role));
        // The rules of one cell of the matrix share an id: one that does not count keeps the cell out.
        this.countable = rules.rules().stream().map(Rule::id).collect(Collectors.toSet());
        rules.rules().stream().filter(r -> !counts(r)).map(Rule::id).forEach(countable::remove);
    }

    /** The rules that applied to one item, for whichever reader. */
    private record Decided(EnquiryId enquiry, Set<String> rules) {}

    /** What an owner holds, releases or takes back is the owner's; all of the gate of handling is what owners ask. */
    private static boolean counts(Rule rule) {
        return rule.gate().onItems()
                && rule.gate() != Gate.HANDLING
                && !rule.when().reads(Attribute.HELD)
                && !rule.when().reads(Attribute.RECALLED)
                && rule.verdict().outcome() != Outcome.SILENT
                && !ToldFacts.speaksOfPeople(rule);
    }

    void add(TraceStore.Made made) {
        Role role = readers.get(made.team());
        if (role == null || made.purpose().equals(Purpose.EMERGENCY.name())) {
            return;
        }
        byTeam.computeIfAbsent(made.team(), t -> new HashSet<>()).add(made.enquiry());
        for (ItemDecision decision : ModelJson.read(made.trace(), ItemDecision[].class)) {
            add(made.enquiry(), role, decision);
        }
    }

    private void add(EnquiryId enquiry, Role role, ItemDecision decision) {
        // Business support is shown hardly any item: what is silent to it alone is no secret.
        boolean silent = decision.verdict().outcome() == Outcome.SILENT && role != Role.BUSINESS_SUPPORT;
        if (silent || !Evidence.forTheLead(decision.facts())) {
            untold.add(decision.item());
        }
        Set<String> rules = byItem.computeIfAbsent(decision.item(), i -> new Decided(enquiry, new HashSet<>()))
                .rules();
        decision.ruleIds().stream().filter(countable::contains).forEach(rules::add);
    }

    /** Of how many enquiries each team was shown something. */
    Map<String, Integer> teams() {
        Map<String, Integer> teams = new TreeMap<>();
        byTeam.forEach((team, enquiries) -> teams.put(team.value(), enquiries.size()));
        return teams;
    }

    /** In how many enquiries each rule applied to something. */
    Map<String, Integer> rules() {
        Map<String, Set<EnquiryId>> enquiries = new TreeMap<>();
        byItem.forEach((item, decided) -> {
            if (!untold.contains(item)) {
                decided.rules()
                        .forEach(r -> enquiries
                                .computeIfAbsent(r, x -> new HashSet<>())
                                .add(decided.enquiry()));
            }
        });
        Map<String, Integer> rules = new TreeMap<>();
        enquiries.forEach((rule, of) -> rules.put(rule, of.size()));
        return rules;
    }
}
