package uk.mashhub.adapter.health;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.vocabulary.ConcernCategory;

/**
 * What the safeguarding flags of BaRS say (code system {@code safeguarding-codes-bars} 1.0.0; all but U are SNOMED CT).
 * A code that names no kind of harm, such as U, is UNKNOWN and asks for a person.
 */
final class ConcernCodes {
    private static final Map<String, ConcernCategory> CATEGORIES = Map.ofEntries(
            Map.entry("836881000000105", ConcernCategory.UNKNOWN), // child is cause for concern
            Map.entry("U", ConcernCategory.UNKNOWN), // unspecified
            Map.entry("297591000000108", ConcernCategory.SEXUAL), // alleged victim of sexual assault
            Map.entry("736792008", ConcernCategory.DOMESTIC_ABUSE), // honour-based violence
            Map.entry("401206008", ConcernCategory.EMOTIONAL), // self-harm
            Map.entry("702953007", ConcernCategory.NEGLECT), // victim of child neglect
            Map.entry("702579009", ConcernCategory.SEXUAL), // victim of sexual abuse
            Map.entry("707087005", ConcernCategory.DOMESTIC_ABUSE), // at risk of domestic violence
            Map.entry("881081000000100", ConcernCategory.DOMESTIC_ABUSE), // victim in household
            Map.entry("838481000000106", ConcernCategory.UNKNOWN), // institutional abuse
            Map.entry("697951004", ConcernCategory.EMOTIONAL), // victim of emotional abuse
            Map.entry("697950003", ConcernCategory.DOMESTIC_ABUSE), // suspected domestic abuse
            Map.entry("697949003", ConcernCategory.PHYSICAL), // victim of physical abuse
            Map.entry("1054321000000100", ConcernCategory.DOMESTIC_ABUSE), // forced marriage
            Map.entry("766969008", ConcernCategory.RADICALISATION),
            Map.entry("415685003", ConcernCategory.NEGLECT), // suspected alcohol abuse
            Map.entry("761571000000106", ConcernCategory.EXPLOITATION), // financial abuse
            Map.entry("449889006", ConcernCategory.NEGLECT), // delay in seeking medical advice
            Map.entry("300731000000106", ConcernCategory.UNKNOWN), // family is cause for concern
            Map.entry("878111000000109", ConcernCategory.UNKNOWN), // unborn child is cause for concern
            Map.entry("713201008", ConcernCategory.FGM),
            Map.entry("919461000000108", ConcernCategory.EXPLOITATION), // sexual exploitation
            Map.entry("700254002", ConcernCategory.SEXUAL), // victim of child sexual abuse
            Map.entry("700253008", ConcernCategory.SEXUAL), // victim of grooming
            Map.entry("700255001", ConcernCategory.PHYSICAL), // non-accidental injury
            Map.entry("1076171000000100", ConcernCategory.UNKNOWN), // carer behaviour
            Map.entry("293161000000103", ConcernCategory.NEGLECT), // family history of alcohol misuse
            Map.entry("416936003", ConcernCategory.PHYSICAL),
            Map.entry("766561000000109", ConcernCategory.UNKNOWN), // adult safeguarding concern
            Map.entry("417361000", ConcernCategory.SEXUAL),
            Map.entry("771983008", ConcernCategory.EMOTIONAL),
            Map.entry("771984002", ConcernCategory.EMOTIONAL),
            Map.entry("864491000000105", ConcernCategory.UNKNOWN), // has child on a child protection plan
            Map.entry("826931000000104", ConcernCategory.UNKNOWN), // frequent attender
            Map.entry("417427001", ConcernCategory.EMOTIONAL), // discriminatory abuse
            Map.entry("417430008", ConcernCategory.UNKNOWN), // vulnerable adult
            Map.entry("771385008", ConcernCategory.EMOTIONAL), // bullying
            Map.entry("104586100000100", ConcernCategory.TRAFFICKING),
            Map.entry("129707006", ConcernCategory.UNKNOWN), // at risk of violence to others
            Map.entry("287351000000105", ConcernCategory.NEGLECT), // family history of substance misuse
            Map.entry("375041000000100", ConcernCategory.UNKNOWN), // family member on a child protection plan
            Map.entry("248054003", ConcernCategory.NEGLECT), // self-neglect
            Map.entry("162596006", ConcernCategory.UNKNOWN), // victim of child abuse, kind not said
            Map.entry("162591001", ConcernCategory.NEGLECT), // suspected drug abuse
            Map.entry("777996001", ConcernCategory.UNKNOWN)); // alleged abuse, kind not said

    /** 'No safeguarding issues identified': a finding, and no concern. */
    static final String NONE = "861931000000100";

    /** The flag of the national female genital mutilation information sharing service. */
    static final Set<String> FGM_FLAGS = Set.of("902961000000107", "female-genital-mutilation-flag");

    /** Plans of a local authority that a flag mentions without detail. */
    static final Set<String> PLANS =
            Set.of("864491000000105", "375041000000100", "child-protection-information-system-flag");

    /** The subject is somebody to whom a sexual offence was allegedly done: Sexual Offences (Amendment) Act 1992. */
    static final Set<String> COMPLAINANTS =
            Set.of("297591000000108", "702579009", "700254002", "700253008", "919461000000108");

    /** The code itself calls the subject a victim. Nothing less makes one (domain notes 3). */
    static final Set<String> VICTIMS = Set.of(
            "297591000000108",
            "702953007",
            "702579009",
            "697951004",
            "697949003",
            "700254002",
            "700253008",
            "700255001",
            "162596006",
            "771385008",
            "777996001");

    private ConcernCodes() {}

    /** The kind of harm; empty for a code that the list does not hold. */
    static Optional<ConcernCategory> category(String code) {
        return FGM_FLAGS.contains(code) ? Optional.of(ConcernCategory.FGM) : Optional.ofNullable(CATEGORIES.get(code));
    }
}
