package uk.mashhub.hub.api.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import uk.mashhub.hub.api.Admission;
import uk.mashhub.hub.api.CappedBody;
import uk.mashhub.hub.api.FrontDoor;
import uk.mashhub.hub.api.MessageIds;
import uk.mashhub.model.id.MessageId;

/**
 * {@code POST /fhir/$process-message}: a referral as a FHIR R4 message Bundle. Its id is the header {@code Message-Id}, or
 * {@code Bundle.identifier.value}, or else follows from its bytes. Every answer is an OperationOutcome.
 */
@RestController
class MessageDoor {
    static final String FORMAT = "fhir-bars-r4";
    static final String FHIR_JSON = "application/fhir+json";

    private final FrontDoor door;

    MessageDoor(FrontDoor door) {
        this.door = door;
    }

    @PostMapping(path = "/fhir/$process-message", consumes = FHIR_JSON)
    ResponseEntity<byte[]> process(
            Principal client,
            @RequestHeader(name = "Message-Id", defaultValue = "") String header,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, defaultValue = "identity") String encoding,
            HttpServletRequest request)
            throws IOException {
        uk.mashhub.model.id.Principal principal = new uk.mashhub.model.id.Principal(client.getName());
        if (!door.maySend(principal, FORMAT)) {
            return Outcomes.of(new Admission.NotYours());
        }
        if (!header.isEmpty() && MessageIds.of(header).isEmpty()) {
            return Outcomes.of(HttpStatus.BAD_REQUEST, "invalid", "The header Message-Id is not of its form.");
        }
        if (!encoding.equals("identity")) {
            return Outcomes.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", "Send the Bundle uncompressed.");
        }
        Optional<byte[]> body = CappedBody.of(request);
        if (body.isEmpty()) {
            MessageId id = MessageIds.of(header).orElse(BundleName.UNREAD);
            return Outcomes.of(door.tooLarge(principal, id, FORMAT));
        }
        MessageId id = MessageIds.of(header).orElseGet(() -> BundleName.of(body.get()));
        return Outcomes.of(door.admit(principal, id, FORMAT, body.get()));
    }
}
