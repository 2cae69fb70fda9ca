package uk.mashhub.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.SupersededNhsNumber;

/**
 * Which NHS numbers were superseded by which, as two records say. Nothing is concluded: a number that stands beside another
 * without such a word supersedes none, and of one that is said to be superseded by two different numbers nothing is known.
 *
 * @param by old number to new
 */
record Superseded(Map<String, String> by) {
    private static final Superseded NOTHING = new Superseded(Map.of());

    static Superseded of(List<PersonIdentifier> a, List<PersonIdentifier> b) {
        if (Stream.of(a, b).flatMap(List::stream).noneMatch(SupersededNhsNumber.class::isInstance)) {
            return NOTHING;
        }
        Map<String, String> by = new HashMap<>();
        Set<String> disputed = new HashSet<>();
        Stream.of(a, b).forEach(numbers -> read(numbers, by, disputed));
        by.keySet().removeAll(disputed);
        return new Superseded(by);
    }

    /** A record says it of all its superseded numbers, where it says which one number holds. */
    private static void read(List<PersonIdentifier> numbers, Map<String, String> by, Set<String> disputed) {
        List<String> current = numbers.stream()
                .filter(NhsNumber.class::isInstance)
                .map(PersonIdentifier::value)
                .distinct()
                .toList();
        if (current.size() == 1) {
            numbers.stream()
                    .filter(SupersededNhsNumber.class::isInstance)
                    .map(PersonIdentifier::value)
                    .filter(old -> !old.equals(current.get(0)))
                    .forEach(old -> {
                        String other = by.putIfAbsent(old, current.get(0));
                        if (other != null && !other.equals(current.get(0))) {
                            disputed.add(old);
                        }
                    });
        }
    }

    /** The numbers of a record as they hold now. A superseded one of which nothing is known counts as a number. */
    List<PersonIdentifier> now(List<PersonIdentifier> numbers) {
        return numbers.stream()
                .map(n ->
                        n instanceof NhsNumber || n instanceof SupersededNhsNumber ? new NhsNumber(now(n.value())) : n)
                .toList();
    }

    /** Follows one word after another, and ends where two records say that each number supersedes the other. */
    private String now(String number) {
        String now = number;
        for (int i = 0; i < by.size() && by.containsKey(now); i++) {
            now = by.getOrDefault(now, now);
        }
        return now;
    }

    @Override
    public String toString() {
        return "Superseded[not shown]";
    }
}
