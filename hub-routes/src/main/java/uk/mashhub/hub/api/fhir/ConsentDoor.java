package uk.mashhub.hub.api.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.ConsentRecords;
import uk.mashhub.hub.triage.HandleFinder;
import uk.mashhub.hub.triage.NotAllowed;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.ViewId;

/**
 * {@code /api/desk/views/{view}/fhir/Consent}: what was said of sharing, as FHIR R4 Consents, for whoever has the packet open
 * at the desk and with the desk's own sign-in. GET is a searchset of what this reader may see; POST records one by the same
 * act as the form, once for each {@code Consent.identifier}. People stand under the handles of the reader's own packet.
 */
@RestController
@RequestMapping("/api/desk/views/{view}/fhir/Consent")
class ConsentDoor {
    /** Larger than any Consent that the hub can honour, in bytes. */
    private static final int LARGEST = 128 * 1024;

    private static final Set<String> PARAMETERS = Set.of("_format");

    private final ViewDoor door;
    private final ConsentRecords records;
    private final Acting acting;
    private final Clock clock;

    ConsentDoor(ViewDoor door, ConsentRecords records, Acting acting, Clock clock) {
        this.door = door;
        this.records = records;
        this.acting = acting;
        this.clock = clock;
    }

    /** A parameter that narrows would be passed over: refused rather than answered with more than was asked for. */
    @GetMapping
    ResponseEntity<byte[]> search(Reader reader, @PathVariable UUID view, HttpServletRequest request) {
        if (!PARAMETERS.containsAll(request.getParameterMap().keySet())) {
            return Outcomes.of(HttpStatus.BAD_REQUEST, "not-supported", "Only the whole list can be asked for.");
        }
        Optional<LoggedView> opened = door.open(reader.who(), new ViewId(view));
        if (opened.isEmpty()) {
            return nothing();
        }
        List<ConsentRecords.Said> said = records.of(reader.who(), reader, opened.get());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MessageDoor.FHIR_JSON))
                .body(ConsentMessage.searchset(said));
    }

    @PostMapping(consumes = MessageDoor.FHIR_JSON)
    ResponseEntity<byte[]> create(
            Reader reader,
            @PathVariable UUID view,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, defaultValue = "identity") String encoding,
            HttpServletRequest request)
            throws IOException {
        if (!encoding.equals("identity")) {
            return Outcomes.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", "Send the Consent uncompressed.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return Outcomes.of(new Unreadable(Unreadable.Fault.TOO_LARGE, "Consent", "larger than 128 KiB"));
        }
        try {
            return record(reader, new ViewId(view), ConsentMessage.read(body));
        } catch (Unreadable e) {
            return Outcomes.of(e);
        }
    }

    private ResponseEntity<byte[]> record(Reader reader, ViewId view, ConsentMessage message) throws Unreadable {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), reader.area().calendar().zone());
        Acting.Result result;
        try {
            result = acting.act(
                    reader.who(),
                    view,
                    enquiry -> message.act(reader.team().id(), enquiry),
                    message.digest(),
                    finder -> message.act(handle -> person(finder, handle), today));
        } catch (ConsentMessage.Refused e) {
            throw e.fault();
        } catch (Acting.OtherRecord e) {
            return Outcomes.of(HttpStatus.CONFLICT, "duplicate", "Another Consent came under this identifier before.");
        }
        if (!result.found()) {
            return nothing();
        }
        return result.refusal()
                .map(words -> Outcomes.of(HttpStatus.UNPROCESSABLE_CONTENT, "business-rule", words))
                .orElseGet(Outcomes::recorded);
    }

    /** A handle of another page is nobody here. */
    private static Optional<PersonId> person(HandleFinder finder, String handle) {
        try {
            return Optional.of(finder.person(handle));
        } catch (NotAllowed e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> nothing() {
        return Outcomes.of(HttpStatus.NOT_FOUND, "not-found", "There is no such packet for this reader.");
    }
}
