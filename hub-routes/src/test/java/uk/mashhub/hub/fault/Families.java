package uk.mashhub.hub.fault;

import java.nio.charset.StandardCharsets;

/** Forms about one invented family, with and without the word that its address must stay hidden. */
final class Families {
    /** Valid numbers of the test range, three a family; the simulated agencies know nobody of them, who may hide on their own. */
    private static final String[] NHS = {
        "9995310007", "9995310074", "9995310147", "9995310287", "9995310422", "9995310562",
        "9995310635", "9995310708", "9995310775", "9995310848", "9995310910", "9995310988",
        "9995311054", "9995311127", "9995311194", "9995311267", "9995311402", "9995311542"
    };

    /** Nobody of one family may be taken for somebody of another: what one hides would hide the other, as it should. */
    private static final String[][] NAMES = {
        {"Zurimala", "Pretendaworth"},
        {"Oghenevwe", "Quillfeather"},
        {"Bronwynne", "Lockharrow"},
        {"Tadeuszka", "Umberdine"},
        {"Hyacinthe", "Vossbrink"},
        {"Ekaterini", "Jobbleton"}
    };

    private static final String[][] BORN = {
        {"2016-03-14", "1990-05-02", "1987-04-12"},
        {"2012-11-27", "1979-08-19", "1974-12-30"},
        {"2019-06-05", "1995-01-23", "1992-10-08"},
        {"2010-09-30", "1983-07-11", "1968-02-26"},
        {"2021-01-18", "1999-04-29", "1998-06-17"},
        {"2014-08-22", "1971-10-31", "1965-09-03"}
    };

    /** How many families there are. */
    static final int MOST = NHS.length / 3;

    private Families() {}

    /** The child's given name, which only the protected side may read once the family hides. */
    static String child(int family) {
        return NAMES[family][0];
    }

    static String surname(int family) {
        return NAMES[family][1];
    }

    static String street(int family) {
        return (70 + family) + " Hidden Lane";
    }

    /** @param hidden whether the form says that the address is confidential */
    static byte[] form(int family, boolean hidden) {
        String flag = hidden ? "\"addressIsConfidential\": true," : "";
        String place = "\"addresses\": [{\"lines\": [\"%s\"], \"postcode\": \"ZZ9 9X%c\", \"use\": \"CURRENT\"}],"
                .formatted(street(family), 'A' + family);
        return """
                {"form": "council-marf", "version": 1, "classification": "OFFICIAL-SENSITIVE",
                 "submittedAt": "2026-10-30T10:00:00Z",
                 "referrer": {"name": "Terry Invented", "role": "Designated safeguarding lead", "agency": "Example School",
                              "telephone": "020 7946 0401", "professional": true},
                 "children": [{"key": "child", "names": [{"given": ["%1$s"], "family": "%2$s"}], %3$s %4$s
                               "birthDate": "%8$s", "sex": "FEMALE", "nhsNumber": "%5$s"}],
                 "household": [{"key": "mother", "role": "PARENT", "names": [{"given": ["Mona"], "family": "%2$s"}], %3$s %4$s
                                "birthDate": "%9$s", "sex": "FEMALE", "nhsNumber": "%6$s"},
                               {"key": "father", "role": "PARENT", "allegedPerpetrator": true,
                                "names": [{"given": ["Karl"], "family": "%2$s"}],
                                "birthDate": "%10$s", "sex": "MALE", "nhsNumber": "%7$s"}],
                 "relationships": [{"from": "mother", "kind": "PARENT_OF", "to": "child"},
                                   {"from": "father", "kind": "PARENT_OF", "to": "child"},
                                   {"from": "mother", "kind": "EX_PARTNER_OF", "to": "father"}],
                 "concern": {"whatHappened": "%1$s is afraid to go home.", "categories": ["DOMESTIC_ABUSE"]},
                 "consent": {"parentsTold": false, "whyNotTold": "The father must not learn of it.",
                             "agreements": [{"state": "GIVEN", "covers": ["child", "mother"], "givenBy": "mother"}]}}
                """.formatted(
                        child(family),
                        surname(family),
                        flag,
                        place,
                        NHS[3 * family],
                        NHS[3 * family + 1],
                        NHS[3 * family + 2],
                        BORN[family][0],
                        BORN[family][1],
                        BORN[family][2])
                .getBytes(StandardCharsets.UTF_8);
    }
}
