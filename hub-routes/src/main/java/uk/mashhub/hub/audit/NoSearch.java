package uk.mashhub.hub.audit;

/** What somebody sent is no search of the log. The words are for them to read, and repeat nothing of it. */
public final class NoSearch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    public NoSearch(String words) {
        super(words, null, false, false);
        this.words = words;
    }

    /** Why not. */
    public String words() {
        return words;
    }
}
