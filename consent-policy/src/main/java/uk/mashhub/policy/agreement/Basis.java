package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * On what an owner rests when it shares, in some situations. It stands on the decision for a court to read and changes
 * nothing about it.
 *
 * @param agency whose items it speaks of; empty for every agency that has none of its own for that part
 */
public record Basis(
        String id,
        Part part,
        String title,
        List<Law> law,
        String owner,
        LocalDate reviewOn,
        Optional<AgencyId> agency,
        Box when) {

    /** What a lawful disclosure needs. */
    public enum Part {
        /** UK GDPR Article 6, or the first principle of DPA 2018 Part 3. */
        LAWFUL_BASIS(Box.ALL),
        /** The statute or common-law power by which the owner may tell. */
        GATEWAY(Box.ALL),
        /** UK GDPR Articles 9 and 10 with DPA 2018 Schedule 1, or Schedule 8 under Part 3. */
        CONDITION(except(
                DataClass.IDENTITY, DataClass.LOCATION, DataClass.INVOLVEMENT, DataClass.EDUCATION, DataClass.HOUSING)),
        /** What lifts a duty of confidence. */
        CONFIDENCE(yes(Attribute.CONFIDENTIAL));

        private final Box needed;

        Part(Box needed) {
            this.needed = needed;
        }

        /** The situations in which nothing may be given without it. */
        public Box needed() {
            return needed;
        }

        private static Box except(DataClass... ordinary) {
            long mask = 0;
            for (DataClass c : ordinary) {
                mask |= 1L << Attribute.DATA_CLASS.words().indexOf(c.name());
            }
            return Box.ALL.with(Attribute.DATA_CLASS, ~mask);
        }

        private static Box yes(Attribute fact) {
            return Box.ALL.with(fact, 1L << fact.words().indexOf("yes"));
        }
    }

    public Basis {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(title, "title");
        law = List.copyOf(law);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(reviewOn, "reviewOn");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(when, "when");
    }

    /** Whether it is known to hold of a situation, by law that is in force on a day. In doubt it is not claimed. */
    public boolean holds(FactVector facts, LocalDate today) {
        boolean theirs = agency.isEmpty() || agency.equals(facts.owner());
        return theirs && law.stream().anyMatch(l -> l.inForceOn(today)) && when.match(facts) == Box.Match.YES;
    }

    /** It in a line: the part, its id, and the law in force on a day. */
    public String words(LocalDate today) {
        return part + " " + id + ": "
                + law.stream()
                        .filter(l -> l.inForceOn(today))
                        .map(Law::citation)
                        .collect(Collectors.joining("; "));
    }
}
