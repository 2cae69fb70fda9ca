package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.policy.agreement.Basis;
import uk.mashhub.policy.proof.Fault.Kind;

/** Whether something is given, of whatever owner, without a part of the legal basis that it needs; and bases of no use. */
final class BasisFaults {
    private final Case items;
    private final Verdicts verdicts;
    private final Naming naming;
    private final List<Basis> bases;

    BasisFaults(Case items, Verdicts verdicts, Naming naming, List<Basis> bases) {
        this.items = items;
        this.verdicts = verdicts;
        this.naming = naming;
        this.bases = bases;
    }

    List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (Basis.Part part : Basis.Part.values()) {
            missing(part, faults);
        }
        for (Basis basis : bases) {
            if (!items.possible(items.space().known(), holds(basis))) {
                faults.add(naming.fault(Kind.DEAD, basis.id(), "never holds of an item"));
            }
        }
        return faults;
    }

    /** Of situations in which every fact is known: in doubt a decision claims no basis, and takes what doubt takes. */
    private void missing(Basis.Part part, List<Fault> faults) {
        int given = -verdicts.atMost(Outcome.WITHHOLD);
        int needed = -items.space().outside(part.needed());
        int held = items.sat()
                .or(bases.stream()
                        .filter(b -> b.part() == part)
                        .map(this::holds)
                        .toList());
        items.find(List.of(items.space().known(), given, needed, -held))
                .ifPresent(s -> faults.add(naming.fault(
                        Kind.UNCOVERED,
                        part.name(),
                        "is wanting for something that is given: " + s.words(Attributes.telling(s)) + " comes out as "
                                + items.outcome(s))));
    }

    private int holds(Basis basis) {
        int inside = items.space().inside(basis.when());
        return basis.agency().isEmpty()
                ? inside
                : items.sat().and(inside, items.space().owned(basis.agency()));
    }
}
