package uk.mashhub.hub.governance;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.account.AccountUnit;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;

/**
 * {@code /log/accounts}: a lead hands in that a person asks who was given what about them; {@code /accounts}: the named unit
 * reads it and answers.
 */
@Controller
public class AccountScreen {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);
    private static final String ASK = "redirect:/log/accounts";
    private static final String READ = "redirect:/accounts";

    private final SubjectAccounts accounts;

    AccountScreen(SubjectAccounts accounts) {
        this.accounts = accounts;
    }

    /** Whether a reader hands requests in. */
    public static boolean asks(Reader reader) {
        return LookupScreen.open(reader);
    }

    /** Whether a reader is of the unit that reads and answers them. */
    public static boolean reads(Reader reader) {
        return AccountUnit.is(reader.team(), reader.area());
    }

    /** The reason of a look; empty if there is none, or it is too long. */
    public static Optional<String> reason(String sent) {
        return Optional.of(sent.strip()).filter(r -> !r.isEmpty() && r.length() <= LookupScreen.LONGEST_REASON);
    }

    /** As a file to keep. */
    public static ResponseEntity<byte[]> file(byte[] bytes) {
        return LookupScreen.file("account.txt", new MediaType("text", "plain", StandardCharsets.UTF_8), bytes);
    }

    /** A request, as the page shows it. */
    public record Row(UUID id, String at) {}

    /** A line of an earlier account, as the page shows it. */
    public record Before(String at, String line, boolean gone) {}

    @GetMapping("/log/accounts")
    String page(Reader reader) {
        allowed(asks(reader));
        return "account-request";
    }

    @PostMapping("/log/accounts")
    String ask(Reader reader, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        allowed(asks(reader));
        Map<String, String> fields = new HashMap<>(sent);
        fields.keySet().retainAll(List.of("name", "born", "number", "themself", "identity", "reason"));
        try {
            accounts.ask(reader.who(), reader.area(), fields);
            next.addFlashAttribute("done", "done.AccountPrepared");
        } catch (NoSearch e) {
            return refused(ASK, e.words(), next);
        }
        return ASK;
    }

    @GetMapping("/accounts")
    String list(Reader reader, Model model) {
        allowed(reads(reader));
        ZoneId zone = reader.area().calendar().zone();
        model.addAttribute(
                "rows",
                accounts.waiting(reader.who(), reader.area()).stream()
                        .map(w -> new Row(w.id(), MINUTE.format(w.at().atZone(zone))))
                        .toList());
        return "accounts";
    }

    /** By POST: each look has a reason, and is logged. */
    @PostMapping("/accounts/{id}/open")
    String open(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next) {
        allowed(reads(reader));
        if (reason(reason).isEmpty()) {
            return refused(READ, "Say why you open it.", next);
        }
        SubjectAccounts.Opened opened =
                accounts.open(reader.who(), reader.area(), id, reason.strip()).orElseThrow(NotHere::new);
        ZoneId zone = reader.area().calendar().zone();
        model.addAttribute("a", opened);
        model.addAttribute(
                "before",
                opened.before().stream()
                        .map(b -> new Before(MINUTE.format(b.at().atZone(zone)), b.line(), b.gone()))
                        .toList());
        return "account";
    }

    @PostMapping("/accounts/{id}/release")
    String release(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String read,
            RedirectAttributes next) {
        allowed(reads(reader));
        try {
            UUID released =
                    accounts.release(reader.who(), reader.area(), id, read).orElseThrow(NotHere::new);
            next.addFlashAttribute("export", released.toString());
            next.addFlashAttribute("done", "done.AccountReleased");
        } catch (NoSearch e) {
            return refused(READ, e.words(), next);
        }
        return READ;
    }

    @PostMapping("/accounts/{id}/end")
    String end(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam SubjectAccounts.End how,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        allowed(reads(reader));
        if (reason(reason).isEmpty()) {
            return refused(READ, "Say why it ends so.", next);
        }
        allowed(accounts.end(reader.who(), reader.area(), id, how, reason.strip()));
        next.addFlashAttribute("done", "done.AccountEnded");
        return READ;
    }

    /** By POST: it is handed over once, and no prefetch takes it. */
    @PostMapping("/accounts/released/{id}")
    Object fetch(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
        allowed(reads(reader));
        SubjectAccounts.Fetched fetched =
                accounts.fetch(reader.who(), reader.area(), id).orElseThrow(NotHere::new);
        if (fetched.file().isEmpty()) {
            next.addFlashAttribute("export", id.toString());
            return refused(READ, "The log does not prove this account yet. Try again in a moment.", next);
        }
        return file(fetched.file().get());
    }

    private static String refused(String back, String why, RedirectAttributes next) {
        next.addFlashAttribute("refusal", why);
        return back;
    }

    private static void allowed(boolean is) {
        if (!is) {
            throw new NotHere();
        }
    }
}
