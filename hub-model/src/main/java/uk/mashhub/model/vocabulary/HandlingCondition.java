package uk.mashhub.model.vocabulary;

/** What the owner or originator asks of whoever handles an item. */
public enum HandlingCondition {
    CONSULT_ORIGINATOR,
    NO_ONWARD_SHARING,
    /** Not to be disclosed to the patient, family or caregivers (NOPAT). */
    NOT_FOR_SUBJECT,
    /** Covert source: nothing that leads to the source may be read by anybody else. */
    SOURCE_PROTECTED,
    /** NRL security label V. */
    VERY_RESTRICTED,
    UNKNOWN
}
