package uk.mashhub.hub.audit;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * Which facts of a decision are of the record, its owner and the reader's team alone. All others rest on people: who hides, who
 * is accused, who agreed. What a lead is told of another agency's views is worked out without those, so that it is the same
 * whatever they are (rulings 10 and 13). A fact that is not listed here counts as one of those.
 */
final class ToldFacts {
    private static final Set<Attribute> OF_THE_RECORD = EnumSet.of(
            Attribute.DATA_CLASS,
            Attribute.NATURE,
            Attribute.HANDLING_CODE,
            Attribute.CLASSIFICATION,
            Attribute.REGIME,
            Attribute.PURPOSE,
            Attribute.SECTOR,
            Attribute.OWNER_SECTOR,
            Attribute.ROLE,
            Attribute.PLACEMENT,
            Attribute.ARTEFACT,
            Attribute.CONFIDENTIAL,
            Attribute.STATUTE_FAMILY_COURT,
            Attribute.HANDLING_CONSULT_ORIGINATOR,
            Attribute.HANDLING_NO_ONWARD_SHARING,
            Attribute.HANDLING_NOT_FOR_SUBJECT,
            Attribute.HANDLING_SOURCE_PROTECTED,
            Attribute.HANDLING_VERY_RESTRICTED,
            Attribute.HANDLING_UNKNOWN,
            Attribute.HANDLING_HAS_LAST_DAY,
            Attribute.HANDLING_EXPIRED,
            Attribute.NAMED_READER,
            Attribute.NOT_A_NAMED_READER,
            Attribute.READER_OWNS_ITEM,
            Attribute.OWNER_STOPPED,
            Attribute.READER_OF_OTHER_AREA,
            Attribute.HAS_FREE_TEXT,
            Attribute.HAS_SOURCE_DETAIL,
            Attribute.HAS_ADDRESS,
            Attribute.HAS_UNKNOWN_FIELD,
            Attribute.RELEASED_TO_AUDIENCE,
            Attribute.HELD,
            Attribute.RECALLED,
            Attribute.OWNER_WORDING);

    /** Of the others, what gives most if it is so; all else gives most if it is not. */
    private static final Set<Attribute> GIVE_IF_SO = EnumSet.of(
            Attribute.ABOUT_THIS_CHILD,
            Attribute.ABOUT_PERSPECTIVE_ONLY,
            Attribute.ABOUT_OWN_SIDE_ONLY,
            Attribute.RELEVANT_AND_RECENT,
            Attribute.AGREEMENT_OR_OVERRIDE);

    /** What rules in these gates keep is not told, whatever they read. */
    private static final Set<Gate> NEVER = EnumSet.of(Gate.SAFETY, Gate.SILENT_CLASSES, Gate.STATUTE);

    private static final Map<String, Attribute> BY_TERM = byTerm();

    private ToldFacts() {}

    /** The facts as they would be if nobody hid, nobody were accused and everybody agreed: on them the most is given. */
    static FactVector atMost(Map<String, String> decidedOn) {
        FactVector.Gathering facts = ofTheRecord(decidedOn);
        Attribute.of(Asking.MAY_SEE).stream()
                .filter(a -> !OF_THE_RECORD.contains(a))
                .forEach(a -> facts.put(a, GIVE_IF_SO.contains(a)));
        return facts.done();
    }

    /** The facts of the record alone: nothing that needs another can be worked out of them. */
    static FactVector known(Map<String, String> decidedOn) {
        return ofTheRecord(decidedOn).done();
    }

    private static FactVector.Gathering ofTheRecord(Map<String, String> decidedOn) {
        FactVector.Gathering facts = new FactVector.Gathering();
        Attribute.of(Asking.MAY_SEE).forEach(facts::failed);
        decidedOn.forEach((term, word) -> {
            Attribute attribute = BY_TERM.get(term);
            if (attribute != null && OF_THE_RECORD.contains(attribute)) {
                facts.put(attribute, word);
            }
        });
        Optional.ofNullable(decidedOn.get(FactVector.OWNER)).map(AgencyId::new).ifPresent(facts::owner);
        return facts;
    }

    /** Whether a rule speaks only where something is so of people, or keeps what leaves no sign. */
    static boolean speaksOfPeople(Rule rule) {
        return NEVER.contains(rule.gate())
                || rule.when().attributes().stream()
                        .filter(a -> !OF_THE_RECORD.contains(a))
                        .anyMatch(a -> !allows(rule, a, GIVE_IF_SO.contains(a) ? "yes" : "no"));
    }

    private static boolean allows(Rule rule, Attribute attribute, String word) {
        int place = attribute.words().indexOf(word);
        return place >= 0 && (rule.when().mask(attribute) >>> place & 1) == 1;
    }

    private static Map<String, Attribute> byTerm() {
        Map<String, Attribute> map = new HashMap<>();
        Attribute.of(Asking.MAY_SEE).forEach(a -> map.put(a.term(), a));
        return Map.copyOf(map);
    }
}
