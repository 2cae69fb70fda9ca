package uk.mashhub.adapter.police.sheet;

/** How a disposal stands. */
public enum DisposalStatus {
    /** No further action. */
    NFA,
    UNDER_INVESTIGATION,
    RELEASED_UNDER_INVESTIGATION,
    BAILED,
    CHARGED,
    CAUTIONED,
    ACQUITTED,
    CONVICTED,
    IN_FORCE,
    EXPIRED,
    BREACHED
}
