package uk.mashhub.match.tool;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180) in UTF-8. Spaces around headers and values are trimmed. A row with too many or too few columns is
 * left out and named, because to guess which is missing would shift one person's values to another field.
 *
 * @param file its name
 * @param header names of the columns
 * @param problems rows that were left out
 */
public record CsvRecords(String file, List<String> header, List<Row> rows, List<Problem> problems) {
    public CsvRecords {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** One row, by column. */
    public record Row(long line, Map<String, String> values) {
        public Row {
            values = Map.copyOf(values);
        }

        /** The value of a column; empty where the row holds nothing. */
        public String value(String column) {
            return values.getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return "Row[line " + line + "]";
        }
    }

    /**
     * Reads a file.
     *
     * @throws BadInput if it is not UTF-8, has no header, names a column twice, or quotes are open
     */
    public static CsvRecords read(Path file) {
        String name = String.valueOf(file.getFileName());
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setTrim(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text(file, name)), format)) {
            return read(parser, name);
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(name + ": it is not CSV, or a quotation mark is left open");
        }
    }

    private static CsvRecords read(CSVParser parser, String file) {
        List<String> header = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (CSVRecord record : parser) {
            long line = parser.getCurrentLineNumber();
            if (header.isEmpty()) {
                header.addAll(header(record, file));
            } else if (record.size() != header.size()) {
                problems.add(new Problem(file, line, record.size() + " columns, not " + header.size() + "; left out"));
            } else {
                rows.add(row(header, record, line));
            }
        }
        if (header.isEmpty()) {
            throw new BadInput(file + ": it is empty");
        }
        return new CsvRecords(file, header, rows, problems);
    }

    private static List<String> header(CSVRecord first, String file) {
        List<String> names = first.stream().map(String::trim).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty() || !seen.add(names.get(i))) {
                String what = names.get(i).isEmpty() ? " has no name" : " has the name of an earlier one";
                throw new BadInput(file + ": line 1: column " + (i + 1) + what);
            }
        }
        return names;
    }

    private static Row row(List<String> header, CSVRecord record, long line) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), record.get(i));
        }
        return new Row(line, values);
    }

    private static String text(Path file, String name) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                throw new BadInput(name + ": line " + firstBadLine(bytes) + ": it is not UTF-8");
            }
        } catch (IOException e) {
            throw new BadInput(name + ": it cannot be read");
        }
    }

    private static long firstBadLine(byte[] bytes) {
        long line = 1;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (!utf8(bytes, from, i)) {
                    return line;
                }
                from = i + 1;
                line++;
            }
        }
        return line;
    }

    private static boolean utf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
