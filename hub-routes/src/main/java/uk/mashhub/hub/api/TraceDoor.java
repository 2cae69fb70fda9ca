package uk.mashhub.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.audit.JointTrace;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.governance.LookupScreen;
import uk.mashhub.hub.triage.Reader;

/**
 * A trace that two leads open together, as JSON: {@code POST /api/desk/trace} with {@code reference}, {@code record} and {@code
 * reason}. 202 while the other lead has not asked for the same, and for whatever may not be opened.
 */
@RestController
@RequestMapping(path = "/api/desk/trace")
class TraceDoor {
    private final JointTrace trace;

    TraceDoor(JointTrace trace) {
        this.trace = trace;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> open(Reader reader, HttpServletRequest request) throws IOException {
        if (!LookupScreen.open(reader)) {
            return Problems.of(HttpStatus.NOT_FOUND, "There is nothing here.", "There is no trace for this reader.");
        }
        try {
            Map<String, String> fields = SentFields.of(request.getInputStream());
            String reason = SentFields.reason(fields).orElse("");
            String reference = fields.getOrDefault("reference", "").strip();
            String record = fields.getOrDefault("record", "").strip();
            if (reason.isEmpty() || reference.isEmpty() || record.isEmpty() || fields.size() != 2) {
                throw new NoSearch("Give the reference, the record's number and why.");
            }
            Optional<List<JointTrace.Line>> lines = trace.open(reader.who(), reader.area(), reference, record, reason);
            return lines.isPresent()
                    ? ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(ModelJson.write(lines.get()))
                    : ResponseEntity.accepted().build();
        } catch (NoSearch e) {
            return Problems.of(HttpStatus.BAD_REQUEST, "This is no request.", e.words());
        }
    }
}
