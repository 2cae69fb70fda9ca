package uk.mashhub.hub.api;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.mashhub.hub.proof.Receipt;

/** A receipt as a file: {@code <disclosure>.tlog-proof}, or {@code <disclosure>.promise} until there is a proof. */
final class ReceiptFile {
    private ReceiptFile() {}

    static ResponseEntity<Object> of(Receipt receipt) {
        String name = receipt.disclosure() + (receipt.isProof() ? ".tlog-proof" : ".promise");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/plain; charset=utf-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(receipt.bytes());
    }
}
