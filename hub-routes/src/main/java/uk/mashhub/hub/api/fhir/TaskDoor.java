package uk.mashhub.hub.api.fhir;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.disclose.ReferrerDoor;

/**
 * {@code GET /fhir/Task/{receipt}}: what was decided on a referral that came as a FHIR message, as a completed Task (FHIR
 * R4), for the principal that sent it; an OperationOutcome with 404 while there is nothing to tell.
 */
@RestController
class TaskDoor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReferrerDoor door;

    TaskDoor(ReferrerDoor door) {
        this.door = door;
    }

    /** Where the outcome of a receipt will be. */
    static String address(UUID receipt) {
        return "/fhir/Task/" + receipt;
    }

    @GetMapping(path = "/fhir/Task/{receipt}")
    ResponseEntity<byte[]> task(Principal client, @PathVariable UUID receipt) {
        return door.fetch(new uk.mashhub.model.id.Principal(client.getName()), receipt)
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(MessageDoor.FHIR_JSON))
                        .body(JSON.writeValueAsBytes(task(receipt, JSON.readTree(content)))))
                .orElseGet(() -> Outcomes.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "Nothing has been decided yet, or you will be told by a person. Look again later."));
    }

    private static Map<String, Object> task(UUID receipt, JsonNode told) {
        return Map.of(
                "resourceType",
                "Task",
                "id",
                receipt.toString(),
                "status",
                "completed",
                "intent",
                "order",
                "businessStatus",
                Map.of("text", told.path("text").asString("")),
                "lastModified",
                told.path("decidedOn").asString(""),
                "output",
                List.of(
                        output("outcome", told.path("outcome").asString("")),
                        output("contact", told.path("contact").asString(""))));
    }

    private static Map<String, Object> output(String type, String value) {
        return Map.of("type", Map.of("text", type), "valueString", value);
    }
}
