package uk.mashhub.model.person;

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

    private static boolean valid(String v) {
        if (!v.matches("[0-9]{10}") || v.chars().distinct().count() == 1) {
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
