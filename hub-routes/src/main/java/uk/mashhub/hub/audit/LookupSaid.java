package uk.mashhub.hub.audit;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a row of the index says once it is opened.
 *
 * @param reference of the enquiry; empty for an owner, who need not know it
 * @param people the names that the view showed
 * @param lines for an owner: what became of the owner's own items
 */
public record LookupSaid(String reference, List<String> people, List<Line> lines) {
    public LookupSaid {
        Objects.requireNonNull(reference, "reference");
        people = List.copyOf(people);
        lines = List.copyOf(lines);
    }

    /** The same with those names alone. */
    LookupSaid naming(Predicate<String> shown) {
        return new LookupSaid(reference, people.stream().filter(shown).toList(), lines);
    }

    /**
     * One item of the owner's in one view.
     *
     * @param record the source's own number of it
     * @param kind of information
     * @param outcome what the team gets of it
     * @param rules every rule that applied, in the order of the gates
     */
    public record Line(
            String source, String record, String kind, String outcome, List<String> rules, String reason, String law) {
        public Line {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(outcome, "outcome");
            rules = List.copyOf(rules);
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(law, "law");
        }

        @Override
        public String toString() {
            return "Line[not shown]";
        }
    }

    @Override
    public String toString() {
        return "LookupSaid[not shown]";
    }
}
