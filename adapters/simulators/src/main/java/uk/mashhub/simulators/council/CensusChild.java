package uk.mashhub.simulators.council;

import java.util.ArrayList;
import java.util.List;

/**
 * An invented child of the census and how the case went. Days are counted back from the reference date.
 *
 * @param sex M or F
 * @param referred days before the reference date
 * @param closed days before the reference date, or -1 while the case is open
 * @param need a primary need code
 * @param protectionFrom days before the reference date, or -1 if there never was a child protection plan
 * @param protectionTo days before the reference date, or -1 while the plan is in force
 */
record CensusChild(
        String localNumber,
        String upn,
        String birthDate,
        String sex,
        int referred,
        int closed,
        String need,
        int protectionFrom,
        int protectionTo) {
    private static final int OTHERS = 40;

    /** The children of the sample forms, then others, always the same. */
    static List<CensusChild> all() {
        List<CensusChild> children = new ArrayList<>(List.of(
                // Maya: an assessment two years ago, closed.
                new CensusChild("EXA0000101", "H999400116001", "2016-05-14", "F", 760, 690, "N5", -1, -1),
                // Noor: closed.
                new CensusChild("EXA0000102", "U999400118002", "2018-01-30", "F", 420, 390, "N1", -1, -1),
                new CensusChild("EXA0000103", "P999400114003", "2014-09-02", "M", 900, 610, "N4", -1, -1),
                // Ruby: was once on a plan.
                new CensusChild("EXA0000104", "P999400115004", "2015-07-03", "F", 1200, 700, "N1", 1150, 720),
                // Arlo: open, with a plan in force.
                new CensusChild("EXA0000105", "G999400113005", "2013-11-05", "M", 210, -1, "N1", 160, -1)));
        for (int i = 0; i < OTHERS; i++) {
            children.add(other(i));
        }
        return children;
    }

    private static CensusChild other(int i) {
        return new CensusChild(
                "EXA%07d".formatted(200 + i),
                PupilNumbers.of(100 + i),
                "20%02d-%02d-%02d".formatted(9 + i % 14, 1 + i % 12, 1 + i % 28),
                i % 2 == 0 ? "F" : "M",
                100 + 17 * i,
                i % 3 == 0 ? -1 : 20 + 5 * i,
                "N" + (1 + i % 8),
                -1,
                -1);
    }
}
