package uk.mashhub.hub.api.fhir;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.governance.LookupScreen;
import uk.mashhub.hub.triage.Reader;

/**
 * {@code GET /api/fhir/AuditEvent} and {@code POST /api/fhir/AuditEvent/_search}: the log for partners' audit tools, which sign in
 * as an information governance lead and find what that lead finds, masked. A patient's number comes by POST alone.
 */
@RestController
class AuditEventDoor {
    static final String PATH = "/api/fhir/AuditEvent";
    private static final MediaType FHIR_JSON = MediaType.parseMediaType(MessageDoor.FHIR_JSON);

    private final LookupDoor door;

    AuditEventDoor(LookupDoor door) {
        this.door = door;
    }

    @GetMapping(path = PATH)
    ResponseEntity<byte[]> search(Reader reader, HttpServletRequest request) {
        return request.getParameterMap().containsKey(AuditSearch.PATIENT)
                        || request.getParameterMap().containsKey(AuditSearch.REASON)
                ? invalid("Send a patient's number by POST to _search: addresses are written down on their way.")
                : found(reader, request);
    }

    @PostMapping(path = PATH + "/_search")
    ResponseEntity<byte[]> searchByForm(Reader reader, HttpServletRequest request) {
        String address = Optional.ofNullable(request.getQueryString()).orElse("");
        return address.contains("patient")
                ? invalid("Send a patient's number in the form, not in the address.")
                : found(reader, request);
    }

    @GetMapping(path = "/api/fhir/metadata")
    ResponseEntity<byte[]> metadata(Reader reader) {
        return LookupScreen.open(reader) ? reply(AuditCapability.statement()) : nothing();
    }

    private ResponseEntity<byte[]> found(Reader reader, HttpServletRequest request) {
        if (!LookupScreen.open(reader)) {
            return nothing();
        }
        try {
            AuditSearch search = AuditSearch.of(request.getParameterMap());
            LookupDoor.Page page =
                    door.search(reader.who(), reader.area(), search.asked(), reason(request), search.count());
            return reply(bundle(page, request));
        } catch (NoSearch e) {
            return invalid(e.words());
        }
    }

    private static Optional<String> reason(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(AuditSearch.REASON))
                .map(String::strip)
                .filter(r -> !r.isEmpty());
    }

    /** Without a total: a number that moves would tell of what is not shown (ruling 2). */
    private static Bundle bundle(LookupDoor.Page page, HttpServletRequest request) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(address(request, Optional.empty()));
        page.next().ifPresent(n -> bundle.addLink().setRelation("next").setUrl(address(request, Optional.of(n))));
        for (LookupDoor.Line line : page.lines()) {
            bundle.addEntry()
                    .setFullUrl("urn:uuid:" + line.row().id())
                    .setResource(AuditEvents.of(line.row()))
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        }
        return bundle;
    }

    /** Of a form the address alone: where it goes on, the same form is sent again. */
    private static String address(HttpServletRequest request, Optional<String> cursor) {
        boolean form = request.getMethod().equals("POST");
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(form ? PATH + "/_search" : PATH);
        if (!form) {
            for (Map.Entry<String, String[]> parameter :
                    request.getParameterMap().entrySet()) {
                if (!parameter.getKey().equals(AuditSearch.CURSOR)) {
                    address.queryParam(parameter.getKey(), (Object[]) parameter.getValue());
                }
            }
        }
        cursor.ifPresent(c -> address.queryParam(AuditSearch.CURSOR, c));
        return address.encode().build().toUriString();
    }

    private static ResponseEntity<byte[]> reply(IBaseResource resource) {
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
        return ResponseEntity.ok().contentType(FHIR_JSON).body(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> invalid(String words) {
        return Outcomes.of(HttpStatus.BAD_REQUEST, "invalid", words);
    }

    private static ResponseEntity<byte[]> nothing() {
        return Outcomes.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here.");
    }
}
