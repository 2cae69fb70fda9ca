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
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.governance.AccountScreen;
import uk.mashhub.hub.triage.Reader;

/**
 * Accounts of disclosures as JSON. A lead hands a request in: {@code POST /api/desk/accounts} with {@code name}, {@code born},
 * {@code number}, {@code themself} (the text {@code true}), {@code identity} and {@code reason}; the answer is the same in every
 * case. The named unit lists, opens, releases ({@code read} as the opening gave it), ends ({@code how}) and fetches them.
 */
@RestController
@RequestMapping(path = "/api/desk/accounts")
class AccountDoor {
    private final SubjectAccounts accounts;

    AccountDoor(SubjectAccounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> ask(Reader reader, HttpServletRequest request) throws IOException {
        if (!AccountScreen.asks(reader)) {
            return nothing();
        }
        try {
            accounts.ask(reader.who(), reader.area(), SentFields.of(request.getInputStream()));
            return ResponseEntity.accepted().build();
        } catch (NoSearch e) {
            return Problems.of(HttpStatus.BAD_REQUEST, "This is no request.", e.words());
        }
    }

    /** Those that wait for this member of the unit. */
    @GetMapping
    ResponseEntity<Object> waiting(Reader reader) {
        if (!AccountScreen.reads(reader)) {
            return nothing();
        }
        ArrayNode all = JsonMapper.shared().createArrayNode();
        accounts.waiting(reader.who(), reader.area())
                .forEach(w -> all.addObject().put("id", w.id().toString()).put("preparedAt", w.at().toString()));
        return json(JsonMapper.shared().writeValueAsBytes(all));
    }

    @PostMapping(path = "/{id}/open", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> open(Reader reader, @PathVariable UUID id, HttpServletRequest request) throws IOException {
        if (!AccountScreen.reads(reader)) {
            return nothing();
        }
        try {
            String reason = reason(SentFields.of(request.getInputStream()));
            return accounts.open(reader.who(), reader.area(), id, reason)
                    .map(o -> json(JsonMapper.shared().writeValueAsBytes(json(o))))
                    .orElseGet(AccountDoor::nothing);
        } catch (NoSearch e) {
            return Problems.of(HttpStatus.BAD_REQUEST, "This is no request.", e.words());
        }
    }

    private static ObjectNode json(SubjectAccounts.Opened opened) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("reason", opened.reason())
                .put("identity", opened.identity())
                .put("text", opened.text())
                .put("read", opened.read())
                .put("mayRelease", opened.mayRelease());
        ArrayNode left = json.putArray("leftOut");
        opened.leftOut().forEach(l -> left.addObject().put("what", l.what()).put("why", l.why()));
        ArrayNode before = json.putArray("before");
        opened.before()
                .forEach(b -> before.addObject()
                        .put("at", b.at().toString())
                        .put("line", b.line())
                        .put("gone", b.gone()));
        return json;
    }

    /** 409 if it is not what was read any more. */
    @PostMapping(path = "/{id}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> release(Reader reader, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        try {
            Optional<UUID> released = AccountScreen.reads(reader)
                    ? accounts.release(
                            reader.who(),
                            reader.area(),
                            id,
                            SentFields.of(request.getInputStream()).getOrDefault("read", ""))
                    : Optional.empty();
            return released.map(r -> ResponseEntity.accepted()
                            .header(HttpHeaders.LOCATION, "/api/desk/accounts/released/" + r)
                            .build())
                    .orElseGet(AccountDoor::nothing);
        } catch (NoSearch e) {
            return Problems.of(HttpStatus.CONFLICT, "It has changed.", e.words());
        }
    }

    @PostMapping(path = "/{id}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> end(Reader reader, @PathVariable UUID id, HttpServletRequest request) throws IOException {
        if (!AccountScreen.reads(reader)) {
            return nothing();
        }
        try {
            Map<String, String> fields = SentFields.of(request.getInputStream());
            String reason = reason(fields);
            SubjectAccounts.End how = SubjectAccounts.End.valueOf(fields.getOrDefault("how", ""));
            return accounts.end(reader.who(), reader.area(), id, how, reason)
                    ? ResponseEntity.noContent().build()
                    : nothing();
        } catch (NoSearch e) {
            return Problems.of(HttpStatus.BAD_REQUEST, "This is no request.", e.words());
        } catch (IllegalArgumentException e) {
            return Problems.of(HttpStatus.BAD_REQUEST, "This is no request.", "It ends REFUSED or BY_HAND.");
        }
    }

    /** Fetches one, once; 409 while the log does not prove it. */
    @PostMapping(path = "/released/{id}")
    ResponseEntity<?> fetch(Reader reader, @PathVariable UUID id) {
        Optional<SubjectAccounts.Fetched> fetched =
                AccountScreen.reads(reader) ? accounts.fetch(reader.who(), reader.area(), id) : Optional.empty();
        if (fetched.isEmpty()) {
            return nothing();
        }
        return fetched.get().file().isPresent()
                ? AccountScreen.file(fetched.get().file().get())
                : Problems.of(HttpStatus.CONFLICT, "Not yet.", "The log does not prove this account yet.");
    }

    private static String reason(Map<String, String> fields) {
        return SentFields.reason(fields).orElseThrow(() -> new NoSearch("Say why."));
    }

    private static ResponseEntity<Object> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static ResponseEntity<Object> nothing() {
        return Problems.of(HttpStatus.NOT_FOUND, "There is nothing here.", "There is no such account for this reader.");
    }
}
