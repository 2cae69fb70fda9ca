package uk.mashhub.simulators.police;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The records that the simulated force holds, and its rather generous search. */
final class PoliceRecords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<JsonNode> files = new ArrayList<>();

    PoliceRecords() {
        PoliceFiles.RECORDS.forEach(name -> files.add(JSON.readTree(PoliceFiles.records(name))));
    }

    /** Everybody who shares a number with the query, or the surname and the year of birth; empty if nobody does. */
    Optional<byte[]> search(byte[] query) {
        JsonNode asked = JSON.readTree(query);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode matches = answer.putArray("matches");
        all("people")
                .filter(p -> sharesNumber(asked, p.path("person")) || sharesName(asked, p.path("person")))
                .forEach(matches::add);
        answer.put("truncated", false);
        return matches.isEmpty() ? Optional.empty() : Optional.of(JSON.writeValueAsBytes(answer));
    }

    /** The records of one kind that tell of a person; empty if nobody has that record id. */
    Optional<byte[]> records(String personRecord, String kind) {
        if (all("people").noneMatch(p -> is(p, "recordId", personRecord))) {
            return Optional.empty();
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray(kind);
        all(kind)
                .filter(r -> stream(r.path("people")).anyMatch(p -> is(p, "recordId", personRecord)))
                .forEach(list::add);
        answer.put("complete", true);
        return Optional.of(JSON.writeValueAsBytes(answer));
    }

    private Stream<JsonNode> all(String kind) {
        return files.stream().flatMap(f -> stream(f.path(kind)));
    }

    private static boolean sharesNumber(JsonNode asked, JsonNode person) {
        return stream(asked.path("identifiers"))
                .anyMatch(a -> stream(person.path("identifiers")).anyMatch(a::equals));
    }

    private static boolean sharesName(JsonNode asked, JsonNode person) {
        String year = asked.path("birthDate").asString("");
        String theirs = person.path("birthDate").path("date").asString("");
        boolean sameYear = year.length() > 4 && theirs.startsWith(year.substring(0, 4));
        return sameYear
                && stream(asked.path("names"))
                        .anyMatch(a -> stream(person.path("names"))
                                .anyMatch(n -> is(n, "family", a.path("family").asString("?"))));
    }

    private static boolean is(JsonNode node, String property, String value) {
        return node.path(property).asString("").equalsIgnoreCase(value);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
