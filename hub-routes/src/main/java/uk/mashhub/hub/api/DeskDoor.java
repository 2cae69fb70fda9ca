package uk.mashhub.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.Receipt;
import uk.mashhub.hub.storage.KeptLinkPlace;
import uk.mashhub.hub.storage.LinkPlace;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.hub.triage.ActForm;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.DoubtfulLinks;
import uk.mashhub.hub.triage.KeptLinks;
import uk.mashhub.hub.triage.KeptLinksScreen;
import uk.mashhub.hub.triage.LinkQueueScreen;
import uk.mashhub.hub.triage.QueueScreen;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.id.ViewId;

/**
 * The desk as JSON, for golden journeys and the demo's driver: what the pages show and do, through the same openings and
 * the same rules.
 */
@RestController
@RequestMapping(path = "/api/desk", produces = MediaType.APPLICATION_JSON_VALUE)
class DeskDoor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ViewDoor door;
    private final DoubtfulLinks links;
    private final LinkQueue linkQueue;
    private final KeptLinks keptLinks;
    private final Acting acting;
    private final LogReceipts receipts;

    DeskDoor(
            ViewDoor door,
            DoubtfulLinks links,
            LinkQueue linkQueue,
            KeptLinks keptLinks,
            Acting acting,
            LogReceipts receipts) {
        this.door = door;
        this.receipts = receipts;
        this.links = links;
        this.linkQueue = linkQueue;
        this.keptLinks = keptLinks;
        this.acting = acting;
    }

    @GetMapping("/queue")
    ResponseEntity<Object> queue(
            Reader reader,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before) {
        return list(reader, ViewList.QUEUE, "/api/desk/queue", Turn.of(after, before));
    }

    @GetMapping("/closed")
    ResponseEntity<Object> closed(
            Reader reader,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before) {
        return QueueScreen.readsClosed(reader)
                ? list(reader, ViewList.CLOSED, "/api/desk/closed", Turn.of(after, before))
                : nothing();
    }

    /** The doubtful links that wait over all the team's enquiries, see {@link LinkQueue.Line}. */
    @GetMapping("/links")
    ResponseEntity<Object> links(Reader reader, @RequestParam(defaultValue = "") String after) {
        if (!LinkQueueScreen.open(reader)) {
            return nothing();
        }
        LinkQueue.Page page = linkQueue.page(reader.who(), LinkPlace.of(after));
        ArrayNode lines = JSON.createArrayNode();
        page.lines().forEach(line -> lines.add(JSON.readTree(line.json())));
        return reply(lines, "/api/desk/links", page.next());
    }

    /** The links that are for the reader's unit alone, each with {@code link}, {@code reference}, {@code since} and {@code said}. */
    @GetMapping("/kept-links")
    ResponseEntity<Object> keptLinks(Reader reader, @RequestParam(defaultValue = "") String after) {
        if (!KeptLinksScreen.open(reader)) {
            return nothing();
        }
        KeptLinks.Page page = keptLinks.page(reader, KeptLinkPlace.of(after));
        ArrayNode lines = JSON.createArrayNode();
        page.lines()
                .forEach(line -> lines.addObject()
                        .put("link", line.link().toString())
                        .put("reference", line.reference())
                        .put("since", line.since().toString())
                        .put("said", line.said().name()));
        return reply(lines, "/api/desk/kept-links", page.next());
    }

    private static ResponseEntity<Object> reply(ArrayNode lines, String path, Optional<?> next) {
        ResponseEntity.BodyBuilder reply = ResponseEntity.ok();
        next.ifPresent(place -> reply.header(HttpHeaders.LINK, "<" + path + "?after=" + place + ">; rel=\"next\""));
        return reply.body(JSON.writeValueAsBytes(lines));
    }

    /** An array of lines; where the list goes on is a header {@code Link} (RFC 8288). */
    private ResponseEntity<Object> list(Reader reader, ViewList list, String path, Turn turn) {
        ViewDoor.Page page = door.list(reader.who(), list, turn);
        ArrayNode lines = JSON.createArrayNode();
        for (ViewDoor.Queued queued : page.lines()) {
            lines.addObject()
                    .put("id", queued.id().toString())
                    .put("version", queued.version())
                    .set("line", JSON.readTree(queued.line()));
        }
        ResponseEntity.BodyBuilder reply = ResponseEntity.ok();
        page.previous()
                .flatMap(Turn::from)
                .ifPresent(
                        place -> reply.header(HttpHeaders.LINK, "<" + path + "?before=" + place + ">; rel=\"prev\""));
        page.next()
                .flatMap(Turn::from)
                .ifPresent(place -> reply.header(HttpHeaders.LINK, "<" + path + "?after=" + place + ">; rel=\"next\""));
        return reply.body(JSON.writeValueAsBytes(lines));
    }

    @GetMapping("/views/{id}")
    ResponseEntity<Object> view(Reader reader, @PathVariable UUID id) {
        return door.open(reader.who(), new ViewId(id))
                .map(view ->
                        ResponseEntity.ok().eTag(Long.toString(view.version())).body((Object) view.content()))
                .orElseGet(DeskDoor::nothing);
    }

    /** The proof that this version was logged, or until there is one the promise: see {@link Receipt}. */
    @GetMapping(path = "/views/{id}/receipt", produces = MediaType.ALL_VALUE)
    ResponseEntity<Object> receipt(Reader reader, @PathVariable UUID id) {
        return door.open(reader.who(), new ViewId(id))
                .flatMap(view -> receipts.of(view.disclosure()))
                .map(ReceiptFile::of)
                .orElseGet(DeskDoor::nothing);
    }

    @GetMapping("/views/{id}/links")
    ResponseEntity<Object> links(Reader reader, @PathVariable UUID id) {
        Optional<LoggedView> view = door.open(reader.who(), new ViewId(id));
        if (view.isEmpty()) {
            return nothing();
        }
        ArrayNode waiting = JSON.createArrayNode();
        for (DoubtfulLinks.DoubtfulLink link : links.of(reader.who(), reader.area(), reader.team(), view.get())) {
            waiting.add(LinkLine.of(link));
        }
        return ResponseEntity.ok(JSON.writeValueAsBytes(waiting));
    }

    @PostMapping(path = "/views/{id}/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> act(Reader reader, @PathVariable UUID id, HttpServletRequest request) throws IOException {
        Optional<ActRequest> act = ActRequest.read(request.getInputStream());
        if (act.isEmpty()) {
            return Problems.of(
                    HttpStatus.BAD_REQUEST, "This is no act.", "Send an object with id (a UUID), act and its fields.");
        }
        Acting.Result result = acting.act(
                reader.who(),
                new ViewId(id),
                act.get().id(),
                ActForm.of(act.get().fields()));
        if (!result.found()) {
            return nothing();
        }
        return result.refusal()
                .map(words -> Problems.of(HttpStatus.CONFLICT, "It was not done.", words))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static ResponseEntity<Object> nothing() {
        return Problems.of(HttpStatus.NOT_FOUND, "There is nothing here.", "There is no such view for this reader.");
    }
}
