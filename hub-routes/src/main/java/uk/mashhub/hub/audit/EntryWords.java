package uk.mashhub.hub.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.log.Act;

/** What a log entry says in clear: see docs/log-format.md section 8. */
record EntryWords(
        String id,
        Instant at,
        Act act,
        String agent,
        String recipient,
        String purpose,
        String outcome,
        String policy,
        Optional<String> disclosure) {

    EntryWords {
        disclosure.ifPresent(UUID::fromString);
    }

    /**
     * Reads an entry of this hub's own.
     *
     * @throws RuntimeException if it is none
     */
    static EntryWords of(byte[] entry) {
        JsonNode e = JsonMapper.shared().readTree(entry);
        return new EntryWords(
                e.path("id").asString(""),
                Instant.parse(e.path("recorded").asString("")),
                Act.valueOf(e.path("act").asString("")),
                e.path("agent").asString(""),
                e.path("recipient").asString(""),
                e.path("purposeOfEvent").asString(""),
                e.path("outcome").asString(""),
                e.path("policy").asString(""),
                Optional.of(e.path("disclosure").asString("")).filter(d -> !d.isEmpty()));
    }
}
