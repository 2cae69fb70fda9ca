package uk.mashhub.match.weight;

import uk.mashhub.match.text.Spelling;

/** Compares postcodes without spaces: British ones by area, district and sector, others by spelling. */
final class Postcodes {
    private static final int INWARD = 3;

    private Postcodes() {}

    static Grade unequal(String a, String b) {
        if (british(a) && british(b)) {
            int outward = a.length() - INWARD;
            if (a.length() == b.length() && a.regionMatches(0, b, 0, outward)) {
                boolean sector = a.charAt(outward) == b.charAt(outward);
                return sector ? Grade.SECTOR : slip(a, b) ? Grade.CLOSE : Grade.DISTRICT;
            }
            if (!slip(a, b)) {
                return area(a) == area(b) && a.regionMatches(0, b, 0, area(a)) ? Grade.AREA : Grade.DIFFERENT;
            }
            return Grade.CLOSE;
        }
        return slip(a, b) ? Grade.CLOSE : Grade.DIFFERENT;
    }

    private static boolean slip(String a, String b) {
        return Math.abs(a.length() - b.length()) <= 1 && Spelling.slips(a, b, 1) == 1;
    }

    /** One or two letters, a digit, perhaps another letter or digit; then a digit and two letters (BS 7666). */
    private static boolean british(String a) {
        int inward = a.length() - INWARD;
        if (inward < 2 || inward > 4 || !digit(a, inward) || !letter(a, inward + 1) || !letter(a, inward + 2)) {
            return false;
        }
        boolean one = digit(a, 1);
        int rest = inward - (one ? 2 : 3);
        return letter(a, 0)
                && (one || letter(a, 1) && inward > 2 && digit(a, 2))
                && (rest == 0 || rest == 1 && (digit(a, inward - 1) || letter(a, inward - 1)));
    }

    private static boolean digit(String a, int at) {
        return a.charAt(at) >= '0' && a.charAt(at) <= '9';
    }

    private static boolean letter(String a, int at) {
        return a.charAt(at) >= 'A' && a.charAt(at) <= 'Z';
    }

    /** How many letters name the area. */
    private static int area(String postcode) {
        return digit(postcode, 1) ? 1 : 2;
    }
}
