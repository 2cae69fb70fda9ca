package uk.mashhub.match;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.person.PersonIdentifier;

/**
 * In which schemes two records carry the same number, and in which they carry different ones. A scheme can be in both,
 * where a record carries two numbers.
 */
record IdentifierEvidence(Set<IdentifierKind> agreeing, Set<IdentifierKind> conflicting) {

    static IdentifierEvidence of(List<PersonIdentifier> a, List<PersonIdentifier> b) {
        EnumSet<IdentifierKind> agreeing = EnumSet.noneOf(IdentifierKind.class);
        EnumSet<IdentifierKind> conflicting = EnumSet.noneOf(IdentifierKind.class);
        Superseded superseded = Superseded.of(a, b);
        Map<String, Set<PersonIdentifier>> theirs = byScheme(superseded.now(b));
        byScheme(superseded.now(a)).forEach((scheme, mine) -> {
            Set<PersonIdentifier> others = theirs.getOrDefault(scheme, Set.of());
            IdentifierKind kind = IdentifierKind.of(mine.iterator().next());
            if (!Collections.disjoint(mine, others)) {
                agreeing.add(kind);
            }
            if (conflict(kind, mine, others)) {
                conflicting.add(kind);
            }
        });
        return new IdentifierEvidence(agreeing, conflicting);
    }

    private static Map<String, Set<PersonIdentifier>> byScheme(List<PersonIdentifier> all) {
        return all.stream().collect(Collectors.groupingBy(IdentifierKind::scheme, Collectors.toSet()));
    }

    /**
     * Different numbers and none the same. A person has one NHS number for life unless it was replaced, as on adoption: a
     * second one is a conflict even where another agrees, unless a record says that it was superseded.
     */
    private static boolean conflict(IdentifierKind kind, Set<PersonIdentifier> a, Set<PersonIdentifier> b) {
        if (kind == IdentifierKind.NHS) {
            return !a.isEmpty() && !b.isEmpty() && !(a.equals(b) && a.size() == 1);
        }
        return Collections.disjoint(a, b)
                && a.stream().anyMatch(IdentifierKind::lasting)
                && b.stream().anyMatch(IdentifierKind::lasting);
    }

    boolean agrees() {
        return !agreeing.isEmpty();
    }

    /** A number agrees that checks itself, or that one system gave to one person. A CRN has no check digit. */
    boolean checkedAgrees() {
        return agreeing.stream().anyMatch(k -> k != IdentifierKind.CRN);
    }

    boolean contradicts() {
        return !conflicting.isEmpty();
    }

    boolean nhsNumbersDiffer() {
        return conflicting.contains(IdentifierKind.NHS);
    }

    @Override
    public String toString() {
        return "IdentifierEvidence[not shown]";
    }
}
