package uk.mashhub.match.weight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A model as JSON: weights, grades, hash of the corpus and seed, one line for each grade, so that two can be compared. */
public final class ModelFile {
    private static final String SHIPPED = "model.json";

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

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException if it is of another version, or a share is missing or out of bounds
     */
    public static Model read(String json) {
        // JSON is YAML 1.2 (YAML 1.2.2 section 1.2), so the reader of our configuration reads it.
        Map<?, ?> root = map(
                new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(json), "model");
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
