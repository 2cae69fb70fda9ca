package uk.mashhub.policy.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.fact.ViewPart;
import uk.mashhub.policy.json.Json;

/**
 * What is held back openly. WITHHOLD says who holds something and whom to ring; EXISTS says its kind as well. However
 * many items there are, there is one stub of each sort for each owner, so that nothing can be counted.
 */
final class Stubs {

    /** A stub before it is written; equal ones fall together. */
    private record Stub(String owner, Optional<String> kind, String contact) {}

    private final Reading reading;
    private final Owners owners;

    Stubs(Reading reading) {
        this.reading = reading;
        this.owners = new Owners(reading);
    }

    List<Json> all() {
        if (!reading.shows(ViewPart.WITHHELD_STUBS)) {
            return List.of();
        }
        TreeSet<Stub> stubs = new TreeSet<>(Comparator.comparing(Stub::owner)
                .thenComparing(Stub::contact)
                .thenComparing(s -> s.kind().orElse("")));
        reading.findings().stream()
                .filter(f -> f.outcome() == Outcome.EXISTS || f.outcome() == Outcome.WITHHOLD)
                .forEach(f -> stubs.add(stub(f)));
        return stubs.stream().map(Stubs::json).toList();
    }

    private Stub stub(Finding finding) {
        var owner = finding.item().provenance().owner();
        boolean kind = finding.outcome() == Outcome.EXISTS && owners.named(owner);
        return new Stub(
                owners.name(owner),
                kind ? Optional.of(Words.of(finding.item().labels().dataClass())) : Optional.empty(),
                owners.contact(owner));
    }

    private static Json json(Stub stub) {
        String what = stub.kind().map(k -> "something (" + k + ")").orElse("something");
        return Json.object()
                .put("owner", stub.owner())
                .put("kind", stub.kind().map(Json::text).orElse(Json.nothing()))
                .put("contact", stub.contact())
                .put("text", stub.owner() + " holds " + what + " that you may not read. Ring " + stub.contact() + ".")
                .line();
    }
}
