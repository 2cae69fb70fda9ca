package uk.mashhub.hub.wiring;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request inside the hub, decoded and normalised by the server, as security and refusals look at it. */
final class WebPath {
    private WebPath() {}

    static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** Whether a system asks rather than a browser: it is answered in problem details, not in pages. */
    static boolean ofSystems(HttpServletRequest request) {
        String path = of(request);
        return path.startsWith("/api/") || path.startsWith("/fhir/");
    }
}
