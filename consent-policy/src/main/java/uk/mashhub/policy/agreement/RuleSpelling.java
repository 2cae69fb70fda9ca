package uk.mashhub.policy.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.policy.fact.Windows;
import uk.mashhub.policy.json.Json;

/** The one spelling of a policy, for its hash. */
final class RuleSpelling {

    Json all(List<Rule> rules, List<Basis> bases, Windows windows) {
        SortedMap<String, Json> days = new TreeMap<>();
        Arrays.stream(DataClass.values()).forEach(c -> days.put(c.name(), Json.text(windows.text(c))));
        return Json.object()
                .put("format", "mash-policy-v1")
                .put("rules", Json.rows(rules.stream().map(this::rule).toList()))
                .put("bases", Json.rows(bases.stream().map(RuleSpelling::basis).toList()))
                .put("windows", new Json.Fields(days, false))
                .done();
    }

    private Json rule(Rule rule) {
        SortedMap<String, Json> when = new TreeMap<>();
        rule.situations().forEach((attribute, values) -> when.put(attribute, Json.words(values)));
        return Json.object()
                .put("id", rule.id())
                .put("gate", rule.gate().name())
                .put("title", rule.title())
                .put("reason", rule.reason())
                .put("law", Json.rows(rule.law().stream().map(RuleSpelling::law).toList()))
                .put("owner", rule.owner())
                .put("review", rule.reviewOn().toString())
                .put("starts", rule.startsOn().map(Object::toString).orElse("always"))
                .put("when", new Json.Fields(when, false))
                .put("then", effect(rule.then()))
                .done();
    }

    private static Json basis(Basis basis) {
        SortedMap<String, Json> when = new TreeMap<>();
        basis.when().words().forEach((attribute, values) -> when.put(attribute, Json.words(values)));
        return Json.object()
                .put("id", basis.id())
                .put("part", basis.part().name())
                .put("agency", basis.agency().map(AgencyId::value).orElse(""))
                .put("title", basis.title())
                .put(
                        "law",
                        Json.rows(basis.law().stream().map(RuleSpelling::law).toList()))
                .put("owner", basis.owner())
                .put("review", basis.reviewOn().toString())
                .put("when", new Json.Fields(when, false))
                .done();
    }

    private static Json law(Law law) {
        return Json.object()
                .put("cite", law.citation())
                .put("from", law.inForceFrom().map(Object::toString).orElse(""))
                .put("until", law.inForceUntil().map(Object::toString).orElse(""))
                .put("verify", Json.truth(law.verify()))
                .done();
    }

    private static Json effect(Effect effect) {
        if (effect instanceof Effect.Gives gives) {
            Verdict v = gives.verdict();
            return Json.object()
                    .put("outcome", v.outcome().name())
                    .put("redact", names(v.redactions()))
                    .put("generalise", names(v.generalised()))
                    .put("obligations", names(v.obligations()))
                    .put("review", names(v.reviewers()))
                    .done();
        }
        return Json.text(((Effect.Says) effect).answer().name());
    }

    private static Json names(Set<? extends Enum<?>> constants) {
        return Json.words(constants.stream().map(Enum::name).sorted().toList());
    }
}
