package uk.mashhub.hub.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.triage.NotHere;

/**
 * What a person or a system gets when something is not there or goes wrong: a plain page or problem details, never a part
 * of what was asked for, never the exception's own words.
 */
@ControllerAdvice
class WebRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(WebRefusals.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    @ExceptionHandler({NotHere.class, MethodArgumentTypeMismatchException.class})
    Object nothing(HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "error/404", "There is nothing here.");
    }

    @ExceptionHandler
    Object unknown(WebReader.UnknownReader e, HttpServletRequest request) {
        return answer(request, HttpStatus.FORBIDDEN, "nowhere", "You belong to no team of this hub.");
    }

    @ExceptionHandler
    Object failed(Exception e, HttpServletRequest request) throws IOException {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(request, known.getStatusCode(), "error/404", "The hub does not take this request.");
        }
        if (e instanceof IOException gone) {
            throw gone;
        }
        if (Faults.retryAtOnce(e)) {
            return answer(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "error/busy",
                    "Somebody else is changing the same. Nothing was done: try again.");
        }
        if (e instanceof PublishedPolicy.NotInForce) {
            return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "error/policy", "No policy is in force.");
        }
        boolean away = Faults.ofInfrastructure(e);
        if (away) {
            LOG.error("a request was not served: {} is away", Faults.words(e));
        } else {
            LOG.error("a request failed: {}", Faults.place(e));
        }
        HttpStatus status = away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        return answer(request, status, "error/5xx", "The hub cannot show anything now.");
    }

    private static Object answer(HttpServletRequest request, HttpStatusCode status, String page, String words) {
        if (WebPath.ofSystems(request)) {
            ResponseEntity.BodyBuilder reply =
                    ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
            if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                reply.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            }
            return reply.body(Map.of("type", "about:blank", "title", words, "status", status.value()));
        }
        ModelAndView view = new ModelAndView(page);
        view.setStatus(status);
        return view;
    }
}
