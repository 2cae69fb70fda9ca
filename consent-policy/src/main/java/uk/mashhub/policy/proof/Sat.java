package uk.mashhub.policy.proof;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.IVecInt;
import org.sat4j.specs.TimeoutException;

/**
 * Propositional logic: literals, what they mean, and whether all that was said can be true at once. A literal is a
 * number other than 0, its negation the negative number. Everything defined here is defined both ways (Tseitin 1968), so
 * a model says of every literal whether it holds.
 */
final class Sat {
    /** Far more than any question has needed; a question that needs more is not answered, never guessed. */
    private static final int MOST_CONFLICTS = 1_000_000;

    private final ISolver solver = SolverFactory.newDefault();
    private final int truth;
    private final Map<List<Integer>, Integer> eithers = new HashMap<>();
    private boolean impossible;

    Sat() {
        solver.setTimeoutOnConflicts(MOST_CONFLICTS);
        truth = fresh();
        clause(truth);
    }

    /** A literal of which nothing is said yet. */
    int fresh() {
        return solver.nextFreeVarId(true);
    }

    /** Always true. */
    int truth() {
        return truth;
    }

    /** At least one of these holds. */
    void clause(int... literals) {
        try {
            solver.addClause(new VecInt(literals.clone()));
        } catch (ContradictionException e) {
            impossible = true;
        }
    }

    /** Holds exactly if one of these does. */
    int or(Collection<Integer> literals) {
        if (literals.isEmpty()) {
            return -truth;
        }
        if (literals.size() == 1) {
            return literals.iterator().next();
        }
        List<Integer> key = List.copyOf(literals);
        Integer known = eithers.get(key);
        if (known != null) {
            return known;
        }
        int either = fresh();
        eithers.put(key, either);
        int[] clause = new int[literals.size() + 1];
        int at = 0;
        for (int literal : literals) {
            clause(-literal, either);
            clause[at++] = literal;
        }
        clause[at] = -either;
        clause(clause);
        return either;
    }

    int or(int a, int b) {
        return or(List.of(a, b));
    }

    /** Holds exactly if all of these do. */
    int and(Collection<Integer> literals) {
        return -or(literals.stream().map(l -> -l).toList());
    }

    int and(int a, int b) {
        return and(List.of(a, b));
    }

    /**
     * Whether everything said can be true with these besides.
     *
     * @throws IllegalStateException if the question takes more than the most conflicts allowed
     */
    boolean possible(Collection<Integer> besides) {
        if (impossible) {
            return false;
        }
        try {
            return solver.isSatisfiable(
                    new VecInt(besides.stream().mapToInt(Integer::intValue).toArray()));
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "a question could not be answered within " + MOST_CONFLICTS + " conflicts", e);
        }
    }

    /** After {@link #possible} has said no: some of what was assumed besides, which cannot all be true by itself. */
    Set<Integer> core() {
        Set<Integer> core = new HashSet<>();
        IVecInt explanation = solver.unsatExplanation();
        if (explanation != null) {
            for (int i = 0; i < explanation.size(); i++) {
                core.add(explanation.get(i));
            }
        }
        return core;
    }

    /** Whether a literal holds in the model found last. */
    boolean holds(int literal) {
        return solver.model(Math.abs(literal)) == literal > 0;
    }
}
