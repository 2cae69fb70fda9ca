package uk.mashhub.hub.fault;

import java.nio.charset.StandardCharsets;

/** Forms about one invented family, with and without the word that its address must stay hidden. */
final class Families {
    /** Valid numbers of the test range, three a family. */
    private static final String[] NHS = {
        "9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000069", "9990000077", "9990000085",
        "9990000093", "9990000107", "9990000115", "9990000123", "9990000131", "9990000158", "9990000166", "9990000174",
        "9990000182", "9990000190"
    };

    /** How many families there are. */
    static final int MOST = NHS.length / 3;

    private Families() {}

    /** The child's given name, which only the protected side may read once the family hides. */
    static String child(int family) {
        return "Zuri" + (char) ('a' + family) + "la";
    }

    static String surname(int family) {
        return "Pretend" + (char) ('a' + family) + "worth";
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
                               "birthDate": "2016-03-14", "sex": "FEMALE", "nhsNumber": "%5$s"}],
                 "household": [{"key": "mother", "role": "PARENT", "names": [{"given": ["Mona"], "family": "%2$s"}], %3$s %4$s
                                "birthDate": "1990-05-02", "sex": "FEMALE", "nhsNumber": "%6$s"},
                               {"key": "father", "role": "PARENT", "allegedPerpetrator": true,
                                "names": [{"given": ["Karl"], "family": "%2$s"}],
                                "birthDate": "1987-04-12", "sex": "MALE", "nhsNumber": "%7$s"}],
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
                        NHS[3 * family + 2])
                .getBytes(StandardCharsets.UTF_8);
    }
}
