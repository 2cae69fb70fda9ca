package uk.mashhub.model.person;

/**
 * A unique pupil number: a check letter and twelve digits, or eleven digits and a letter for a temporary one. The check
 * letter is the sum of positions 2 to 13 weighted 2 to 13, modulo 23, in an alphabet without I, O and S (DfE, UPN guide).
 * Positions 2 to 4 are the number of the local authority; there is no authority 000.
 */
public record Upn(String value) implements PersonIdentifier {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    public Upn {
        value = Digits.strip(value, "UPN");
        if (!value.matches("[A-Z][0-9]{11}[0-9A-Z]")
                || value.startsWith("000", 1)
                || checkLetter(value) != value.charAt(0)) {
            throw new IllegalArgumentException("not a valid UPN");
        }
    }

    private static char checkLetter(String v) {
        int sum = 0;
        for (int i = 1; i < 13; i++) {
            char c = v.charAt(i);
            int digit = Character.isDigit(c) ? c - '0' : LETTERS.indexOf(c);
            if (digit < 0) {
                return '?';
            }
            sum += digit * (i + 1);
        }
        return LETTERS.charAt(sum % 23);
    }

    /** A number that a school gave until the real one is known. */
    public boolean temporary() {
        return Character.isLetter(value.charAt(12));
    }

    @Override
    public String toString() {
        return "Upn[not shown]";
    }
}
