package uk.mashhub.model.vocabulary;

/** Administrative sex or gender as the source records it; weak evidence for matching. */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
