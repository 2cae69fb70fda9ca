package uk.mashhub.hub.intake;

import uk.mashhub.model.RandomSource;

/** A reference that people can say aloud: random, without letters and digits that look or sound alike. */
final class Reference {
    private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679";

    private Reference() {}

    static String random(RandomSource random) {
        byte[] b = random.bytes(9);
        StringBuilder s = new StringBuilder("MH-");
        for (int i = 0; i < b.length; i++) {
            s.append(LETTERS.charAt(Math.floorMod(b[i], LETTERS.length())));
            if (i == 2 || i == 5) {
                s.append('-');
            }
        }
        return s.toString();
    }
}
