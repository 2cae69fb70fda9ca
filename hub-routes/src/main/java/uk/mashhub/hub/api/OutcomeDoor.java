package uk.mashhub.hub.api;

import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.mashhub.hub.disclose.ReferrerDoor;

/**
 * {@code GET /api/referrals/{receipt}/outcome}: what was decided on a referral, for the principal that sent it. 200 with
 * {@code outcome}, {@code text}, {@code decidedOn} and {@code contact}; 404 while there is nothing to tell. {@code
 * /receipt} below it is the proof that telling it was logged.
 */
@RestController
class OutcomeDoor {
    private final ReferrerDoor door;

    OutcomeDoor(ReferrerDoor door) {
        this.door = door;
    }

    /** Where the outcome of a receipt will be. */
    static String address(UUID receipt) {
        return "/api/referrals/" + receipt + "/outcome";
    }

    @GetMapping(path = "/api/referrals/{receipt}/outcome", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> outcome(Principal client, @PathVariable UUID receipt) {
        return door.fetch(new uk.mashhub.model.id.Principal(client.getName()), receipt)
                .map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body((Object) content))
                .orElseGet(() -> Problems.of(
                        HttpStatus.NOT_FOUND,
                        "There is no outcome here.",
                        "Nothing has been decided yet, or you will be told by a person. Look again later."));
    }

    @GetMapping("/api/referrals/{receipt}/outcome/receipt")
    ResponseEntity<Object> receipt(Principal client, @PathVariable UUID receipt) {
        return door.receipt(new uk.mashhub.model.id.Principal(client.getName()), receipt)
                .map(ReceiptFile::of)
                .orElseGet(() -> Problems.of(
                        HttpStatus.NOT_FOUND, "There is no receipt here.", "There is one once there is an outcome."));
    }
}
