package uk.mashhub.model.person;

/** A number that names a person in some system. Each kind checks itself where its scheme has a check. */
public sealed interface PersonIdentifier permits NhsNumber, SupersededNhsNumber, Upn, PncId, Crn, LocalId {
    /** The canonical form. Personal data: never logged. */
    String value();
}
