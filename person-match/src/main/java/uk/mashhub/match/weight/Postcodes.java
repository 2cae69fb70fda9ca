package uk.mashhub.match.weight;

import java.util.regex.Pattern;
import uk.mashhub.match.text.Spelling;

/** Compares postcodes without spaces: British ones by area, district and sector, others by spelling. */
final class Postcodes {
    private static final Pattern BRITISH = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final int INWARD = 3;

    private Postcodes() {}

    static Grade unequal(String a, String b) {
        boolean british = BRITISH.matcher(a).matches() && BRITISH.matcher(b).matches();
        if (british) {
            String outwardA = a.substring(0, a.length() - INWARD);
            String outwardB = b.substring(0, b.length() - INWARD);
            if (outwardA.equals(outwardB)) {
                boolean sector = a.charAt(outwardA.length()) == b.charAt(outwardB.length());
                return sector ? Grade.SECTOR : slip(a, b) ? Grade.CLOSE : Grade.DISTRICT;
            }
            if (!slip(a, b)) {
                return area(a).equals(area(b)) ? Grade.AREA : Grade.DIFFERENT;
            }
            return Grade.CLOSE;
        }
        return slip(a, b) ? Grade.CLOSE : Grade.DIFFERENT;
    }

    private static boolean slip(String a, String b) {
        return Math.abs(a.length() - b.length()) <= 1 && Spelling.slips(a, b) == 1;
    }

    private static String area(String postcode) {
        return postcode.substring(0, Character.isDigit(postcode.charAt(1)) ? 1 : 2);
    }
}
