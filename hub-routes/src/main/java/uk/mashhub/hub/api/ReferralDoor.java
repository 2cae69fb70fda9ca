package uk.mashhub.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import uk.mashhub.model.id.MessageId;

/**
 * {@code POST /api/referrals}: a referral form as JSON, with the sender's own id in the header {@code Message-Id}. 202
 * with a receipt once the hub has it durably, and the address of the outcome to come; 422 with the fault and its place; 409
 * for a known id with another body.
 */
@RestController
class ReferralDoor {
    static final String FORMAT = "council-marf-v1+json";

    private final FrontDoor door;

    ReferralDoor(FrontDoor door) {
        this.door = door;
    }

    @PostMapping(path = "/api/referrals", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> refer(
            Principal client,
            @RequestHeader(name = "Message-Id", defaultValue = "") String messageId,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, defaultValue = "identity") String encoding,
            HttpServletRequest request)
            throws IOException {
        uk.mashhub.model.id.Principal principal = new uk.mashhub.model.id.Principal(client.getName());
        if (!door.maySend(principal, FORMAT)) {
            return answer(new Admission.NotYours());
        }
        Optional<MessageId> id = MessageIds.of(messageId);
        if (id.isEmpty()) {
            return Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "The header Message-Id is missing or not of its form.",
                    "Send your own id of the message: 1 to 128 visible ASCII characters.");
        }
        if (!encoding.equals("identity")) {
            return Problems.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is encoded.", "Send the form as it is, uncompressed.");
        }
        Optional<byte[]> body = CappedBody.of(request);
        return answer(
                body.isPresent()
                        ? door.admit(principal, id.get(), FORMAT, body.get())
                        : door.tooLarge(principal, id.get(), FORMAT));
    }

    private static ResponseEntity<Object> answer(Admission admission) {
        if (admission instanceof Admission.Accepted accepted) {
            return ResponseEntity.accepted()
                    .header(HttpHeaders.LOCATION, OutcomeDoor.address(accepted.receipt()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("receipt", accepted.receipt().toString()));
        } else if (admission instanceof Admission.Faulty faulty) {
            return Problems.of(faulty.fault());
        } else if (admission instanceof Admission.Conflicting) {
            return Problems.of(
                    HttpStatus.CONFLICT,
                    "Another message came under this Message-Id before.",
                    "Nothing was changed by this one. Send a new message under a new Message-Id.");
        } else if (admission instanceof Admission.NotYours) {
            return Problems.of(
                    HttpStatus.FORBIDDEN, "This is not your door.", "You may not send this format to the hub.");
        }
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The hub cannot take anything now.",
                "Send the same message again later. If a child is in danger now, ring 999.");
    }
}
