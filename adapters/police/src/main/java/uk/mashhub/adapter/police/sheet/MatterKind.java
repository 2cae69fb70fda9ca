package uk.mashhub.adapter.police.sheet;

import uk.mashhub.model.vocabulary.DataClass;

/** What kind of matter an incident or an offence is. */
public enum MatterKind {
    DOMESTIC_ABUSE(DataClass.DOMESTIC_ABUSE_INCIDENT),
    ASSAULT(DataClass.ALLEGATION),
    /** Makes its victims complainants (Sexual Offences (Amendment) Act 1992 s1). */
    SEXUAL_OFFENCE(DataClass.ALLEGATION),
    NEGLECT(DataClass.ALLEGATION),
    EXPLOITATION(DataClass.ALLEGATION),
    OTHER_CRIME(DataClass.ALLEGATION),
    MISSING(DataClass.INVOLVEMENT),
    CHILD_CONCERN(DataClass.INVOLVEMENT),
    WELFARE(DataClass.INVOLVEMENT),
    /** Children Act 1989 s46. */
    POLICE_PROTECTION(DataClass.INVOLVEMENT),
    UNKNOWN(DataClass.UNKNOWN);

    private final DataClass dataClass;

    MatterKind(DataClass dataClass) {
        this.dataClass = dataClass;
    }

    /** What the bare record of such a matter is. */
    public DataClass dataClass() {
        return dataClass;
    }

    /** Reads a word, or UNKNOWN with a term. */
    public static MatterKind of(String word, String place, Terms terms) {
        String canonical = Words.canonical(word);
        if (canonical.startsWith("DOMESTIC")) {
            return DOMESTIC_ABUSE;
        }
        return canonical.contains("SEXUAL") || canonical.contains("RAPE")
                ? SEXUAL_OFFENCE
                : Words.in(MatterKind.class, word, place, terms);
    }
}
