package uk.mashhub.hub.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.policy.RuleText;

/** What a proposal changes, rule by rule, in words. */
final class PolicyChanges {
    private PolicyChanges() {}

    /** One line for each rule that is new, gone or other than before; sorted by id. */
    static List<String> between(List<RuleText> before, List<RuleText> after) {
        Map<String, String> old = spelled(before);
        Map<String, String> now = spelled(after);
        TreeSet<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            if (!old.containsKey(id)) {
                lines.add("New: " + now.get(id));
            } else if (!now.containsKey(id)) {
                lines.add("Gone: " + old.get(id));
            } else if (!now.get(id).equals(old.get(id))) {
                lines.add("Was: " + old.get(id));
                lines.add("Is: " + now.get(id));
            }
        }
        return lines;
    }

    /** Cells of one row and column of the matrix share an id: their words stand together. */
    private static Map<String, String> spelled(List<RuleText> rules) {
        return rules.stream()
                .collect(Collectors.groupingBy(
                        RuleText::id,
                        TreeMap::new,
                        Collectors.mapping(
                                PolicyChanges::words,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        words -> words.stream().sorted().collect(Collectors.joining(" | "))))));
    }

    private static String words(RuleText rule) {
        return rule.id() + " (" + rule.title() + "): when " + rule.when() + " then " + rule.then() + "; \""
                + rule.reason() + "\"; law: " + rule.law() + "; owner: " + rule.owner() + "; review " + rule.reviewOn();
    }
}
