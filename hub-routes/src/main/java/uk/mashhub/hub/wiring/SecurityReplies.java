package uk.mashhub.hub.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a system is told that may not come in: problem details (RFC 9457), or an OperationOutcome on the FHIR door. */
final class SecurityReplies {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SecurityReplies() {}

    /** @param code of the FHIR issue, such as {@code login} */
    static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code, String words)
            throws IOException {
        boolean fhir = WebPath.of(request).contains("/fhir/");
        response.setStatus(status);
        response.setContentType(fhir ? "application/fhir+json" : "application/problem+json");
        response.getOutputStream().write(JSON.writeValueAsBytes(fhir ? outcome(code, words) : problem(status, words)));
    }

    private static Map<String, Object> problem(int status, String words) {
        return Map.of("type", "about:blank", "title", words, "status", status);
    }

    private static Map<String, Object> outcome(String code, String words) {
        return Map.of(
                "resourceType",
                "OperationOutcome",
                "issue",
                java.util.List.of(Map.of("severity", "error", "code", code, "details", Map.of("text", words))));
    }
}
