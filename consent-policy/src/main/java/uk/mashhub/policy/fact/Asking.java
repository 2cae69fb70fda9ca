package uk.mashhub.policy.fact;

/** The questions that the one engine answers (ruling 3). A rule may only read attributes of its own question. */
public enum Asking {
    /** May this audience see this item? */
    MAY_SEE,
    /** May this agency's source be asked? */
    MAY_ASK,
    /** May it be asked about this person, and with what? */
    ASK_ABOUT,
    /** May this user open this view? */
    MAY_OPEN,
    /** May this leave by this channel for this recipient? */
    MAY_SEND,
    /** Does this part of a view stand in it? */
    VIEW_PART
}
