package uk.mashhub.policy.agreement;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * Reads {@code WITHHOLD} or {@code {outcome: REDACT, redact: [ADDRESS, LOCATING], review: [OWNER]}}. {@code keep} names
 * what stays and redacts all else; {@code LOCATING} stands for every kind of field that leads to somebody; {@code
 * generalise} leaves of an address no more than its district.
 */
final class VerdictReader {

    Verdict read(Node node) {
        if (node.isText()) {
            return checked(node, Verdict.of(node.one(Outcome.class, "outcome")));
        }
        node.map("outcome", "redact", "keep", "generalise", "review", "obligations");
        Outcome outcome = node.need("outcome").one(Outcome.class, "outcome");
        Set<FieldKind> redactions = EnumSet.noneOf(FieldKind.class);
        node.want("redact").ifPresent(r -> redactions.addAll(kinds(r)));
        node.want("keep").ifPresent(k -> redactions.addAll(EnumSet.complementOf(EnumSet.copyOf(kinds(k)))));
        Set<FieldKind> generalised =
                node.want("generalise").map(VerdictReader::generalised).orElse(Set.of());
        if (outcome == Outcome.SHOW && !(redactions.isEmpty() && generalised.isEmpty())) {
            throw node.problems().fault(node, "SHOW with fields taken out is REDACT");
        }
        if (generalised.stream().anyMatch(redactions::contains)) {
            throw node.problems().fault(node, "a field is taken out or generalised, not both");
        }
        return checked(
                node,
                new Verdict(
                        outcome,
                        redactions,
                        generalised,
                        constants(node.want("obligations"), Obligation.class, "obligation"),
                        constants(node.want("review"), Reviewer.class, "reviewer")));
    }

    private static Verdict checked(Node node, Verdict verdict) {
        if (verdict.outcome() == Outcome.REDACT
                && verdict.redactions().isEmpty()
                && verdict.generalised().isEmpty()) {
            throw node.problems().fault(node, "REDACT needs 'redact', 'keep' or 'generalise'");
        }
        return verdict;
    }

    private static Set<FieldKind> generalised(Node list) {
        Set<FieldKind> kinds = kinds(list);
        if (!kinds.stream().allMatch(FieldKind::generalises)) {
            throw list.problems().fault(list, "only ADDRESS and POSTCODE can be generalised");
        }
        return kinds;
    }

    static Set<FieldKind> kinds(Node list) {
        Set<FieldKind> kinds = EnumSet.noneOf(FieldKind.class);
        for (Node node : list.list()) {
            if (node.text().equals("LOCATING")) {
                EnumSet.allOf(FieldKind.class).stream()
                        .filter(FieldKind::locates)
                        .forEach(kinds::add);
            } else {
                kinds.add(node.one(FieldKind.class, "kind of field"));
            }
        }
        return kinds;
    }

    private static <E extends Enum<E>> Set<E> constants(Optional<Node> list, Class<E> type, String kind) {
        Set<E> found = EnumSet.noneOf(type);
        list.ifPresent(l -> l.list().forEach(n -> found.add(n.one(type, kind))));
        return found;
    }
}
