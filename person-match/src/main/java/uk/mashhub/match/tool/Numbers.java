package uk.mashhub.match.tool;

/** Numbers for invented people that pass their checks. */
final class Numbers {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Numbers() {}

    /** The n-th NHS number of the test range 999 000 0000 to 999 999 9999 that passes the modulus 11 check. */
    static String nhs(int n) {
        // Of eleven serials one has no check digit; skipping one in eleven is not needed if the serial is spread.
        int serial = n;
        String number = withCheck(serial);
        while (number.isEmpty()) {
            serial += 500_000;
            number = withCheck(serial);
        }
        return number;
    }

    private static String withCheck(int serial) {
        String nine = String.format("999%06d", serial % 1_000_000);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (nine.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? "" : nine + check;
    }

    /** The n-th unique pupil number of an authority that does not exist (DfE, UPN guide). */
    static String upn(int n) {
        String digits = String.format("999%09d", n);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return LETTERS.charAt(sum % 23) + digits;
    }
}
