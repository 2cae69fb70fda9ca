package uk.mashhub.match.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Which column of a file holds what: a YAML file of {@code entry: column} or {@code entry: [column, column]}, whose values
 * are put together with spaces.
 */
public final class FieldMap {
    /** Entries that name columns. */
    static final Set<String> COLUMNS = Set.of(
            "id",
            "source",
            "group",
            "forename",
            "surname",
            "name",
            "alias",
            "born",
            "bornAccuracy",
            "sex",
            "postcode",
            "street",
            "place",
            "phone",
            "email",
            "work",
            "school",
            "mother",
            "uprn",
            "nhsNumber",
            "upn",
            "pncId",
            "crn",
            "localId",
            "statute",
            "left",
            "right",
            "score");

    /** Entries that are no columns. */
    private static final Set<String> SETTINGS = Set.of("truthPattern", "bornFormat");

    /** In which order a date of birth is written; the first unless the map says otherwise. */
    private static final List<String> FORMATS = List.of("ymd", "dmy");

    private final Map<String, List<String>> columns;
    private final Optional<Pattern> truthPattern;
    private final String bornFormat;

    private FieldMap(Map<String, List<String>> columns, Optional<Pattern> truthPattern, String bornFormat) {
        this.columns = columns;
        this.truthPattern = truthPattern;
        this.bornFormat = bornFormat;
    }

    /**
     * Reads a map.
     *
     * @throws BadInput if it is not such a map, or has an entry that is not known
     */
    public static FieldMap read(Path file) {
        try {
            return of(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new BadInput(file.getFileName() + ": it cannot be read");
        }
    }

    static FieldMap of(String yaml, String file) {
        Object root;
        try {
            root = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new BadInput(file + ": it is not YAML, or says something twice");
        }
        if (!(root instanceof Map<?, ?> entries)) {
            throw new BadInput(file + ": a map of entries is wanted");
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            String entry = String.valueOf(key);
            if (COLUMNS.contains(entry)) {
                columns.put(
                        entry,
                        value instanceof List<?> many
                                ? many.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(value)));
            } else if (!SETTINGS.contains(entry)) {
                throw new BadInput(file + ": '" + entry + "' is no entry of a map");
            }
        });
        return new FieldMap(
                columns, pattern(entries.get("truthPattern"), file), format(entries.get("bornFormat"), file));
    }

    private static String format(@org.jspecify.annotations.Nullable Object said, String file) {
        String format = said == null ? FORMATS.get(0) : String.valueOf(said);
        if (!FORMATS.contains(format)) {
            throw new BadInput(file + ": bornFormat is one of " + String.join(", ", FORMATS));
        }
        return format;
    }

    private static Optional<Pattern> pattern(@org.jspecify.annotations.Nullable Object text, String file) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Pattern pattern = Pattern.compile(String.valueOf(text));
            if (pattern.matcher("").groupCount() == 1) {
                return Optional.of(pattern);
            }
        } catch (PatternSyntaxException e) {
            // Refused below, with the same words.
        }
        throw new BadInput(file + ": truthPattern must be a regular expression with one group");
    }

    /** Whether a day is written before its month. */
    boolean dayFirst() {
        return bornFormat.equals("dmy");
    }

    boolean names(String entry) {
        return columns.containsKey(entry);
    }

    /** The values of an entry in a row, put together; empty where the map does not name it. */
    String value(CsvRecords.Row row, String entry) {
        return String.join(
                " ",
                columns.getOrDefault(entry, List.of()).stream()
                        .map(row::value)
                        .filter(v -> !v.isEmpty())
                        .toList());
    }

    /** The key that records of one person share: the group of the pattern, or the whole text where there is none. */
    String truth(String text) {
        return truthPattern
                .map(p -> {
                    var matcher = p.matcher(text);
                    return matcher.matches() ? matcher.group(1) : text;
                })
                .orElse(text);
    }

    /** Refuses a file that lacks a column of these entries. */
    void check(CsvRecords records, String file, Set<String> entries) {
        columns.forEach((entry, named) -> {
            if (entries.contains(entry)) {
                named.forEach(column -> check(records, file, column));
            }
        });
    }

    /** Refuses a file that lacks a column of any entry but these. */
    void checkAllBut(CsvRecords records, String file, Set<String> entries) {
        columns.forEach((entry, named) -> {
            if (!entries.contains(entry)) {
                named.forEach(column -> check(records, file, column));
            }
        });
    }

    private static void check(CsvRecords records, String file, String column) {
        if (!records.header().contains(column)) {
            throw new BadInput(file + ": line 1: the map's column '" + column + "' is missing");
        }
    }
}
