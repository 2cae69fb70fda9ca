package uk.mashhub.adapter.police.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.Purpose;

/** Searches for the people of a question. Tells the system what the question tells us, and no more. */
final class PersonSearch {
    /** As the agreement says; a system that finds more says so instead of sending them. */
    private static final int MOST_MATCHES = 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RecordsClient client;
    private final SourceId source;
    private final Purpose purpose;

    PersonSearch(RecordsClient client, SourceId source, Purpose purpose) {
        this.client = client;
        this.source = source;
        this.purpose = purpose;
    }

    /** Whether there is anything to search for. */
    static boolean possible(AskedPerson asked) {
        return !asked.names().isEmpty() || !asked.identifiers().isEmpty();
    }

    void search(AskedPerson asked, Hits into) throws SourceUnavailable, Refused, WrongShape {
        Optional<JsonShape> found = client.search(JSON.writeValueAsBytes(body(asked)));
        if (found.isEmpty()) {
            return;
        }
        List<JsonShape> matches = found.get().requiredObjects("matches");
        if (matches.size() > MOST_MATCHES) {
            throw new WrongShape("/matches");
        }
        List<Hit> hits = new ArrayList<>();
        for (JsonShape match : matches) {
            hits.add(hit(match));
        }
        into.take(asked, hits, found.get().yesOrNo("truncated"));
    }

    private Hit hit(JsonShape match) throws WrongShape {
        String id = Cast.checked(match.required("recordId"), match.place("recordId"));
        Optional<JsonShape> person = match.object("person");
        if (person.isEmpty()) {
            throw new WrongShape(match.place("person"));
        }
        Terms terms = new Terms();
        PersonSheet sheet = PersonRecord.read(person.get(), Cast.own(id), source, terms);
        return new Hit(id, sheet, terms.all());
    }

    private ObjectNode body(AskedPerson asked) {
        ObjectNode body = JSON.createObjectNode();
        body.put("purpose", purpose.name());
        ArrayNode names = body.putArray("names");
        asked.names().forEach(n -> {
            ObjectNode name = names.addObject();
            ArrayNode given = name.putArray("given");
            n.given().forEach(given::add);
            name.put("family", n.family());
        });
        // The day on which an unborn child is expected is nobody's date of birth.
        asked.birthDate()
                .filter(b -> b.accuracy() != BirthDate.Accuracy.EXPECTED)
                .ifPresent(b -> body.put("birthDate", b.date().toString()));
        ArrayNode numbers = body.putArray("identifiers");
        asked.identifiers()
                .forEach(i -> scheme(i)
                        .ifPresent(s -> numbers.addObject().put("scheme", s).put("value", i.value())));
        asked.address().ifPresent(a -> {
            ObjectNode address = body.putObject("address");
            ArrayNode lines = address.putArray("lines");
            a.lines().forEach(lines::add);
            address.put("postcode", a.postcode());
        });
        return body;
    }

    /** A local number goes only to the system whose number it is. */
    private Optional<String> scheme(PersonIdentifier identifier) {
        if (identifier instanceof LocalId local) {
            return local.source().equals(source) ? Optional.of("NOMINAL") : Optional.empty();
        }
        if (identifier instanceof NhsNumber) {
            return Optional.of("NHS");
        }
        if (identifier instanceof PncId) {
            return Optional.of("PNC");
        }
        return Optional.of(identifier instanceof Upn ? "UPN" : "CRN");
    }
}
