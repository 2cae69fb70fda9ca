package uk.mashhub.log.verifier;

import java.util.List;

/** Ends a check at the first thing that is wrong or cannot be checked. */
final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    private final Report.Found found;

    private Stop(Report.Found found, String words) {
        super(words);
        this.found = found;
    }

    static Stop bad(String where, String why) {
        return new Stop(Report.Found.BAD, "BAD: " + where + ": " + why);
    }

    static Stop notChecked(String what) {
        return new Stop(Report.Found.NOT_CHECKED, "not checked: " + what);
    }

    Report report() {
        return new Report(found, String.valueOf(getMessage()), List.of());
    }
}
