package uk.mashhub.adapter.council.marf;

/** A part of the form, as the sender names it when the family must not be shown it. */
enum Section {
    REFERRER,
    CHILDREN,
    HOUSEHOLD,
    AGENCIES,
    CONCERN,
    CONSENT,
    ATTACHMENTS
}
