package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.fact.Attribute;

/** Attributes and their values as a lay person says them. */
public final class LayWords {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("S17", "section 17"),
            Map.entry("S47", "section 47"),
            Map.entry("EPO_S46", "emergency or police protection"),
            Map.entry("S42_ADULT", "adult safeguarding (s42)"),
            Map.entry("MASH_ENQUIRY", "MASH enquiry"),
            Map.entry("MARAC", "MARAC"),
            Map.entry("LADO", "LADO"),
            Map.entry("SAR", "subject access"),
            Map.entry("ENCOMPASS", "Operation Encompass"),
            Map.entry("MARAC_MINUTES", "MARAC minutes"),
            Map.entry("IG_LEAD", "information governance leads"),
            Map.entry("AGENCY_RESEARCHER", "agency researchers (navigators)"),
            Map.entry("UK_GDPR", "UK GDPR"),
            Map.entry("DPA_PART_3", "DPA 2018 Part 3"),
            Map.entry("P", "P"),
            Map.entry("C", "C"),
            Map.entry("INSIDE_RECORD", "the record read in the room"),
            Map.entry("INFO_PRODUCT", "the copy that leaves the room"),
            Map.entry("INSIDE", "in the room"),
            Map.entry("OUTSIDE", "outside the room"),
            Map.entry("HEALTH", "health"),
            Map.entry("POLICE", "police"),
            Map.entry("FAMILY", "family"));

    private static final Map<Attribute, String> FACTS = facts();

    private LayWords() {}

    /** One value. */
    public static String value(String word) {
        return VALUES.getOrDefault(word, word.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** What an attribute speaks of, such as {@code purpose}; of a yes-or-no fact what is so where it is 'yes'. */
    public static String name(Attribute attribute) {
        return FACTS.getOrDefault(attribute, attribute.term());
    }

    /** A condition on one attribute: 'purpose is section 47 or strategy', 'it is not so that the owner holds it'. */
    public static String condition(Attribute attribute, long mask) {
        if (attribute.named()) {
            return (mask == 1 ? "it is not so that " : "") + name(attribute);
        }
        long all = Box.all(attribute);
        boolean few = Long.bitCount(mask) * 2 <= attribute.words().size();
        return name(attribute) + (few ? " is " : " is not ") + list(attribute, few ? mask : all & ~mask);
    }

    private static String list(Attribute attribute, long mask) {
        List<String> words = new ArrayList<>();
        for (int v = 0; v < attribute.words().size(); v++) {
            if ((mask >>> v & 1) == 1) {
                words.add(value(attribute.words().get(v)));
            }
        }
        return String.join(" or ", words);
    }

    private static Map<Attribute, String> facts() {
        Map<Attribute, String> f = new EnumMap<>(Attribute.class);
        f.put(Attribute.DATA_CLASS, "information");
        f.put(Attribute.NATURE, "nature of the item");
        f.put(Attribute.HANDLING_CODE, "handling code");
        f.put(Attribute.CLASSIFICATION, "marking");
        f.put(Attribute.REGIME, "legal regime");
        f.put(Attribute.PURPOSE, "purpose");
        f.put(Attribute.SECTOR, "sector");
        f.put(Attribute.OWNER_SECTOR, "sector of its owner");
        f.put(Attribute.OWNER_STOPPED, "its owner has stopped sharing");
        f.put(Attribute.AGENCY_STOPPED, "the agency has stopped sharing");
        f.put(Attribute.SUBJECT_AGREEMENT_ENDED, "an agreement of somebody it is about has ended");
        f.put(Attribute.ASKING_WOULD_PREJUDICE, "asking would put somebody at risk");
        f.put(Attribute.CONSENT_CANNOT_BE_GIVEN, "somebody cannot give consent");
        f.put(Attribute.CONSENT_NOT_OBTAINABLE, "consent cannot reasonably be obtained");
        f.put(Attribute.ROLE, "reader");
        f.put(Attribute.PLACEMENT, "place");
        f.put(Attribute.ARTEFACT, "form");
        f.put(Attribute.CHANNEL, "way");
        f.put(Attribute.PART, "part of the view");
        f.put(Attribute.PERSON_STANDING, "person asked about");
        f.put(Attribute.CONFIDENTIAL, "a duty of confidence is owed");
        f.put(Attribute.STATUTE_GENDER_RECOGNITION, "it tells of gender history");
        f.put(Attribute.STATUTE_ADOPTION, "it tells of an adoption");
        f.put(Attribute.STATUTE_ASSISTED_CONCEPTION, "it tells of assisted conception");
        f.put(Attribute.STATUTE_WITNESS_PROTECTION, "it is marked for witness protection");
        f.put(Attribute.STATUTE_SEXUAL_OFFENCE_COMPLAINANT, "it tells of a complaint of a sexual offence");
        f.put(Attribute.STATUTE_FAMILY_COURT, "it is from the family court");
        f.put(Attribute.STATUTE_UNKNOWN, "it has a statute marker that nobody understands");
        f.put(Attribute.HANDLING_CONSULT_ORIGINATOR, "its originator must be asked");
        f.put(Attribute.HANDLING_NO_ONWARD_SHARING, "it must not go onward");
        f.put(Attribute.HANDLING_NOT_FOR_SUBJECT, "the person must not be told");
        f.put(Attribute.HANDLING_SOURCE_PROTECTED, "its source is protected");
        f.put(Attribute.HANDLING_VERY_RESTRICTED, "it is very restricted");
        f.put(Attribute.HANDLING_UNKNOWN, "it has a handling condition that nobody understands");
        f.put(Attribute.HANDLING_EXPIRED, "its last day has passed");
        f.put(Attribute.HANDLING_HAS_LAST_DAY, "it has a last day");
        f.put(Attribute.HAS_ADDRESS, "it holds an address or a postcode");
        f.put(Attribute.NAMED_READER, "the owner names this team as a reader");
        f.put(Attribute.NOT_A_NAMED_READER, "the owner names other teams as readers");
        f.put(Attribute.READER_OWNS_ITEM, "the reader's agency holds it");
        f.put(Attribute.READER_ACTS_FOR_SUBJECT, "the reader acts for somebody it is about");
        f.put(Attribute.READER_OF_OTHER_AREA, "the reader is of another area");
        f.put(Attribute.PERPETRATOR_SIDE, "the reader is on the perpetrator's side");
        f.put(Attribute.ENQUIRY_HIDES_LOCATION, "somebody of the enquiry hides");
        f.put(Attribute.SUBJECT_SAFE_ADDRESSED, "somebody it is about hides");
        f.put(Attribute.SUBJECT_PDS_RESTRICTED, "the NHS restricts the record of somebody it is about");
        f.put(Attribute.SUBJECT_PROTECTED_PERSON, "it is about a protected person");
        f.put(Attribute.SUBJECT_LIMITED_ACCESS, "probation limits who may read about somebody it is about");
        f.put(Attribute.SUBJECT_RISK_TO_STAFF, "somebody it is about is a risk to staff");
        f.put(Attribute.SUBJECT_NOT_IN_ENQUIRY, "it names somebody who is not of the enquiry");
        f.put(Attribute.ABOUT_THIS_CHILD, "it is about the child");
        f.put(Attribute.ABOUT_PERSPECTIVE_ONLY, "it is about nobody but whose packet it is");
        f.put(Attribute.ABOUT_OWN_SIDE_ONLY, "it is about nobody but whom the reader is there for");
        f.put(Attribute.HAS_FREE_TEXT, "it has free text or a file");
        f.put(Attribute.HAS_SOURCE_DETAIL, "it leads to whoever told its owner");
        f.put(Attribute.HAS_UNKNOWN_FIELD, "it has a field of no known kind");
        f.put(Attribute.RELEVANT_AND_RECENT, "it is relevant and recent");
        f.put(Attribute.UNDER_13_SEXUAL, "it tells of sexual activity under 13");
        f.put(Attribute.AGREEMENT_OR_OVERRIDE, "everybody it is about agrees, or an override covers its owner");
        f.put(Attribute.OVERRIDE_COVERS_OWNER, "an override covers its owner");
        f.put(Attribute.SUBJECT_OBJECTS, "somebody it is about has refused or withdrawn");
        f.put(Attribute.RELEASED_TO_AUDIENCE, "the owner has released it to this team");
        f.put(Attribute.HELD, "the owner holds it back");
        f.put(Attribute.RECALLED, "the owner has taken it back");
        f.put(Attribute.OWNER_WORDING, "the owner has written wording for this team");
        f.put(Attribute.OPEN_CASE, "the child has an open case");
        f.put(Attribute.AGREEMENT_COVERS_CHILDREN, "an agreement covers every child");
        f.put(Attribute.OVERRIDE_COVERS_AGENCY, "an override covers the agency");
        f.put(Attribute.PERSON_AGREES, "the person agrees");
        f.put(Attribute.PERSON_PROTECTED, "the person is protected");
        f.put(Attribute.RESTRICTIONS_KNOWN, "everybody who may know of a restriction has answered");
        f.put(Attribute.CONFLICT_OF_INTEREST, "the user has a conflict of interest");
        f.put(Attribute.TRAINING_IN_DATE, "the user's training is in date");
        f.put(Attribute.VETTING_IN_DATE, "the user's vetting is in date");
        f.put(Attribute.VIEW_OF_OWN_TEAM, "it is the view of the user's own team");
        f.put(Attribute.SECOND_PERSON_RELEASED, "a second person has looked");
        f.put(Attribute.OWNERS_AGREED, "every owner agrees");
        return f;
    }
}
