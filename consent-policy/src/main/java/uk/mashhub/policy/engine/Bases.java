package uk.mashhub.policy.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Basis;
import uk.mashhub.policy.fact.FactVector;

/** On what a decision rests, part by part. For a part an agency's own go before the partnership's. Immutable. */
final class Bases {
    private final List<Basis> all;

    Bases(List<Basis> all) {
        this.all = List.copyOf(all);
    }

    /** What is known to hold on a day, each in a line; nothing is claimed that cannot be worked out. */
    List<String> of(FactVector facts, LocalDate today) {
        List<String> lines = new ArrayList<>();
        for (Basis.Part part : Basis.Part.values()) {
            List<Basis> holding = all.stream()
                    .filter(b -> b.part() == part && b.holds(facts, today))
                    .toList();
            boolean own = holding.stream().anyMatch(b -> b.agency().isPresent());
            holding.stream()
                    .filter(b -> b.agency().isPresent() == own)
                    .map(b -> b.words(today))
                    .forEach(lines::add);
        }
        return List.copyOf(lines);
    }

    void digest(Digest digest) {
        for (Basis b : all) {
            digest.words(b.id(), b.part().name(), b.law().toString(), b.when().toString());
            digest.words(b.agency().map(AgencyId::value).orElse(""));
        }
    }
}
