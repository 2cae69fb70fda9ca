package uk.mashhub.hub.triage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person had typed into a form that was refused, so that nobody types a rationale twice. Shown once, on the next
 * page, to the same session.
 */
public final class Typed {
    /** Nothing was refused. */
    public static final Typed NOTHING = new Typed(Map.of());

    /** Fields that tell one form of an act from another on the same page. */
    private static final List<String> ABOUT = List.of("line", "link", "child");

    private final Map<String, List<String>> fields;

    @JsonCreator
    Typed(@JsonProperty("fields") Map<String, List<String>> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** Plain maps and lists: it waits in the session, where only those are read back. */
    @JsonProperty("fields")
    private Map<String, List<String>> kept() {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        fields.forEach((name, values) -> kept.put(name, new ArrayList<>(values)));
        return kept;
    }

    /** What stood in a field of the form for this act (and, where there is one for each line, link or child, for this one). */
    public String text(String act, String line, String field) {
        return same(act, line) ? first(field) : "";
    }

    /** Whether a choice was made in that form. */
    public boolean chosen(String act, String line, String field, Object choice) {
        return same(act, line) && fields.getOrDefault(field, List.of()).contains(String.valueOf(choice));
    }

    /** Whether it was this form. */
    public boolean same(String act, String line) {
        return first("act").equals(act) && (line.isEmpty() || ABOUT.stream().anyMatch(f -> first(f).equals(line)));
    }

    private String first(String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    @Override
    public String toString() {
        return "Typed";
    }
}
