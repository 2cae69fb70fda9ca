package uk.mashhub.hub.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.mashhub.hub.storage.LogExportStore.Form;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.log.CanonicalJson;

/**
 * A search of the log as a file. The log commits to its content; the receipt comes behind that when it leaves. In a CSV
 * (RFC 4180) the content is everything before the last line, {@code "receipt"} and the receipt in base 64; in JSON it is the
 * member {@code content}, in its canonical form (RFC 8785).
 */
final class LookupFile {
    private static final String CRLF = "\r\n";
    private static final List<String> COLUMNS = List.of(
            "at",
            "act",
            "agent",
            "recipient",
            "purpose",
            "outcome",
            "policy",
            "share",
            "entry",
            "reference",
            "people",
            "source",
            "record",
            "kind",
            "given",
            "rules",
            "reason",
            "law");

    private LookupFile() {}

    /** The bytes that the log commits to. */
    static byte[] content(Form form, List<LookupDoor.Line> lines) {
        List<Map<String, String>> rows =
                lines.stream().flatMap(l -> rows(l).stream()).toList();
        if (form == Form.JSON) {
            return CanonicalJson.of(Map.of("rows", rows));
        }
        StringBuilder csv = new StringBuilder(line(COLUMNS));
        rows.forEach(row -> csv.append(
                line(COLUMNS.stream().map(c -> row.getOrDefault(c, "")).toList())));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The file, with its receipt. */
    static byte[] file(Form form, byte[] content, byte[] receipt) {
        String proof = Base64.getEncoder().encodeToString(receipt);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(form == Form.JSON ? "{\"content\":".getBytes(StandardCharsets.UTF_8) : new byte[0]);
        file.writeBytes(content);
        String rest = switch (form) {
            case JSON -> ",\"receipt\":\"" + proof + "\"}";
            case CSV -> line(List.of("receipt", proof));
        };
        file.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return file.toByteArray();
    }

    /** One row, or one for each of the owner's items of which it speaks. */
    private static List<Map<String, String>> rows(LookupDoor.Line line) {
        Map<String, String> row = new TreeMap<>(clear(line.row()));
        line.said().ifPresent(said -> {
            row.put("reference", said.reference());
            row.put("people", String.join("; ", said.people()));
        });
        List<LookupSaid.Line> items = line.said().map(LookupSaid::lines).orElse(List.of());
        if (items.isEmpty()) {
            return List.of(row);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (LookupSaid.Line item : items) {
            Map<String, String> one = new TreeMap<>(row);
            one.put("source", item.source());
            one.put("record", item.record());
            one.put("kind", item.kind());
            one.put("given", item.outcome());
            one.put("rules", String.join(" ", item.rules()));
            one.put("reason", item.reason());
            one.put("law", item.law());
            rows.add(one);
        }
        return rows;
    }

    private static Map<String, String> clear(LookupRow row) {
        return Map.of(
                "at", row.at().toString(),
                "act", row.act(),
                "agent", row.agent(),
                "recipient", row.recipient(),
                "purpose", row.purpose(),
                "outcome", row.outcome(),
                "policy", row.policy(),
                "share", row.share().name(),
                "entry", row.entry());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(LookupFile::cell).collect(Collectors.joining(",")) + CRLF;
    }

    /** A spreadsheet takes what begins with one of these for a formula (OWASP, CSV injection): a quote makes it a text. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
