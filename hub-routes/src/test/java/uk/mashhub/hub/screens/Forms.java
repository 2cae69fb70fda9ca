package uk.mashhub.hub.screens;

/** Referral forms as schools send them; everybody in them is invented. */
public final class Forms {
    private Forms() {}

    /** A form that can be read. */
    public static String aSchoolConcern() {
        return classified("OFFICIAL-SENSITIVE");
    }

    /** The same with a marking. */
    public static String classified(String marking) {
        return """
                {"form":"council-marf","version":1,"classification":"%s","submittedAt":"2026-11-02T09:00:00Z",
                 "referrer":{"professional":true,"name":"Tess Invented","role":"teacher","telephone":"01632 960321"},
                 "children":[{"key":"c1","names":[{"given":["Maya"],"family":"Invented"}],"birthDate":"2015-07-03"}],
                 "concern":{"whatHappened":"A bruise on her arm."},
                 "consent":{"parentsTold":false}}""".formatted(marking);
    }

    /** A form that lacks the child. */
    public static String withoutChildren() {
        return aSchoolConcern().replaceFirst("\"children\":\\[.*\\],", "");
    }
}
