package uk.mashhub.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
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
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.triage.ActForm;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.DoubtfulLinks;
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
    private final Acting acting;

    DeskDoor(ViewDoor door, DoubtfulLinks links, Acting acting) {
        this.door = door;
        this.links = links;
        this.acting = acting;
    }

    @GetMapping("/queue")
    byte[] queue(Reader reader) {
        ArrayNode queue = JSON.createArrayNode();
        for (ViewDoor.Queued queued : door.queue(reader.who())) {
            queue.addObject()
                    .put("id", queued.id().toString())
                    .put("version", queued.version())
                    .set("line", JSON.readTree(queued.line()));
        }
        return JSON.writeValueAsBytes(queue);
    }

    @GetMapping("/views/{id}")
    ResponseEntity<Object> view(Reader reader, @PathVariable UUID id) {
        return door.open(reader.who(), new ViewId(id))
                .map(view ->
                        ResponseEntity.ok().eTag(Long.toString(view.version())).body((Object) view.content()))
                .orElseGet(DeskDoor::nothing);
    }

    @GetMapping("/views/{id}/links")
    ResponseEntity<Object> links(Reader reader, @PathVariable UUID id) {
        Optional<LoggedView> view = door.open(reader.who(), new ViewId(id));
        if (view.isEmpty()) {
            return nothing();
        }
        ArrayNode waiting = JSON.createArrayNode();
        for (DoubtfulLinks.DoubtfulLink link : links.of(reader.who(), reader.team(), view.get())) {
            ArrayNode why = waiting.addObject()
                    .put("link", link.link().toString())
                    .put("person", link.person())
                    .put("said", link.said().name())
                    .putArray("why");
            link.why().forEach(why::add);
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
