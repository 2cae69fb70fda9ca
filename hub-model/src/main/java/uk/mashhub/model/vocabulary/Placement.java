package uk.mashhub.model.vocabulary;

/** Vetted and trained in the room on an open enquiry, or anywhere else. */
public enum Placement {
    INSIDE,
    OUTSIDE
}
