package uk.mashhub.adapter.council.cin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * What a code of the census means, in words, and what kind of information it is.
 *
 * @param known false for a code that no year of the census has
 */
record CinCode(String words, DataClass dataClass, Set<StatuteFlag> statutes, boolean known) {
    /** The code lists of the census that say something about people. */
    enum CodeList {
        REFERRAL_SOURCE("referral-source"),
        PRIMARY_NEED("primary-need"),
        CLOSURE("closure"),
        DISABILITY("disability"),
        ABUSE("abuse"),
        FACTOR("factor");

        private final String name;

        CodeList(String name) {
            this.name = name;
        }
    }

    private static final Map<String, CinCode> CODES = read();

    CinCode {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(dataClass, "dataClass");
        statutes = Set.copyOf(statutes);
    }

    /** The meaning of a code. One that is not known keeps its word and is of unknown kind, for a person to look at. */
    static CinCode of(CodeList list, String code) {
        CinCode known = CODES.get(list.name + "|" + code);
        return known == null ? new CinCode(code, DataClass.UNKNOWN, Set.of(), false) : known;
    }

    private static Map<String, CinCode> read() {
        try (InputStream in = Objects.requireNonNull(CinCode.class.getResourceAsStream("/council/cin-codes.psv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", 5))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0] + "|" + row[1], CinCode::of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CinCode of(String[] row) {
        Set<StatuteFlag> statutes = row[4].isEmpty() ? Set.of() : Set.of(StatuteFlag.valueOf(row[4]));
        return new CinCode(row[2], DataClass.valueOf(row[3]), statutes, true);
    }
}
