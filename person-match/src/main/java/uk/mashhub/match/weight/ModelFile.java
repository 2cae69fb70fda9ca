package uk.mashhub.match.weight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A model as JSON: weights, grades, hash of the corpus and seed, one line for each grade, so that two can be compared. With
 * it may stand how common each value is. Values that few share are not written: they would tell of single people, and how
 * rare they are is said by their absence.
 */
public final class ModelFile {
    private static final String SHIPPED = "model.json";

    /** As many records share a value that is written. */
    private static final int SHARED = 10;

    private ModelFile() {}

    /** The model that this release ships. */
    public static Model shipped() {
        try (InputStream in = ModelFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the model is missing from the jar");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names a model by all that it weighs with: version of its grades, and 64 bits of the SHA-256 of its text, in hex. */
    public static String version(Model model) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text(model).getBytes(StandardCharsets.UTF_8));
            return model.version() + "-" + HexFormat.of().formatHex(digest, 0, Long.BYTES);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has SHA-256 (java.security.MessageDigest, standard algorithms).
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /**
     * Reads a model with how common each value is; a file that does not say so knows nothing of that.
     *
     * @throws IllegalArgumentException as {@link #read}
     */
    public static Weigher weigher(String json) {
        Map<?, ?> root = root(json);
        Map<Field, Map<String, Integer>> counts = new EnumMap<>(Field.class);
        Map<Field, Integer> totals = new EnumMap<>(Field.class);
        if (root.get("frequencies") != null) {
            map(root.get("frequencies"), "frequencies").forEach((name, of) -> {
                Field field = Field.valueOf(String.valueOf(name));
                Map<?, ?> known = map(of, "frequencies");
                totals.put(field, (int) number(known.get("records"), "records"));
                Map<String, Integer> common = new HashMap<>();
                map(known.get("common"), "common")
                        .forEach((value, n) -> common.put(String.valueOf(value), (int) number(n, "common")));
                counts.put(field, common);
            });
        }
        return new Weigher(read(json), counts.isEmpty() ? Frequencies.NONE : Frequencies.counted(counts, totals));
    }

    /** Writes a model with how common each value is. */
    public static String text(Weigher weigher) {
        String model = text(weigher.model());
        List<String> fields = new ArrayList<>();
        weigher.frequencies().common(SHARED).forEach((field, of) -> {
            List<String> values = new ArrayList<>();
            of.forEach((value, n) -> values.add("        \"" + value + "\": " + n));
            fields.add("    \"" + field + "\": {\n      \"records\": "
                    + weigher.frequencies().total(field) + ",\n      \"common\": {\n" + String.join(",\n", values)
                    + "\n      }\n    }");
        });
        String end = "\n}\n";
        return fields.isEmpty()
                ? model
                : model.substring(0, model.length() - end.length()) + ",\n  \"frequencies\": {\n"
                        + String.join(",\n", fields) + "\n  }" + end;
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException if it is of another version, or a share is missing or out of bounds
     */
    public static Model read(String json) {
        Map<?, ?> root = root(json);
        Map<Field, double[]> m = new EnumMap<>(Field.class);
        Map<Field, double[]> u = new EnumMap<>(Field.class);
        Map<?, ?> fields = map(root.get("fields"), "fields");
        for (Field field : Field.values()) {
            Map<?, ?> grades = map(fields.get(field.name()), field.name());
            m.put(field, shares(grades, field, "m"));
            u.put(field, shares(grades, field, "u"));
        }
        return new Model(
                String.valueOf(root.get("version")),
                String.valueOf(root.get("corpus")),
                (long) number(root.get("seed"), "seed"),
                number(root.get("matchShare"), "matchShare"),
                number(root.get("certain"), "certain"),
                number(root.get("review"), "review"),
                m,
                u);
    }

    /** Writes a model; reading it gives the same model to ten digits. */
    public static String text(Model model) {
        List<String> fields = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> grades = new ArrayList<>();
            for (int i = 0; i < field.grades().size(); i++) {
                grades.add(String.format(
                        Locale.ROOT,
                        "      \"%s\": {\"m\": %.10g, \"u\": %.10g, \"bits\": %.2f}",
                        field.grades().get(i),
                        model.m(field, i),
                        model.u(field, i),
                        model.bits(field, i)));
            }
            fields.add("    \"" + field + "\": {\n" + String.join(",\n", grades) + "\n    }");
        }
        return String.format(
                        Locale.ROOT,
                        "{%n  \"version\": \"%s\",%n  \"corpus\": \"%s\",%n  \"seed\": %d,%n  \"matchShare\": %.10g,%n"
                                + "  \"certain\": %s,%n  \"review\": %s,%n  \"fields\": {%n",
                        model.version(),
                        model.corpus(),
                        model.seed(),
                        model.matchShare(),
                        model.certain(),
                        model.review())
                + String.join(",\n", fields)
                + "\n  }\n}\n";
    }

    private static Map<?, ?> root(String json) {
        // JSON is YAML 1.2 (YAML 1.2.2 section 1.2), so the reader of our configuration reads it. A million values are
        // more than its reader takes unless told.
        return map(
                new Load(LoadSettings.builder()
                                .setAllowDuplicateKeys(false)
                                .setCodePointLimit(Integer.MAX_VALUE)
                                .build())
                        .loadFromString(json),
                "model");
    }

    private static double[] shares(Map<?, ?> grades, Field field, String which) {
        return field.grades().stream()
                .mapToDouble(g ->
                        number(map(grades.get(g.name()), field + " " + g).get(which), field + " " + g))
                .toArray();
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("the model says nothing of " + what);
    }

    private static double number(@org.jspecify.annotations.Nullable Object value, String what) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("no number is given for " + what);
    }
}
