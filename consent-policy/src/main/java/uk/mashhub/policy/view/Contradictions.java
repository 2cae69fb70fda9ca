package uk.mashhub.policy.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.json.Json;

/** Where sources differ about a person, out of what this reader is shown. Shown, never resolved. */
final class Contradictions {
    private static final Map<FieldKind, String> COMPARED = new LinkedHashMap<>();

    static {
        COMPARED.put(FieldKind.BIRTH_DATE, "Date of birth");
        COMPARED.put(FieldKind.SEX, "Sex");
        COMPARED.put(FieldKind.LEGAL_STATUS, "Legal status");
    }

    private final Reading reading;
    private final Roster roster;
    private final Owners owners;

    Contradictions(Reading reading, Roster roster) {
        this.reading = reading;
        this.roster = roster;
        this.owners = new Owners(reading);
    }

    List<Json> all() {
        return roster.people().stream().flatMap(this::of).toList();
    }

    private Stream<Json> of(PacketPerson person) {
        return COMPARED.entrySet().stream()
                .map(e -> Map.entry(e.getValue(), values(person.id(), e.getKey())))
                .filter(e -> e.getValue().size() > 1)
                .map(e -> Json.object()
                        .put("about", reading.names().person(person.id()))
                        .put("text", text(e.getKey(), e.getValue()))
                        .done());
    }

    /** Whether a value of that kind is shown for a person at all. */
    boolean known(PersonId person, FieldKind kind) {
        return !values(person, kind).isEmpty();
    }

    private Map<String, TreeSet<String>> values(PersonId person, FieldKind kind) {
        Map<String, TreeSet<String>> values = new LinkedHashMap<>();
        reading.given()
                .filter(f -> f.outcome() != Outcome.SUMMARISE)
                .filter(f -> onlyAbout(f, person))
                .filter(f -> f.verdict().leavesWhole(kind))
                .forEach(f -> f.item().fields().stream()
                        .filter(x -> x.kind() == kind && !x.value().isBlank())
                        .forEach(x -> values.computeIfAbsent(spoken(kind, x.value()), v -> new TreeSet<>())
                                .add(owners.name(f.item().provenance().owner()))));
        return values;
    }

    /** Two spellings of one word are no contradiction. */
    private static String spoken(FieldKind kind, String value) {
        if (kind == FieldKind.BIRTH_DATE) {
            return Times.spoken(value);
        }
        String word = value.strip().toLowerCase(Locale.ROOT);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static boolean onlyAbout(Finding finding, PersonId person) {
        return !finding.item().subjects().isEmpty()
                && finding.item().subjects().stream().allMatch(s -> s.person().equals(person));
    }

    private static String text(String label, Map<String, TreeSet<String>> values) {
        return label + ": "
                + values.entrySet().stream()
                        .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                        .collect(Collectors.joining(" / "));
    }
}
