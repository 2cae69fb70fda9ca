package uk.mashhub.match;

/** How two forenames or two surnames compare. */
enum Level {
    EXACT("agrees"),
    /** One may be a shorter form of the other: initial, nickname, no middle name, one half of a double surname. */
    COMPATIBLE("may be a shorter form"),
    /** Nearly spelled alike, or the first forename agrees and the others do not. */
    LOOSE("is nearly alike"),
    DIFFERENT("differs"),
    /** One of the records does not say. */
    MISSING("is missing");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean agrees() {
        return this == EXACT || this == COMPATIBLE;
    }

    /** Both records say it, and neither rules the other out. */
    boolean like() {
        return agrees() || this == LOOSE;
    }

    /** Whether it speaks against what an identifier says. Nothing is said by a field that is missing. */
    boolean contradicts() {
        return this == LOOSE || this == DIFFERENT;
    }
}
