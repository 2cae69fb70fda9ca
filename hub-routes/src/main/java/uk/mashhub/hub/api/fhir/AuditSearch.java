package uk.mashhub.hub.api.fhir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupSearch;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.log.Act;

/** Search parameters of FHIR R4 AuditEvent, as far as the hub has them, in the words of the index. */
record AuditSearch(LookupSearch asked, int count) {
    /** Names somebody, so it comes in a body and never in an address. */
    static final String PATIENT = "patient:identifier";

    /** Why somebody is looked for: of a form alone, for it may name people. */
    static final String REASON = "_reason";

    static final String CURSOR = "_cursor";
    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    static final String REFERENCE = "urn:uk.mashhub:enquiry";
    private static final String SESSION = "_csrf";
    private static final String OK = "0";
    private static final String NOTHING = "none";

    /**
     * Reads them.
     *
     * @throws NoSearch in words for the caller, for one that the hub does not have: to pass it over would
     *     widen the answer
     */
    static AuditSearch of(Map<String, String[]> parameters) {
        Map<String, String> fields = new HashMap<>();
        int count = LookupDoor.PAGE;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                if (parameter.getKey().equals("_count")) {
                    count = count(value);
                } else {
                    read(fields, parameter.getKey(), value);
                }
            }
        }
        return new AuditSearch(LookupSearch.of(fields), count);
    }

    private static void read(Map<String, String> fields, String name, String value) {
        switch (name) {
            case SESSION, REASON -> {
                // They say nothing of what is searched for.
            }
            case "date" -> date(fields, value);
            case "agent:identifier" -> {
                String system = token(value, AuditEvents.STAFF, AuditEvents.TEAM);
                put(fields, system.equals(AuditEvents.STAFF) ? "staff" : "recipient", after(value));
            }
            case PATIENT -> {
                token(value, NHS_NUMBER);
                put(fields, "number", after(value));
            }
            case "entity:identifier" -> {
                String system = token(value, AuditEvents.ENTRY, REFERENCE);
                put(fields, system.equals(REFERENCE) ? "reference" : "entry", after(value));
            }
            case "type" -> acts(fields, type(value));
            case "subtype" -> acts(fields, List.of(act(value)));
            case "outcome" -> acts(fields, outcome(value));
            case CURSOR -> put(fields, "after", value);
            default -> throw new NoSearch("The hub does not search AuditEvents by one of these.");
        }
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value.isBlank() || fields.put(name, value) != null) {
            throw new NoSearch("Give each search parameter one value, once.");
        }
    }

    /** Days, with a prefix (FHIR R4, 3.1.1.4.4); a bare day is that day. */
    private static void date(Map<String, String> fields, String value) {
        String day = value.length() > 2 && Character.isLetter(value.charAt(0)) ? value.substring(2) : value;
        String prefix = day.equals(value) ? "eq" : value.substring(0, 2);
        if (prefix.equals("ge") || prefix.equals("eq")) {
            put(fields, "from", day);
        }
        if (prefix.equals("le") || prefix.equals("eq")) {
            put(fields, "to", day);
        }
        if (!List.of("ge", "le", "eq").contains(prefix)) {
            throw new NoSearch("Give days with ge, le or eq.");
        }
    }

    private static String token(String value, String... systems) {
        String system = value.contains("|") ? value.substring(0, value.indexOf('|')) : "";
        if (!Arrays.asList(systems).contains(system)) {
            throw new NoSearch("Give an identifier as system and value, with a system that is known.");
        }
        return system;
    }

    private static String after(String value) {
        return value.substring(value.indexOf('|') + 1);
    }

    private static List<String> type(String value) {
        if (value.equals(AuditEvents.DCM + "|110106")) {
            return List.of(Act.DISCLOSURE.name());
        }
        return value.equals(AuditEvents.EVENT_TYPE + "|rest") ? List.of(Act.OPENING.name()) : List.of(act(value));
    }

    private static String act(String value) {
        token(value, AuditEvents.ACT);
        return after(value);
    }

    private static List<String> outcome(String value) {
        return Arrays.stream(Act.values())
                .filter(a -> (a == Act.REFUSAL) != value.equals(OK))
                .map(Enum::name)
                .toList();
    }

    /** Several that must all hold leave what they have in common. */
    private static void acts(Map<String, String> fields, List<String> acts) {
        String before = fields.get("act");
        List<String> both = before == null
                ? acts
                : acts.stream()
                        .filter(Arrays.asList(before.split(",", -1))::contains)
                        .toList();
        if (both.isEmpty()) {
            fields.put("outcome", NOTHING);
            return;
        }
        fields.put("act", both.stream().collect(Collectors.joining(",")));
    }

    private static int count(String value) {
        try {
            return Math.max(1, Math.min(LookupDoor.PAGE, Integer.parseInt(value)));
        } catch (NumberFormatException e) {
            throw new NoSearch("Give _count as a number.");
        }
    }
}
