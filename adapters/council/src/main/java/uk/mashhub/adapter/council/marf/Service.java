package uk.mashhub.adapter.council.marf;

import uk.mashhub.model.vocabulary.DataClass;

/**
 * Kinds of service that an agency on the form may be. That a sensitive service holds a record is itself sensitive (domain
 * notes 2.3, ContactPoint Regulations SI 2007/2182 reg 11(3)), so the kind of service sets the class of the item.
 */
enum Service {
    SCHOOL,
    EARLY_YEARS,
    GP,
    HEALTH_VISITING,
    SCHOOL_NURSING,
    HOSPITAL,
    CHILD_MENTAL_HEALTH(DataClass.CHILD_HEALTH),
    ADULT_MENTAL_HEALTH(DataClass.PARENT_HEALTH_TREATMENT),
    SUBSTANCE_MISUSE(DataClass.PARENT_HEALTH_TREATMENT),
    SEXUAL_HEALTH(DataClass.SEXUAL_REPRODUCTIVE_HEALTH),
    MATERNITY,
    SOCIAL_CARE,
    EARLY_HELP,
    YOUTH_JUSTICE,
    POLICE,
    PROBATION(DataClass.PROBATION),
    HOUSING(DataClass.HOUSING),
    DOMESTIC_ABUSE(DataClass.DOMESTIC_ABUSE_INCIDENT),
    REFUGE(DataClass.DOMESTIC_ABUSE_INCIDENT),
    VOLUNTARY,
    OTHER,
    /** Not a word of the form: nobody knows how sensitive it is. */
    UNKNOWN(DataClass.UNKNOWN);

    private final DataClass dataClass;

    Service() {
        this(DataClass.INVOLVEMENT);
    }

    Service(DataClass dataClass) {
        this.dataClass = dataClass;
    }

    /** The class of an item that says that this service works with somebody. */
    DataClass dataClass() {
        return dataClass;
    }

    static Service of(String word) {
        return Terms.match(word, Service.class).orElse(UNKNOWN);
    }
}
