package uk.mashhub.hub.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import uk.mashhub.adapter.Unreadable;

/** Problem details (RFC 9457) of the doors. They repeat nothing of the message. */
public final class Problems {
    /** How long a sender should wait for a hub that cannot take anything, in seconds. */
    public static final String RETRY_AFTER_SECONDS = "30";

    private Problems() {}

    /** A problem with a title and words on what to do. */
    public static ResponseEntity<Object> of(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        ResponseEntity.BodyBuilder reply =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            reply.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return reply.body(problem);
    }

    /** A message that cannot be read, with {@code fault} and {@code place}. */
    static ResponseEntity<Object> of(Unreadable fault) {
        HttpStatus status = status(fault);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, fault.reason() + ". Send the mended message under the same Message-Id.");
        problem.setTitle("The message cannot be read.");
        problem.setProperty("fault", fault.fault().name());
        problem.setProperty("place", fault.place());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** 413 for what was too large to be read at all, 422 for the rest. */
    public static HttpStatus status(Unreadable fault) {
        return fault.fault() == Unreadable.Fault.TOO_LARGE
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
