package uk.mashhub.hub.fault;

/** The text of a short referral form, format council-marf-v1. */
final class FormText {
    private FormText() {}

    static String of(String child, String surname, String mother, int number) {
        return """
                {"form": "council-marf", "version": 1, "classification": "OFFICIAL-SENSITIVE",
                 "submittedAt": "2026-10-30T10:00:00Z",
                 "referrer": {"name": "Terry Invented", "role": "Designated safeguarding lead", "agency": "Example School",
                              "telephone": "020 7946 0401", "professional": true},
                 "children": [{"key": "child", "names": [{"given": ["%1$s"], "family": "%2$s"}],
                               "birthDate": "2016-0%4$d-1%4$d", "sex": "FEMALE"}],
                 "household": [{"key": "mother", "role": "PARENT", "names": [{"given": ["%3$s"], "family": "%2$s"}]}],
                 "relationships": [{"from": "mother", "kind": "PARENT_OF", "to": "child"}],
                 "concern": {"whatHappened": "%1$s came to school hungry for the %5$dth time.", "categories": ["NEGLECT"]},
                 "consent": {"parentsTold": true,
                             "agreements": [{"state": "GIVEN", "covers": ["child", "mother"], "givenBy": "mother"}]}}
                """.formatted(child, surname, mother, 1 + number % 9, number);
    }
}
