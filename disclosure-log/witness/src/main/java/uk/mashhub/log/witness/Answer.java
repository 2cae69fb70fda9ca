package uk.mashhub.log.witness;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What the witness answers.
 *
 * @param status of HTTP
 * @param contentType of the body
 * @param body in words or as the protocol has it
 */
record Answer(int status, String contentType, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    Answer {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
    }

    static Answer of(int status, String words) {
        return new Answer(status, TEXT, words);
    }

    /** tlog-witness: the size that the client must begin from. */
    static Answer conflict(long size) {
        return new Answer(409, "text/x.tlog.size", size + "\n");
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
