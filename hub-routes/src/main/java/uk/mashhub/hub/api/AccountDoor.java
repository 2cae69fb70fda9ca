package uk.mashhub.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.governance.LookupScreen;
import uk.mashhub.hub.triage.Reader;

/**
 * Accounts of disclosures as JSON: {@code POST /api/desk/accounts} with {@code name}, {@code born}, {@code number} and {@code
 * reason} prepares one, another lead of the agency releases it; where it is fetched is the header {@code Location}.
 */
@RestController
@RequestMapping(path = "/api/desk/accounts")
class AccountDoor {
    private final SubjectAccounts accounts;

    AccountDoor(SubjectAccounts accounts) {
        this.accounts = accounts;
    }

    /** Those of the agency that wait to be released. */
    @GetMapping
    ResponseEntity<Object> waiting(Reader reader) {
        if (!LookupScreen.open(reader)) {
            return nothing();
        }
        ArrayNode all = JsonMapper.shared().createArrayNode();
        accounts.waiting(reader.who(), reader.area())
                .forEach(w -> all.addObject()
                        .put("id", w.id().toString())
                        .put("preparedAt", w.at().toString())
                        .put("own", w.own())
                        .put("reason", w.reason())
                        .put("text", w.text()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().writeValueAsBytes(all));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> prepare(Reader reader, HttpServletRequest request) throws IOException {
        if (!LookupScreen.open(reader)) {
            return nothing();
        }
        try {
            Map<String, String> fields = SentFields.of(request.getInputStream());
            String reason =
                    SentFields.reason(fields).orElseThrow(() -> new NoSearch("Say which request this answers."));
            UUID id = accounts.prepare(reader.who(), reader.area(), fields, reason);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .header(HttpHeaders.LOCATION, "/api/desk/accounts/" + id + "/release")
                    .build();
        } catch (NoSearch e) {
            return Problems.of(HttpStatus.BAD_REQUEST, "This is no request.", e.words());
        }
    }

    /** 404 for whoever prepared it; 409 if it is not the same any more. */
    @PostMapping(path = "/{id}/release")
    ResponseEntity<Object> release(Reader reader, @PathVariable UUID id) {
        try {
            Optional<UUID> released =
                    LookupScreen.open(reader) ? accounts.release(reader.who(), reader.area(), id) : Optional.empty();
            return released.map(r -> ResponseEntity.accepted()
                            .header(HttpHeaders.LOCATION, "/api/desk/accounts/released/" + r)
                            .build())
                    .orElseGet(AccountDoor::nothing);
        } catch (NoSearch e) {
            return Problems.of(HttpStatus.CONFLICT, "It has changed.", e.words());
        }
    }

    /** Fetches one, once; 409 while the log does not prove it. */
    @PostMapping(path = "/released/{id}")
    ResponseEntity<?> fetch(Reader reader, @PathVariable UUID id) {
        return LookupScreen.open(reader)
                ? LogDoor.handedOver(accounts.fetch(reader.who(), reader.area(), id))
                : nothing();
    }

    private static ResponseEntity<Object> nothing() {
        return Problems.of(HttpStatus.NOT_FOUND, "There is nothing here.", "There is no such account for this reader.");
    }
}
