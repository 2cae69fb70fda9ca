package uk.mashhub.adapter.police.sheet;

import uk.mashhub.model.vocabulary.SubjectRole;

/** The roles that police give people. */
public final class RoleWords {
    private RoleWords() {}

    /** The role, or UNKNOWN with a term. */
    public static SubjectRole of(String word, String place, Terms terms) {
        return switch (Words.canonical(word)) {
            case "CHILD" -> SubjectRole.INDEX_CHILD;
            case "SUSPECT", "PERPETRATOR", "OFFENDER", "ACCUSED", "DEFENDANT" -> SubjectRole.ALLEGED_PERPETRATOR;
            case "INJURED_PARTY", "COMPLAINANT" -> SubjectRole.VICTIM;
            case "REPORTING_PERSON", "CALLER" -> SubjectRole.INFORMANT;
            default -> Words.in(SubjectRole.class, word, place, terms);
        };
    }

    /** Somebody whose only part is to have seen, told or stood by: the name of such a person is not for the packet. */
    public static boolean thirdParty(SubjectRole role) {
        return role == SubjectRole.WITNESS
                || role == SubjectRole.INFORMANT
                || role == SubjectRole.THIRD_PARTY
                || role == SubjectRole.REFERRER;
    }
}
