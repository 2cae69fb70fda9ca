package uk.mashhub.adapter.police.records;

import java.util.Map;

/** The system answered 403: it may not tell us. The reason is one of our own wordings, never the system's text. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String PLAIN = "the records system refuses this enquiry";
    private static final Map<String, String> REASONS = Map.of(
            "PURPOSE_NOT_AGREED", "the purpose is not in the force's agreement",
            "CLIENT_NOT_AUTHORISED", "the hub is not authorised for this check",
            "RECORD_RESTRICTED", "the force answers about this by telephone only",
            "ENQUIRIES_SUSPENDED", "the force has suspended automatic enquiries");

    Refused(String code) {
        super(REASONS.getOrDefault(code, PLAIN), null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
