package uk.mashhub.hub.journey;

/** Where the hub serves what a journey looks at; {@code %s} is a view's id. */
final class Paths {
    static final String QUEUE = "/api/desk/queue";
    static final String VIEW = "/api/desk/views/%s";
    static final String LINKS = "/api/desk/views/%s/links";
    static final String PAGE = "/packet/%s";
    static final String BOARD = "/";

    private Paths() {}
}
