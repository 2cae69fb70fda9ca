package uk.mashhub.hub.governance;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;

/** {@code /log/accounts}: one lead prepares a person's account of who was given what about them, another releases it. */
@Controller
class AccountScreen {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);

    private final SubjectAccounts accounts;

    AccountScreen(SubjectAccounts accounts) {
        this.accounts = accounts;
    }

    /** One that waits, as the page shows it. */
    public record Row(UUID id, String at, boolean own, String reason, String text) {}

    @GetMapping("/log/accounts")
    String page(Reader reader, Model model) {
        allowed(reader);
        ZoneId zone = reader.area().calendar().zone();
        List<Row> rows = accounts.waiting(reader.who(), reader.area()).stream()
                .map(w -> new Row(w.id(), MINUTE.format(w.at().atZone(zone)), w.own(), w.reason(), w.text()))
                .toList();
        model.addAttribute("rows", rows);
        return "accounts";
    }

    @PostMapping("/log/accounts")
    String prepare(
            Reader reader,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean themself,
            RedirectAttributes next) {
        allowed(reader);
        if (!themself || reason.isBlank() || reason.length() > LookupScreen.LONGEST_REASON) {
            return refused("Say why, and that the person asks for themself and has shown who they are.", next);
        }
        Map<String, String> fields = new HashMap<>(sent);
        fields.keySet().retainAll(List.of("name", "born", "number"));
        try {
            accounts.prepare(reader.who(), reader.area(), fields, reason.strip());
            next.addFlashAttribute("done", "done.AccountPrepared");
        } catch (NoSearch e) {
            return refused(e.words(), next);
        }
        return "redirect:/log/accounts";
    }

    @PostMapping("/log/accounts/{id}/release")
    String release(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
        allowed(reader);
        try {
            UUID released = accounts.release(reader.who(), reader.area(), id).orElseThrow(NotHere::new);
            next.addFlashAttribute("export", released.toString());
            next.addFlashAttribute("done", "done.AccountReleased");
        } catch (NoSearch e) {
            return refused(e.words(), next);
        }
        return "redirect:/log/accounts";
    }

    /** By POST: it is handed over once, and no prefetch takes it. */
    @PostMapping("/log/accounts/released/{id}")
    Object fetch(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
        allowed(reader);
        LookupExports.Fetched fetched =
                accounts.fetch(reader.who(), reader.area(), id).orElseThrow(NotHere::new);
        if (fetched.file().isEmpty()) {
            next.addFlashAttribute("export", id.toString());
            return refused("The log does not prove this account yet. Try again in a moment.", next);
        }
        return LookupScreen.file(fetched.form(), fetched.file().get());
    }

    private static String refused(String why, RedirectAttributes next) {
        next.addFlashAttribute("refusal", why);
        return "redirect:/log/accounts";
    }

    private static void allowed(Reader reader) {
        if (!LookupScreen.open(reader)) {
            throw new NotHere();
        }
    }
}
