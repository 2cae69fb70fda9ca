package uk.mashhub.model.vocabulary;

/** Facts are kept apart from opinions (Data Protection Act 2018 s38(2)). */
public enum Nature {
    FACT,
    OPINION,
    ALLEGATION,
    INTELLIGENCE,
    UNKNOWN
}
