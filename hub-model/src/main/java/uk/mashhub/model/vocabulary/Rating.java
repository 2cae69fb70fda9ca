package uk.mashhub.model.vocabulary;

/** Blue, red, amber, green: urgency, which sets the clocks of the area. */
public enum Rating {
    UNRATED,
    BLUE,
    GREEN,
    AMBER,
    RED
}
