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
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.audit.LogTotals;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.LookupSearch;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.governance.LookupScreen;
import uk.mashhub.hub.storage.LogExportStore.Form;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.triage.Reader;

/**
 * The log as JSON, for information governance leads: {@code POST /api/desk/log} with the fields of the page's form and, to
 * see names and records, a {@code reason}. Everything is sent in a body, so that no address names anybody.
 */
@RestController
@RequestMapping(path = "/api/desk/log")
class LogDoor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LookupDoor door;
    private final LookupExports exports;
    private final LogTotals totals;

    LogDoor(LookupDoor door, LookupExports exports, LogTotals totals) {
        this.door = door;
        this.exports = exports;
        this.totals = totals;
    }

    /** Suppressed totals of months that are over. */
    @GetMapping(path = "/totals")
    ResponseEntity<Object> totals(Reader reader) {
        if (!LookupScreen.open(reader)) {
            return nothing();
        }
        ArrayNode months = JSON.createArrayNode();
        totals.read(reader.who(), reader.area()).forEach(m -> {
            ObjectNode month = months.addObject().put("month", m.month().toString());
            ObjectNode teams = month.putObject("teams");
            m.teams().forEach(c -> teams.put(c.name(), c.about()));
            ObjectNode rules = month.putObject("rules");
            m.rules().forEach(c -> rules.put(c.name(), c.about()));
        });
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(months));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> search(Reader reader, HttpServletRequest request) throws IOException {
        if (!LookupScreen.open(reader)) {
            return nothing();
        }
        try {
            Map<String, String> fields = SentFields.of(request.getInputStream());
            Optional<String> reason = SentFields.reason(fields);
            LookupDoor.Page page = door.search(reader.who(), reader.area(), LookupSearch.of(fields), reason);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(json(page)));
        } catch (NoSearch e) {
            return invalid(e);
        }
    }

    /** Begins an export; where it is fetched is the header {@code Location}. */
    @PostMapping(path = "/exports", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> export(Reader reader, HttpServletRequest request) throws IOException {
        if (!LookupScreen.open(reader)) {
            return nothing();
        }
        try {
            Map<String, String> fields = SentFields.of(request.getInputStream());
            String form = Optional.ofNullable(fields.remove("form")).orElse("");
            Optional<String> reason = SentFields.reason(fields);
            if (reason.isEmpty() || !form.equals(Form.CSV.name()) && !form.equals(Form.JSON.name())) {
                throw new NoSearch("Give a reason, and CSV or JSON as the form.");
            }
            UUID id = exports.begin(
                    reader.who(), reader.area(), LookupSearch.of(fields), reason.get(), Form.valueOf(form));
            return ResponseEntity.accepted()
                    .header(HttpHeaders.LOCATION, "/api/desk/log/exports/" + id)
                    .build();
        } catch (NoSearch e) {
            return invalid(e);
        }
    }

    /** Fetches an export, once; 409 while the log does not prove it. */
    @PostMapping(path = "/exports/{id}")
    ResponseEntity<?> fetch(Reader reader, @PathVariable UUID id) {
        return LookupScreen.open(reader) ? handedOver(exports.fetch(reader.who(), id)) : nothing();
    }

    /** The file, or why not. */
    static ResponseEntity<?> handedOver(Optional<LookupExports.Fetched> fetched) {
        if (fetched.isEmpty()) {
            return nothing();
        }
        return fetched.get().file().isPresent()
                ? LookupScreen.file(fetched.get().form(), fetched.get().file().get())
                : Problems.of(HttpStatus.CONFLICT, "Not yet.", "The log does not prove this export yet.");
    }

    private static ObjectNode json(LookupDoor.Page page) {
        ObjectNode json = JSON.createObjectNode().put("entry", page.entry());
        page.next().ifPresent(n -> json.put("after", n));
        ArrayNode lines = json.putArray("lines");
        for (LookupDoor.Line line : page.lines()) {
            LookupRow row = line.row();
            ObjectNode one = lines.addObject()
                    .put("at", row.at().toString())
                    .put("act", row.act())
                    .put("agent", row.agent())
                    .put("recipient", row.recipient())
                    .put("purpose", row.purpose())
                    .put("outcome", row.outcome())
                    .put("policy", row.policy())
                    .put("share", row.share().name())
                    .put("entry", row.entry());
            line.said().ifPresent(said -> one.set("said", JSON.readTree(ModelJson.write(said))));
        }
        return json;
    }

    private static ResponseEntity<Object> invalid(NoSearch e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "This is no search.", e.words());
    }

    private static ResponseEntity<Object> nothing() {
        return Problems.of(HttpStatus.NOT_FOUND, "There is nothing here.", "There is no such log for this reader.");
    }
}
