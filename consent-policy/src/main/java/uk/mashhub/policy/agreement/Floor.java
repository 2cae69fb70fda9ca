package uk.mashhub.policy.agreement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.mashhub.policy.fact.Attribute;

/**
 * What no set of agreements may leave out: every gate has a rule, and every label and fact that exists to hold something
 * back is read by a rule that holds something back. A file that went missing does not open what it guarded. What one agency
 * asks for its own items guards nobody else's, and does not count.
 */
final class Floor {
    private static final List<Attribute> GUARDS = List.of(
            Attribute.CLASSIFICATION,
            Attribute.STATUTE_GENDER_RECOGNITION,
            Attribute.STATUTE_ADOPTION,
            Attribute.STATUTE_ASSISTED_CONCEPTION,
            Attribute.STATUTE_WITNESS_PROTECTION,
            Attribute.STATUTE_SEXUAL_OFFENCE_COMPLAINANT,
            Attribute.STATUTE_FAMILY_COURT,
            Attribute.STATUTE_UNKNOWN,
            Attribute.HANDLING_CODE,
            Attribute.HANDLING_CONSULT_ORIGINATOR,
            Attribute.HANDLING_NO_ONWARD_SHARING,
            Attribute.HANDLING_NOT_FOR_SUBJECT,
            Attribute.HANDLING_SOURCE_PROTECTED,
            Attribute.HANDLING_VERY_RESTRICTED,
            Attribute.HANDLING_UNKNOWN,
            Attribute.HANDLING_EXPIRED,
            Attribute.NOT_A_NAMED_READER,
            Attribute.READER_OF_OTHER_AREA,
            Attribute.PERPETRATOR_SIDE,
            Attribute.ENQUIRY_HIDES_LOCATION,
            Attribute.SUBJECT_SAFE_ADDRESSED,
            Attribute.SUBJECT_PDS_RESTRICTED,
            Attribute.SUBJECT_PROTECTED_PERSON,
            Attribute.SUBJECT_LIMITED_ACCESS,
            Attribute.SUBJECT_NOT_IN_ENQUIRY,
            Attribute.SUBJECT_OBJECTS,
            Attribute.SUBJECT_AGREEMENT_ENDED,
            Attribute.HAS_UNKNOWN_FIELD,
            Attribute.OWNER_STOPPED,
            Attribute.AGENCY_STOPPED,
            Attribute.HELD,
            Attribute.RECALLED,
            Attribute.OPEN_CASE,
            Attribute.PERSON_PROTECTED,
            Attribute.CONFLICT_OF_INTEREST);

    /** Whom the law or a person's safety protects is not for the owner of an item to say. */
    private static final Set<Gate> NOT_THE_OWNERS = EnumSet.of(Gate.SILENT_CLASSES, Gate.SAFETY, Gate.STATUTE);

    private Floor() {}

    static void check(List<Rule> all, Problems problems) {
        List<Rule> rules = all.stream().filter(r -> r.agency().isEmpty()).toList();
        for (Gate gate : Gate.values()) {
            if (rules.stream().noneMatch(r -> r.gate() == gate)) {
                problems.note("agreements", 0, "no rule stands in gate " + gate);
            }
        }
        for (Rule rule : rules) {
            if (NOT_THE_OWNERS.contains(rule.gate()) && rule.when().reads(Attribute.RELEASED_TO_AUDIENCE)) {
                problems.note("agreements", 0, rule.id() + " may not be lifted by an owner's release");
            }
        }
        for (Attribute guard : GUARDS) {
            if (rules.stream().noneMatch(r -> restricts(r) && r.when().reads(guard))) {
                problems.note("agreements", 0, "no rule holds anything back because of '" + guard.term() + "'");
            }
        }
    }

    private static boolean restricts(Rule rule) {
        return rule.gate() != Gate.MATRIX && rule.restricts();
    }
}
