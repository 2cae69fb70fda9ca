package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Claim;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.proof.Applying.Applied;

/** What the gates make of an item, as logic: the same as {@link uk.mashhub.policy.engine.Trial#item} works out. */
final class Verdicts implements Result {
    private final Sat sat;
    private final Space space;
    private final List<Applied> rules;
    private final Map<Outcome, Integer> atMost = new EnumMap<>(Outcome.class);
    private final Map<FieldKind, Integer> redacted = new EnumMap<>(FieldKind.class);
    private final Map<FieldKind, Integer> generalised = new EnumMap<>(FieldKind.class);
    private final int error;
    private final int unworded;

    Verdicts(Sat sat, Space space, List<Applied> rules) {
        this.sat = sat;
        this.space = space;
        this.rules = rules;
        this.error = error();
        int withheld = sat.or(List.of(said(Outcome.WITHHOLD), said(Outcome.SILENT), error));
        this.unworded =
                sat.and(List.of(said(Outcome.SUMMARISE), -space.says(Attribute.OWNER_WORDING, "yes"), -withheld));
        chain();
    }

    /** Something that a gate needed could not be worked out, or not exactly one cell of the matrix applies. */
    private int error() {
        List<Integer> errors =
                new ArrayList<>(rules.stream().map(Applied::doubt).toList());
        List<Applied> cells =
                rules.stream().filter(r -> r.rule().gate() == Gate.MATRIX).toList();
        errors.add(-sat.or(cells.stream().map(Applied::yes).toList()));
        for (Overlap o : Overlap.among(cells)) {
            errors.add(sat.and(o.one().yes(), o.other().yes()));
        }
        return sat.or(errors);
    }

    /** A rule of this outcome applies; in doubt, it takes what it would take if it did, and no less than WITHHOLD. */
    private int said(Outcome outcome) {
        return any(v -> v.outcome() == outcome, outcome == Outcome.SILENT);
    }

    private int any(Predicate<Verdict> which, boolean doubtToo) {
        List<Integer> literals = new ArrayList<>();
        for (Applied r : rules) {
            if (which.test(r.rule().verdict())) {
                literals.add(r.yes());
                if (doubtToo) {
                    literals.add(r.doubt());
                }
            }
        }
        return sat.or(literals);
    }

    private void chain() {
        int below = said(Outcome.SILENT);
        atMost.put(Outcome.SILENT, below);
        below = sat.or(List.of(below, said(Outcome.WITHHOLD), error, unworded));
        atMost.put(Outcome.WITHHOLD, below);
        for (Outcome o : List.of(Outcome.EXISTS, Outcome.SUMMARISE, Outcome.REDACT)) {
            below = sat.or(below, said(o));
            atMost.put(o, below);
        }
        atMost.put(Outcome.SHOW, sat.truth());
    }

    /** The item comes out as this or less. */
    int atMost(Outcome outcome) {
        return atMost.getOrDefault(outcome, sat.truth());
    }

    /** The item comes out as exactly this. */
    int is(Outcome outcome) {
        return outcome == Outcome.SILENT
                ? atMost(outcome)
                : sat.and(atMost(outcome), -atMost(Outcome.values()[outcome.ordinal() + 1]));
    }

    int redacted(FieldKind kind) {
        return redacted.computeIfAbsent(kind, k -> any(v -> v.redactions().contains(k), true));
    }

    /** The reader gets no more of it than its district: some rule generalises it and none takes it out. */
    int generalised(FieldKind kind) {
        return generalised.computeIfAbsent(
                kind, k -> sat.and(any(v -> v.generalised().contains(k), true), -redacted(k)));
    }

    int reviewed(Reviewer reviewer) {
        int asked = any(v -> v.reviewers().contains(reviewer), true);
        return switch (reviewer) {
            case IG_LEAD -> sat.or(asked, error);
            case OWNER -> sat.or(asked, unworded);
            default -> asked;
        };
    }

    int obliged(Obligation obligation) {
        return any(v -> v.obligations().contains(obligation), true);
    }

    /**
     * The reader gets a field of this kind.
     *
     * @param inPart a part of it counts too; else only as it stands
     */
    int shows(FieldKind kind, boolean inPart) {
        int less = inPart ? redacted(kind) : sat.or(redacted(kind), generalised(kind));
        return sat.and(List.of(-atMost(Outcome.SUMMARISE), -less, mayHave(kind)));
    }

    /** Facts say of some kinds whether an item has a field of it. */
    private int mayHave(FieldKind kind) {
        return switch (kind) {
            case NARRATIVE, ATTACHMENT -> -space.says(Attribute.HAS_FREE_TEXT, "no");
            case UNKNOWN ->
                sat.and(-space.says(Attribute.HAS_UNKNOWN_FIELD, "no"), -space.says(Attribute.HAS_FREE_TEXT, "no"));
            case ADDRESS, POSTCODE -> -space.says(Attribute.HAS_ADDRESS, "no");
            case SOURCE_DETAIL -> -space.says(Attribute.HAS_SOURCE_DETAIL, "no");
            default -> sat.truth();
        };
    }

    @Override
    public int broken(Claim claim) {
        List<Integer> ways = new ArrayList<>();
        if (claim instanceof Claim.Outcomes c) {
            for (Outcome o : Outcome.values()) {
                if (!c.allowed().contains(o)) {
                    ways.add(is(o));
                }
            }
        } else if (claim instanceof Claim.NoField c) {
            c.kinds().forEach(k -> ways.add(shows(k, c.inPart())));
        } else if (claim instanceof Claim.Adds c) {
            c.reviewers().forEach(r -> ways.add(-reviewed(r)));
            c.obligations().forEach(o -> ways.add(-obliged(o)));
        } else {
            throw new IllegalArgumentException("not a claim about an item");
        }
        return sat.or(ways);
    }
}
