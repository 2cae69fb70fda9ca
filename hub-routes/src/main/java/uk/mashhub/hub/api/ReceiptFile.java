package uk.mashhub.hub.api;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.mashhub.hub.proof.Receipt;

/** A receipt as a file: {@code <disclosure>.tlog-proof}, {@code <disclosure>.not-witnessed.tlog-proof}, {@code .promise}. */
final class ReceiptFile {
    private ReceiptFile() {}

    static ResponseEntity<Object> of(Receipt receipt) {
        String name = receipt.disclosure()
                + switch (receipt.kind()) {
                    case PROMISE -> ".promise";
                    case PROOF -> ".not-witnessed.tlog-proof";
                    case WITNESSED -> ".tlog-proof";
                };
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/plain; charset=utf-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(receipt.bytes());
    }
}
