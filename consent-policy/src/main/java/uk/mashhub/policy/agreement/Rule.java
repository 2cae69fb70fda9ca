package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.fact.FactVector;

/**
 * One rule: a box of situations and what it says in them. A rule of an agency's own agreement speaks of that agency's items,
 * or of its being asked, and can only take away.
 *
 * @param title a sentence that a lay person can read
 * @param reason what readers are told; never shown where the outcome is SILENT
 * @param owner who answers for it
 * @param reviewOn the day by which the owner must look at it again
 * @param agency whose agreement it stands in; empty for the partnership's
 * @param startsOn first day on which it speaks; empty for always. Duties only
 */
public record Rule(
        String id,
        Gate gate,
        String title,
        String reason,
        List<Law> law,
        String owner,
        LocalDate reviewOn,
        Optional<AgencyId> agency,
        Optional<LocalDate> startsOn,
        Box when,
        Effect then) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(reason, "reason");
        law = List.copyOf(law);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(reviewOn, "reviewOn");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(startsOn, "startsOn");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        if (gate.onItems() != then instanceof Effect.Gives) {
            throw new IllegalArgumentException("a rule of gate " + gate + " cannot say that");
        }
        if (agency.isPresent() && !gate.ofOneAgency()) {
            throw new IllegalArgumentException("an agency's agreement speaks of its items and of being asked only");
        }
    }

    /** A rule of the partnership. */
    public Rule(
            String id,
            Gate gate,
            String title,
            String reason,
            List<Law> law,
            String owner,
            LocalDate reviewOn,
            Optional<LocalDate> startsOn,
            Box when,
            Effect then) {
        this(id, gate, title, reason, law, owner, reviewOn, Optional.empty(), startsOn, when, then);
    }

    /** The situations of which it speaks: allowed values by attribute, and the owner if it is one agency's. */
    public SortedMap<String, List<String>> situations() {
        SortedMap<String, List<String>> words = new TreeMap<>(when.words());
        agency.ifPresent(a -> words.put(FactVector.OWNER, List.of(a.value())));
        return words;
    }

    /**
     * Whether it speaks of the items of an owner, or of what may be asked of it.
     *
     * @param owner empty for an agency without an agreement of its own
     */
    public boolean speaksOf(Optional<AgencyId> owner) {
        return agency.isEmpty() || agency.equals(owner);
    }

    /** Whether it applies, as far as the facts are known. */
    public Box.Match match(FactVector facts) {
        return speaksOf(facts.owner()) ? when.match(facts) : Box.Match.NO;
    }

    /** The verdict of a rule on items. */
    public Verdict verdict() {
        return ((Effect.Gives) then).verdict();
    }

    /** The answer of any other rule. */
    public Answer answer() {
        return ((Effect.Says) then).answer();
    }

    /** Whether it holds something back when it applies. */
    public boolean restricts() {
        return gate.onItems() ? verdict().outcome() != Outcome.SHOW : answer() != Answer.ALLOW;
    }

    /** Its citations as one text. */
    public String citations() {
        return law.stream().map(Law::citation).collect(Collectors.joining("; "));
    }

    /** Whether it speaks on a day. */
    public boolean inForceOn(LocalDate day) {
        return startsOn.map(s -> !day.isBefore(s)).orElse(true);
    }
}
