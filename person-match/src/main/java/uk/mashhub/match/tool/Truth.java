package uk.mashhub.match.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import uk.mashhub.match.weight.Profile;

/** Who is who, as others have said: a key for each record, or a label for some pairs. */
final class Truth {
    private final Map<String, String> person = new HashMap<>();
    private final Map<String, Boolean> labels = new HashMap<>();
    private final boolean labelled;

    private Truth(boolean labelled) {
        this.labelled = labelled;
    }

    static Truth of(String columnOrFile, FieldMap map, Records records) {
        Path file = Path.of(columnOrFile);
        boolean labelled = Files.isRegularFile(file);
        Truth truth = new Truth(labelled);
        if (labelled) {
            truth.read(CsvRecords.read(file), map, columnOrFile);
        } else {
            truth.read(columnOrFile, map, records);
        }
        return truth;
    }

    private void read(String column, FieldMap map, Records records) {
        records.rows().forEach((id, row) -> {
            if (!row.values().containsKey(column)) {
                throw new BadInput(
                        "the records have no column '" + column + "' for the truth, and no file has that name");
            }
            person.put(id, map.truth(row.value(column)));
        });
    }

    private void read(CsvRecords labelsFile, FieldMap map, String file) {
        if (!map.names("left") || !map.names("right") || !map.names("score")) {
            throw new BadInput(file + ": the map must name the columns left, right and score of the labels");
        }
        map.check(labelsFile, file, java.util.Set.of("left", "right", "score"));
        for (CsvRecords.Row row : labelsFile.rows()) {
            labels.put(key(map.value(row, "left"), map.value(row, "right")), yes(map.value(row, "score")));
        }
    }

    static boolean yes(String text) {
        return text.equalsIgnoreCase("true") || text.equals("1") || text.equals("1.0");
    }

    /** Whether two records are of one person; empty where nobody has said. */
    Optional<Boolean> same(Profile a, Profile b) {
        if (labelled) {
            return Optional.ofNullable(labels.get(key(a.id(), b.id())));
        }
        return Optional.of(person.getOrDefault(a.id(), a.id()).equals(person.getOrDefault(b.id(), b.id())));
    }

    /** How many pairs of one person there are at all. */
    long truePairs(List<Profile> records, boolean across) {
        if (labelled) {
            return labels.values().stream().filter(v -> v).count();
        }
        long[] count = new long[1];
        eachTruePair(records, (a, b) -> count[0] += across && a.source().equals(b.source()) ? 0 : 1);
        return count[0];
    }

    /** Every pair of one person; none where only some pairs are labelled. */
    void eachTruePair(List<Profile> records, BiConsumer<Profile, Profile> reader) {
        Map<String, List<Profile>> byPerson = new HashMap<>();
        if (!labelled) {
            records.forEach(p -> byPerson.computeIfAbsent(person.getOrDefault(p.id(), p.id()), k -> new ArrayList<>())
                    .add(p));
        }
        for (List<Profile> of : byPerson.values()) {
            for (int i = 0; i < of.size(); i++) {
                for (int j = i + 1; j < of.size(); j++) {
                    reader.accept(of.get(i), of.get(j));
                }
            }
        }
    }

    private static String key(String a, String b) {
        return a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
    }
}
