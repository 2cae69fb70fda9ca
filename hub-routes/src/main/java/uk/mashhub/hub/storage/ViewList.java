package uk.mashhub.hub.storage;

/** The lists on which a team finds its views. */
public enum ViewList {
    /** What waits, the most urgent first. */
    QUEUE,
    /** What is closed, the newest first. Its team holds no other view of it (ruling 32). */
    CLOSED
}
