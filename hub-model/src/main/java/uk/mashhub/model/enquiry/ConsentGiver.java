package uk.mashhub.model.enquiry;

/** In what capacity somebody agreed, refused or withdrew. */
public enum ConsentGiver {
    /** The person whose information it is. */
    SELF,
    PARENT,
    /** Somebody else who holds parental responsibility (Children Act 1989 s3). */
    OTHER_WITH_RESPONSIBILITY,
    /** A court's order, which nobody else's word goes past. */
    COURT
}
