package uk.mashhub.model.enquiry;

/** Why consent was not asked for: Data Protection Act 2018 Schedule 1 paragraph 18(2). */
public enum NotSoughtReason {
    /** (a) it cannot be given. */
    CANNOT_BE_GIVEN,
    /** (b) it cannot reasonably be obtained. */
    NOT_REASONABLY_OBTAINABLE,
    /** (c) asking would prejudice the protection of the person. */
    WOULD_PREJUDICE_PROTECTION
}
