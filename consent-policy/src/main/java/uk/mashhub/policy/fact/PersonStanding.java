package uk.mashhub.policy.fact;

import java.util.Set;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What a person of an enquiry is to the question whether an agency may be asked about them. */
public enum PersonStanding {
    CHILD,
    ALLEGED_PERPETRATOR,
    PARENT,
    HOUSEHOLD_ADULT,
    VICTIM,
    /** Witnesses, referrers, informants, professionals, third parties and everybody whose role is not known. */
    BYSTANDER;

    /** The standing of somebody with these roles: the first that fits in the order of the constants. */
    public static PersonStanding of(Set<SubjectRole> roles) {
        if (roles.contains(SubjectRole.INDEX_CHILD) || roles.contains(SubjectRole.SIBLING)) {
            return CHILD;
        }
        if (roles.contains(SubjectRole.ALLEGED_PERPETRATOR)) {
            return ALLEGED_PERPETRATOR;
        }
        if (roles.contains(SubjectRole.PARENT)) {
            return PARENT;
        }
        if (roles.contains(SubjectRole.HOUSEHOLD_ADULT)) {
            return HOUSEHOLD_ADULT;
        }
        return roles.contains(SubjectRole.VICTIM) ? VICTIM : BYSTANDER;
    }
}
