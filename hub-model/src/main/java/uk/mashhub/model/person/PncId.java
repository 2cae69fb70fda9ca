package uk.mashhub.model.person;

import java.time.Year;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Police National Computer id in its canonical form {@code yyyy/nnnnnnnL}. Short forms ({@code 03/11985X}) are
 * completed, with or without the slash. The letter is the two-digit year followed by the seven-digit serial, modulo 23.
 */
public record PncId(String value) implements PersonIdentifier {
    private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

    /** Without the slash, only a serial of full length can follow a four-digit year: 0273319Z is of 2002. */
    private static final Pattern FORM =
            Pattern.compile("((?:19|20)[0-9]{2}(?=/|[0-9]{7}[A-Z])|[0-9]{2})/?([0-9]{1,7})([A-Z])");

    public PncId {
        value = canonical(value);
    }

    private static String canonical(String raw) {
        Objects.requireNonNull(raw, "PNC id");
        Matcher m = FORM.matcher(raw.trim().toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            throw new IllegalArgumentException("not a valid PNC id");
        }
        String year = m.group(1);
        String serial = "0".repeat(7 - m.group(2).length()) + m.group(2);
        long number = Long.parseLong(year.substring(year.length() - 2) + serial);
        if (LETTERS.charAt((int) (number % 23)) != m.group(3).charAt(0)) {
            throw new IllegalArgumentException("not a valid PNC id");
        }
        return (year.length() == 4 ? year : century(year) + year) + "/" + serial + m.group(3);
    }

    /** Two-digit years of the PNC begin in 1940; later ones are of this century. */
    private static String century(String twoDigits) {
        return Year.parse("20" + twoDigits).getValue() < 2040 ? "20" : "19";
    }

    @Override
    public String toString() {
        return "PncId[not shown]";
    }
}
