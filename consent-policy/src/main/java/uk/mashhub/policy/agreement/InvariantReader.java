package uk.mashhub.policy.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;

/** Reads the statements that a policy is proved against: {@code never} and {@code always}. */
final class InvariantReader {
    private final BoxReader boxes = new BoxReader();
    private final List<Invariant> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    List<Invariant> read(Node root) {
        root.map("kind", "id", "title", "lists", "invariants");
        RuleReader.id(root.need("id"));
        root.need("title").text();
        root.want("lists").ifPresent(boxes::learn);
        root.need("invariants").list().forEach(n -> root.problems().reading(() -> one(n)));
        return found;
    }

    private void one(Node node) {
        node.map("id", "title", "law", "owner", "review", "statement");
        String id = RuleReader.id(node.need("id"));
        if (!ids.add(id)) {
            throw node.problems().fault(node, "invariant '" + id + "' is there already");
        }
        Node statement = node.need("statement");
        statement.map("question", "when", "unless", "never", "always");
        Question question = statement.need("question").one(Question.class, "question");
        found.add(new Invariant(
                id,
                node.need("title").text(),
                RuleReader.laws(node.need("law")),
                node.need("owner").text(),
                RuleReader.review(node.need("review")),
                node.file(),
                node.line(),
                question,
                boxes.read(statement.need("when"), question.asking()),
                statement.want("unless").map(Node::list).orElse(List.of()).stream()
                        .map(b -> boxes.read(b, question.asking()))
                        .toList(),
                claims(statement, question)));
    }

    private static List<Claim> claims(Node statement, Question question) {
        List<Claim> claims = new ArrayList<>();
        statement.want("never").ifPresent(n -> claims.addAll(never(n, question)));
        statement.want("always").ifPresent(n -> claims.addAll(always(n, question)));
        if (claims.isEmpty()) {
            throw statement.problems().fault(statement, "'never' or 'always' is missing");
        }
        return claims;
    }

    private static List<Claim> never(Node node, Question question) {
        List<Claim> claims = new ArrayList<>();
        if (question != Question.MAY_SEE) {
            node.map("answer");
            claims.add(new Claim.Answers(others(words(node.need("answer"), Answer.class, "answer"))));
            return claims;
        }
        Map<String, Node> said = node.map("outcome", "fields", "inFull");
        if (said.containsKey("outcome")) {
            claims.add(new Claim.Outcomes(others(words(node.need("outcome"), Outcome.class, "outcome"))));
        }
        node.want("fields").ifPresent(f -> claims.add(new Claim.NoField(VerdictReader.kinds(f), true)));
        node.want("inFull").ifPresent(f -> claims.add(new Claim.NoField(VerdictReader.kinds(f), false)));
        return claims;
    }

    private static List<Claim> always(Node node, Question question) {
        List<Claim> claims = new ArrayList<>();
        if (question != Question.MAY_SEE) {
            node.map("answer");
            claims.add(new Claim.Answers(words(node.need("answer"), Answer.class, "answer")));
            return claims;
        }
        node.map("outcome", "review", "obligations");
        node.want("outcome").ifPresent(o -> claims.add(new Claim.Outcomes(words(o, Outcome.class, "outcome"))));
        Set<Reviewer> reviewers = node.want("review")
                .map(r -> words(r, Reviewer.class, "reviewer"))
                .orElse(EnumSet.noneOf(Reviewer.class));
        Set<Obligation> obligations = node.want("obligations")
                .map(o -> words(o, Obligation.class, "obligation"))
                .orElse(EnumSet.noneOf(Obligation.class));
        if (!reviewers.isEmpty() || !obligations.isEmpty()) {
            claims.add(new Claim.Adds(reviewers, obligations));
        }
        return claims;
    }

    private static <E extends Enum<E>> EnumSet<E> words(Node list, Class<E> type, String kind) {
        EnumSet<E> words = EnumSet.noneOf(type);
        list.list().forEach(n -> words.add(n.one(type, kind)));
        if (words.isEmpty()) {
            throw list.problems().fault(list, "at least one " + kind + " is wanted");
        }
        return words;
    }

    private static <E extends Enum<E>> Set<E> others(EnumSet<E> words) {
        return EnumSet.complementOf(words);
    }
}
