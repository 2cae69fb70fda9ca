package uk.mashhub.hub.triage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Days as people read them. */
final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String ISO = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern DAY_OR_PERIOD = Pattern.compile(ISO + "(/" + ISO + ")?|/" + ISO);

    private Days() {}

    /** {@code 3 July 2015} for a day of ISO 8601, {@code ... to ...} for two, {@code until ...} for an end alone; anything else as it is. */
    static String spoken(String text) {
        if (!DAY_OR_PERIOD.matcher(text).matches()) {
            return text;
        }
        try {
            if (text.startsWith("/")) {
                return "until " + DAY.format(LocalDate.parse(text.substring(1)));
            }
            return Arrays.stream(text.split("/", -1))
                    .map(day -> DAY.format(LocalDate.parse(day)))
                    .collect(Collectors.joining(" to "));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
