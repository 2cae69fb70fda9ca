package uk.mashhub.hub.api.fhir;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.OperationOutcomes;
import uk.mashhub.hub.api.Admission;
import uk.mashhub.hub.api.Problems;

/** What the FHIR door answers: OperationOutcomes (FHIR R4). They repeat nothing of the message. */
final class Outcomes {
    private static final MediaType FHIR_JSON = MediaType.parseMediaType(MessageDoor.FHIR_JSON);
    private static final JsonMapper JSON = JsonMapper.shared();

    private Outcomes() {}

    static ResponseEntity<byte[]> of(Admission admission) {
        if (admission instanceof Admission.Accepted accepted) {
            return ResponseEntity.accepted()
                    .header(HttpHeaders.LOCATION, TaskDoor.address(accepted.receipt()))
                    .contentType(FHIR_JSON)
                    .body(OperationOutcomes.accepted(accepted.receipt().toString()));
        } else if (admission instanceof Admission.Faulty faulty) {
            return of(faulty.fault());
        } else if (admission instanceof Admission.Conflicting) {
            return of(HttpStatus.CONFLICT, "duplicate", "Another message came under this id before.");
        } else if (admission instanceof Admission.NotYours) {
            return of(HttpStatus.FORBIDDEN, "forbidden", "You may not send this format to the hub.");
        }
        return of(
                HttpStatus.SERVICE_UNAVAILABLE, "transient", "The hub cannot take anything now. Send it again later.");
    }

    /** Why something could not be read, with its FHIRPath. */
    static ResponseEntity<byte[]> of(Unreadable fault) {
        return reply(Problems.status(fault), OperationOutcomes.of(fault));
    }

    /** A record was taken, now or when it came before. */
    static ResponseEntity<byte[]> recorded() {
        return reply(HttpStatus.CREATED, issue("information", "informational", "It is recorded."));
    }

    /** @param code a code of the value set issue-type */
    static ResponseEntity<byte[]> of(HttpStatus status, String code, String words) {
        return reply(status, issue("error", code, words));
    }

    private static byte[] issue(String severity, String code, String words) {
        return JSON.writeValueAsBytes(Map.of(
                "resourceType",
                "OperationOutcome",
                "issue",
                List.of(Map.of("severity", severity, "code", code, "details", Map.of("text", words)))));
    }

    private static ResponseEntity<byte[]> reply(HttpStatus status, byte[] outcome) {
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(status).contentType(FHIR_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            reply.header(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
        return reply.body(outcome);
    }
}
