package uk.mashhub.policy.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, so that an author sees all of it at once. */
public final class Problems {

    /** Leaves one rule behind and goes on with the next; the problem is already noted. */
    public static final class Skip extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Skip() {
            super("noted", null, false, false);
        }
    }

    private final List<Problem> all = new ArrayList<>();
    private final List<Dated> dated = new ArrayList<>();

    public void note(String file, int line, String what) {
        all.add(new Problem(file, line, what, ""));
    }

    /** Notes what may be a problem on some day. */
    void note(Dated when) {
        dated.add(when);
    }

    /** What may be a problem on some day, by file and line. */
    List<Dated> dated() {
        return dated.stream()
                .distinct()
                .sorted(Comparator.comparing(Dated::file).thenComparing(Dated::line))
                .toList();
    }

    /** Notes a problem and leaves what is being read. */
    public Skip fault(Node at, String what) {
        note(at.file(), at.line(), what);
        return new Skip();
    }

    /** Notes a word that is not one of those allowed, with the nearest that is. */
    public Skip unknown(Node at, String kind, String word, Collection<String> allowed) {
        all.add(new Problem(at.file(), at.line(), "unknown " + kind + " '" + word + "'", Nearest.to(word, allowed)));
        return new Skip();
    }

    public boolean none() {
        return all.isEmpty();
    }

    public List<Problem> list() {
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
                .toList();
    }

    /** Reads something, or leaves it behind when it has a problem. */
    public void reading(Runnable reading) {
        try {
            reading.run();
        } catch (Skip s) {
            if (all.isEmpty()) {
                throw new IllegalStateException("left behind without a problem", s);
            }
        }
    }
}
