package uk.mashhub.match.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Names by group, each with its spellings; the first names of a list are drawn most often. */
final class FamilyNames {
    private final Map<String, Map<String, List<List<String>>>> groups = new LinkedHashMap<>();

    FamilyNames() {
        Map<String, List<List<String>>> lists = new LinkedHashMap<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("[")) {
                lists = new LinkedHashMap<>();
                groups.put(line.substring(1, line.length() - 1), lists);
            } else if (!line.startsWith("#") && !line.isBlank()) {
                String[] words = line.split(" ", -1);
                lists.put(
                        words[0],
                        Arrays.stream(words)
                                .skip(1)
                                .map(w -> List.of(w.split("=", -1)))
                                .toList());
            }
        }
    }

    List<String> groups() {
        return new ArrayList<>(groups.keySet());
    }

    /** A name with its spellings, the first the one in the register. */
    List<String> draw(String group, String list, Random random) {
        List<List<String>> names = Objects.requireNonNull(
                Objects.requireNonNull(groups.get(group), "a group of the file").get(list), "a list of the group");
        double low = random.nextDouble();
        return names.get((int) (low * Math.sqrt(low) * names.size()));
    }

    private static String text() {
        try (InputStream in = FamilyNames.class.getResourceAsStream("family-names.txt")) {
            return new String(
                    Objects.requireNonNull(in, "the names are in the jar").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
