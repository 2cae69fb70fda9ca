package uk.mashhub.hub.governance;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.LookupSaid;
import uk.mashhub.hub.audit.LookupSearch;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.storage.LogExportStore.Form;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.log.Act;
import uk.mashhub.model.vocabulary.Role;

/**
 * {@code /log}: information governance leads look things up in the disclosure log (ruling 13). Searches are sent as forms, so
 * that no address names anybody; content shows for whoever gives a reason.
 */
@Controller
public class LookupScreen {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.UK);
    /** The longest reason that anybody gives. */
    public static final int LONGEST_REASON = 400;

    private static final int SHORT_HASH = 12;

    private final LookupDoor door;
    private final LookupExports exports;

    LookupScreen(LookupDoor door, LookupExports exports) {
        this.door = door;
        this.exports = exports;
    }

    /** Whether the log is there for a reader. */
    public static boolean open(Reader reader) {
        return reader.role() == Role.IG_LEAD;
    }

    /** A line as a row of the page. */
    public record Row(
            String at,
            String act,
            String agent,
            String recipient,
            String purpose,
            String outcome,
            String policy,
            String share,
            String entry,
            List<String> people,
            List<LookupSaid.Line> lines) {}

    @GetMapping("/log")
    String page(Reader reader, Model model) {
        allowed(reader);
        return form(reader, model, Map.of(), "");
    }

    @PostMapping("/log")
    String search(
            Reader reader,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        allowed(reader);
        Map<String, String> fields = fields(sent);
        try {
            LookupDoor.Page page = door.search(reader.who(), reader.area(), LookupSearch.of(fields), reason(reason));
            model.addAttribute(
                    "rows",
                    page.lines().stream().map(l -> row(l, reader.area())).toList());
            model.addAttribute("next", page.next().orElse(""));
            model.addAttribute("masked", reason(reason).isEmpty());
        } catch (NoSearch e) {
            model.addAttribute("refusal", e.words());
        }
        return form(reader, model, fields, reason);
    }

    @PostMapping("/log/export")
    String export(
            Reader reader,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "CSV") String form,
            RedirectAttributes next) {
        allowed(reader);
        Optional<Form> as = Stream.of(Form.CSV, Form.JSON)
                .filter(f -> f.name().equals(form))
                .findFirst();
        if (reason(reason).isEmpty() || as.isEmpty()) {
            next.addFlashAttribute("refusal", "Say why you take this away, and as what.");
            return "redirect:/log";
        }
        Map<String, String> fields = fields(sent);
        fields.remove("after");
        try {
            UUID id = exports.begin(reader.who(), reader.area(), LookupSearch.of(fields), reason.strip(), as.get());
            next.addFlashAttribute("done", "done.LogExport");
            next.addFlashAttribute("export", id.toString());
        } catch (NoSearch e) {
            next.addFlashAttribute("refusal", e.words());
        }
        return "redirect:/log";
    }

    /** By POST: it is handed over once, and no prefetch takes it. */
    @PostMapping("/log/exports/{id}")
    Object fetch(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
        allowed(reader);
        LookupExports.Fetched fetched = exports.fetch(reader.who(), id).orElseThrow(NotHere::new);
        if (fetched.file().isEmpty()) {
            next.addFlashAttribute("refusal", "The log does not prove this export yet. Try again in a moment.");
            next.addFlashAttribute("export", id.toString());
            return "redirect:/log";
        }
        return file(fetched.form(), fetched.file().get());
    }

    /** As a file to keep, never to be shown by the browser. */
    public static ResponseEntity<byte[]> file(Form form, byte[] bytes) {
        MediaType type = switch (form) {
            case CSV -> new MediaType("text", "csv", StandardCharsets.UTF_8);
            case JSON -> MediaType.APPLICATION_JSON;
        };
        String name = switch (form) {
            case CSV -> "disclosure-log.csv";
            case JSON -> "disclosure-log.json";
        };
        return file(name, type, bytes);
    }

    static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }

    private static String form(Reader reader, Model model, Map<String, String> fields, String reason) {
        Map<String, String> all = new HashMap<>();
        LookupSearch.FIELDS.forEach(f -> all.put(f, fields.getOrDefault(f, "")));
        model.addAttribute("f", all);
        model.addAttribute("reason", reason);
        model.addAttribute("teams", reader.area().teams());
        model.addAttribute("acts", Arrays.stream(Act.values()).map(Enum::name).toList());
        return "log";
    }

    private static Map<String, String> fields(Map<String, String> sent) {
        Map<String, String> fields = new HashMap<>(sent);
        fields.keySet().retainAll(LookupSearch.FIELDS);
        return fields;
    }

    private static Optional<String> reason(String text) {
        return Optional.of(text.strip()).filter(r -> !r.isEmpty() && r.length() <= LONGEST_REASON);
    }

    private static Row row(LookupDoor.Line line, Area area) {
        LookupRow row = line.row();
        ZoneId zone = area.calendar().zone();
        return new Row(
                SECOND.format(row.at().atZone(zone)),
                row.act(),
                row.agent(),
                name(area, row.recipient()),
                row.purpose(),
                row.outcome(),
                row.policy().length() > SHORT_HASH ? row.policy().substring(0, SHORT_HASH) : "",
                row.share().name(),
                row.entry(),
                line.said().map(LookupSaid::people).orElse(List.of()),
                line.said().map(LookupSaid::lines).orElse(List.of()));
    }

    private static String name(Area area, String recipient) {
        return area.teams().stream()
                .filter(t -> t.id().value().equals(recipient))
                .map(Team::name)
                .findFirst()
                .orElse(recipient);
    }

    private static void allowed(Reader reader) {
        if (!open(reader)) {
            throw new NotHere();
        }
    }
}
