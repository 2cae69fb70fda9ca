package uk.mashhub.policy.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.DecidedView;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.cases.CaseResult.Difference;

/** Compares what a policy decides with what a case expects. */
public final class CaseTrial {
    private final Decided decided;

    public CaseTrial(SharingPolicy policy) {
        this.decided = new Decided(policy);
    }

    /** Puts one case to the policy. */
    public CaseResult of(PolicyCase c) {
        List<Difference> differences = new ArrayList<>();
        if (c.request() instanceof Request.Read read) {
            read(c, read, differences);
        } else {
            answer(c, differences);
        }
        return new CaseResult(c, differences);
    }

    private void read(PolicyCase c, Request.Read read, List<Difference> differences) {
        DecidedView view = decided.view(c, read);
        read.items().forEach((word, expected) -> item(c, word, expected, Decided.of(view, c, word), differences));
        String text = Decided.text(view);
        for (String words : read.says()) {
            if (!text.contains(words)) {
                differences.add(new Difference(c.line(), "the view", "says '" + words + "'", "does not", List.of()));
            }
        }
        for (String words : read.neverSays()) {
            if (text.contains(words)) {
                differences.add(new Difference(c.line(), "the view", "never says '" + words + "'", "does", List.of()));
            }
        }
    }

    private static void item(
            PolicyCase c, String word, Expected.OfItem expected, ItemDecision decision, List<Difference> differences) {
        Item item = Optional.ofNullable(c.items().get(word)).orElseThrow();
        boolean obliged = decision.verdict().obligations().containsAll(expected.obligations());
        Set<FieldKind> hidden = hidden(item, decision);
        boolean same = decision.verdict().outcome() == expected.outcome()
                && decision.verdict().reviewers().equals(expected.reviewers())
                && expected.hides().map(hidden::equals).orElse(true)
                && obliged
                && decision.reason().equals(expected.reason());
        if (!same) {
            differences.add(new Difference(
                    expected.line(),
                    word,
                    words(
                            expected.outcome(),
                            expected.hides().orElse(Set.of()),
                            expected.reviewers(),
                            obliged ? Set.of() : expected.obligations(),
                            expected.reason()),
                    words(
                            decision.verdict().outcome(),
                            expected.hides().isPresent() || decision.verdict().outcome() == Outcome.REDACT
                                    ? hidden
                                    : Set.of(),
                            decision.verdict().reviewers(),
                            obliged ? Set.of() : decision.verdict().obligations(),
                            decision.reason()),
                    decision.ruleIds()));
        }
    }

    /** The kinds of the item's own fields that the verdict takes out. */
    static Set<FieldKind> hidden(Item item, ItemDecision decision) {
        Set<FieldKind> kinds = EnumSet.noneOf(FieldKind.class);
        item.fields().stream().map(ItemField::kind).forEach(kinds::add);
        if (!item.attachments().isEmpty()) {
            kinds.add(FieldKind.ATTACHMENT);
        }
        kinds.retainAll(decision.verdict().redactions());
        return kinds;
    }

    private static String words(Outcome outcome, Set<?> hides, Set<?> reviewers, Set<?> obligations, String reason) {
        return outcome
                + (hides.isEmpty() ? "" : ", hides " + sorted(hides))
                + (reviewers.isEmpty() ? "" : ", review by " + sorted(reviewers))
                + (obligations.isEmpty() ? "" : ", with " + sorted(obligations))
                + ": \"" + reason + "\"";
    }

    private static String sorted(Set<?> words) {
        return words.stream().map(Object::toString).sorted().collect(Collectors.joining(" and "));
    }

    private void answer(PolicyCase c, List<Difference> differences) {
        Permission permission = decided.answer(c);
        Expected.Reply expected = expected(c.request());
        if (permission.ruling() != expected.ruling() || !permission.reason().equals(expected.reason())) {
            differences.add(new Difference(
                    expected.line(),
                    "the answer",
                    expected.ruling() + ": \"" + expected.reason() + "\"",
                    permission.ruling() + ": \"" + permission.reason() + "\"",
                    List.of(permission.ruleId())));
        }
        if (c.request() instanceof Request.Ask ask) {
            ask.about().ifPresent(a -> people(c, ask, "asked about", a, false, differences));
            ask.addresses().ifPresent(a -> people(c, ask, "whose address goes with it", a, true, differences));
        }
    }

    private static Expected.Reply expected(Request request) {
        if (request instanceof Request.Ask ask) {
            return ask.reply();
        }
        return request instanceof Request.Open open ? open.reply() : ((Request.Send) request).reply();
    }

    private void people(
            PolicyCase c,
            Request.Ask ask,
            String of,
            Set<String> expected,
            boolean address,
            List<Difference> differences) {
        Set<String> found = decided.about(c, ask, address);
        if (!found.equals(expected)) {
            differences.add(new Difference(
                    ask.reply().line(), of, new TreeSet<>(expected).toString(), found.toString(), List.of()));
        }
    }
}
