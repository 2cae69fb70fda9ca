package uk.mashhub.model.person;

import java.util.Optional;

/**
 * An NHS number: ten digits, the last a modulus 11 check (NHS Data Dictionary, NHS NUMBER). Spaces and hyphens are
 * dropped. Numbers of one repeated digit pass the check and are placeholders: they are refused.
 */
public record NhsNumber(String value) implements PersonIdentifier {
    public NhsNumber {
        value = Digits.strip(value, "NHS number");
        if (!valid(value)) {
            throw new IllegalArgumentException("not a valid NHS number");
        }
    }

    /** The number that a text is, if it is one. */
    public static Optional<NhsNumber> in(String text) {
        String stripped = Digits.strip(text, "NHS number");
        return valid(stripped) ? Optional.of(new NhsNumber(stripped)) : Optional.empty();
    }

    private static boolean valid(String v) {
        if (v.length() != 10) {
            return false;
        }
        boolean differs = false;
        for (int i = 0; i < 10; i++) {
            if (v.charAt(i) < '0' || v.charAt(i) > '9') {
                return false;
            }
            differs |= v.charAt(i) != v.charAt(0);
        }
        if (!differs) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (v.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == v.charAt(9) - '0';
    }

    @Override
    public String toString() {
        return "NhsNumber[not shown]";
    }
}
