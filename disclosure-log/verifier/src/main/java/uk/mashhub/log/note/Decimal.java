package uk.mashhub.log.note;

import java.util.Optional;
import java.util.regex.Pattern;

/** A size or an index as C2SP writes it: ASCII digits without leading zeroes. */
public final class Decimal {
    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Decimal() {}

    /** The number, below 10^18; empty if the text is spelt in any other way. */
    public static Optional<Long> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
