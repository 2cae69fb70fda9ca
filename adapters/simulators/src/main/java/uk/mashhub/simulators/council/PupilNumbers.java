package uk.mashhub.simulators.council;

/** Makes unique pupil numbers of local authority 999, which is nobody's. */
final class PupilNumbers {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private PupilNumbers() {}

    /**
     * The number with its check letter (DfE, UPN guide).
     *
     * @param serial 0 to 999,999
     */
    static String of(int serial) {
        String digits = "999%03d%06d".formatted(500, serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return LETTERS.charAt(sum % LETTERS.length()) + digits;
    }
}
