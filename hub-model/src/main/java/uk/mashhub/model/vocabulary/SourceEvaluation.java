package uk.mashhub.model.vocabulary;

/** First part of the 3x5x2 intelligence grade: how far the source is trusted. */
public enum SourceEvaluation {
    RELIABLE("1", "reliable source"),
    UNTESTED("2", "untested source"),
    NOT_RELIABLE("3", "source not reliable"),
    UNKNOWN("?", "source not graded");

    private final String code;
    private final String words;

    SourceEvaluation(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
