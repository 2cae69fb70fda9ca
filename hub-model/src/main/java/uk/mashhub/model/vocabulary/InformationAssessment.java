package uk.mashhub.model.vocabulary;

/** Second part of the 3x5x2 intelligence grade: how the source knows. */
public enum InformationAssessment {
    A("known directly to the source"),
    B("known indirectly but corroborated"),
    C("known indirectly"),
    D("not known"),
    E("suspected to be false"),
    UNKNOWN("not assessed");

    private final String words;

    InformationAssessment(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
