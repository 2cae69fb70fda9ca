package uk.mashhub.hub.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Views of one referral for several audiences, side by side in a terminal. */
final class SideBySide {
    private static final int WIDTH = 52;

    void print(PrintStream out, Map<String, JsonNode> views) {
        List<List<String>> columns = new ArrayList<>();
        views.forEach((reader, view) -> columns.add(column(reader, view)));
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        out.println();
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            for (List<String> column : columns) {
                String cell = row < column.size() ? column.get(row) : "";
                line.append(cell).append(" ".repeat(WIDTH - cell.length())).append(" | ");
            }
            out.println(line.toString().stripTrailing());
        }
        out.println();
    }

    private static List<String> column(String reader, JsonNode view) {
        List<String> lines = new ArrayList<>();
        wrap(
                lines,
                "",
                reader.toUpperCase(java.util.Locale.ROOT) + " sees "
                        + view.path("reference").asString());
        wrap(
                lines,
                "",
                view.path("purpose").asString() + ", " + view.path("rating").asString() + ", "
                        + view.path("stage").asString());
        lines.add("-".repeat(WIDTH));
        view.path("banners").forEach(b -> wrap(lines, "! ", b.path("text").asString()));
        view.path("people")
                .forEach(p ->
                        wrap(lines, "* ", p.path("name").asString("(name withheld)") + " " + words(p.path("roles"))));
        for (JsonNode line : view.path("chronology")) {
            wrap(
                    lines,
                    "- ",
                    line.path("when").asString("") + " " + line.path("title").asString() + ": " + fields(line) + " ["
                            + line.path("outcome").asString() + ", " + sources(line) + "]");
        }
        view.path("withheld").forEach(w -> wrap(lines, "x ", w.path("text").asString()));
        lines.add("");
        view.path("agencies")
                .forEach(a -> wrap(
                        lines,
                        "  ",
                        a.path("name").asString() + ": " + a.path("text").asString()));
        view.path("gaps").forEach(g -> wrap(lines, "? ", g.asString()));
        return lines;
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(w -> words.add(w.asString()));
        return words.toString();
    }

    private static String fields(JsonNode line) {
        List<String> all = new ArrayList<>();
        line.path("fields")
                .forEach(f -> all.add(
                        f.path("label").asString() + " " + f.path("value").asString()));
        line.path("redacted").forEach(r -> all.add("(" + r.asString() + " removed)"));
        return String.join("; ", all);
    }

    private static String sources(JsonNode line) {
        List<String> all = new ArrayList<>();
        line.path("sources").forEach(s -> all.add(s.path("owner").asString()));
        return String.join(" + ", all);
    }

    private static void wrap(List<String> lines, String lead, String text) {
        String rest = lead + text.replaceAll("\\s+", " ");
        while (rest.length() > WIDTH) {
            int cut = rest.lastIndexOf(' ', WIDTH);
            int at = cut > lead.length() ? cut : WIDTH;
            lines.add(rest.substring(0, at));
            rest = " ".repeat(lead.length()) + rest.substring(at).strip();
        }
        lines.add(rest);
    }
}
