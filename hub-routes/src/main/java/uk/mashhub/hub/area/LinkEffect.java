package uk.mashhub.hub.area;

/** What settling a doubtful link can do. For which of it two people are needed, an area says (ruling 33). */
public enum LinkEffect {
    /** Two people who are each of an enquiry of their own become one. */
    JOINS_PEOPLE,
    /** A record comes in that another enquiry knows. */
    OTHER_ENQUIRY,
    /** Something that protects somebody no longer reaches them, or some team would read more of what is already there. */
    LIFTS_RESTRICTION
}
