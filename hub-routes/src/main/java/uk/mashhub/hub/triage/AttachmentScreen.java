package uk.mashhub.hub.triage;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.model.id.ViewId;

/**
 * {@code /packet/{id}/attachment/{handle}/{n}}: a file of a line, out of a fresh opening of the view. Always a download,
 * never shown by the browser, whatever it says it is.
 */
@Controller
class AttachmentScreen {
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", "pdf",
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/gif", "gif",
            "image/heic", "heic",
            "image/tiff", "tif",
            "text/plain", "txt",
            "application/rtf", "rtf",
            "application/msword", "doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final ViewDoor door;

    AttachmentScreen(ViewDoor door) {
        this.door = door;
    }

    @GetMapping("/packet/{id}/attachment/{handle}/{number}")
    ResponseEntity<byte[]> file(
            Reader reader, @PathVariable UUID id, @PathVariable String handle, @PathVariable int number) {
        PacketPage page = door.open(reader.who(), new ViewId(id))
                .map(view -> PacketPage.of(view.content()))
                .orElseThrow(NotHere::new);
        PacketPage.File file = page.file(handle, number).orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(page.reference(), number, file.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .body(Base64.getDecoder().decode(file.base64()));
    }

    /** Headers and download folders hold no personal data, so the file's own name, which may, stays on the page. */
    private static String disposition(String reference, int number, String mediaType) {
        String ending = ENDINGS.getOrDefault(mediaType, "bin");
        return ContentDisposition.attachment()
                .filename(reference.replaceAll("[^A-Za-z0-9-]", "") + "-" + number + "." + ending)
                .build()
                .toString();
    }
}
