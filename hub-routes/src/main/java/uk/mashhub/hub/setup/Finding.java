package uk.mashhub.hub.setup;

/**
 * What was found of one thing that a hub needs.
 *
 * @param part such as {@code database}
 * @param words what is there, or what is in the way and who can mend it; without passwords and without people
 */
public record Finding(Kind kind, String part, String words) {
    /** How it stands. */
    public enum Kind {
        /** As it should be. */
        OK,
        /** The hub can start, but somebody should look. */
        LOOK,
        /** In the way. */
        NO
    }

    static Finding ok(String part, String words) {
        return new Finding(Kind.OK, part, words);
    }

    static Finding look(String part, String words) {
        return new Finding(Kind.LOOK, part, words);
    }

    static Finding no(String part, String words) {
        return new Finding(Kind.NO, part, words);
    }
}
