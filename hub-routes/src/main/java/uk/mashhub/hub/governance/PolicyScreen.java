package uk.mashhub.hub.governance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.storage.PolicySignature;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.decision.PolicyHash;

/** {@code /policy}: information governance leads propose, examine and sign policies. */
@Controller
class PolicyScreen {
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    private final PolicyDesk desk;
    private final RecordedDecisions recorded;
    private final Clock clock;

    PolicyScreen(PolicyDesk desk, RecordedDecisions recorded, Clock clock) {
        this.desk = desk;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** A proposal as a row. */
    public record Row(
            String id, String hash, String starts, String state, List<String> signers, boolean waits, boolean mine) {}

    @GetMapping("/policy")
    String policies(Reader reader, Model model) {
        allowed(reader);
        model.addAttribute("inForce", desk.inForce());
        model.addAttribute(
                "rows", desk.proposals().stream().map(p -> row(reader, p)).toList());
        return "policies";
    }

    @GetMapping("/policy/{id}")
    String examine(Reader reader, @PathVariable UUID id, Model model) {
        allowed(reader);
        PolicyDesk.Examined examined = desk.examine(id).orElseThrow(NotHere::new);
        model.addAttribute("e", examined);
        model.addAttribute("rehearsed", desk.rehearsed(examined.proposal()));
        model.addAttribute("starts", at(examined.proposal().startsAt(), reader));
        model.addAttribute("mine", signedBy(reader, examined.proposal().signatures()));
        return "policy";
    }

    @PostMapping("/policy/propose")
    String propose(
            Reader reader,
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String starts,
            RedirectAttributes next) {
        allowed(reader);
        Optional<Instant> startsAt;
        try {
            startsAt = starts.isBlank()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.parse(starts).atZone(zone(reader)).toInstant());
        } catch (DateTimeParseException e) {
            next.addFlashAttribute("refusal", "Give a day and a time, or leave it empty.");
            return "redirect:/policy";
        }
        if (startsAt.filter(s -> s.isBefore(clock.instant())).isPresent()) {
            next.addFlashAttribute("refusal", "Give a time that is still to come, or leave it empty.");
            return "redirect:/policy";
        }
        List<String> refusal =
                hash.isBlank() ? desk.proposeDraft(reader, startsAt) : desk.proposeAgain(reader, hash(hash), startsAt);
        if (refusal.isEmpty()) {
            next.addFlashAttribute("done", "done.PolicyProposed");
        } else {
            next.addFlashAttribute("refusal", refusal.get(0));
            next.addFlashAttribute("report", refusal.subList(1, refusal.size()));
        }
        return "redirect:/policy";
    }

    @PostMapping("/policy/{id}/sign")
    String sign(Reader reader, @PathVariable UUID id, @RequestParam String hash, RedirectAttributes next) {
        allowed(reader);
        Optional<String> refusal = desk.sign(reader, id, hash(hash));
        if (refusal.isPresent()) {
            next.addFlashAttribute("refusal", refusal.get());
        } else {
            next.addFlashAttribute("done", "done.PolicySigned");
        }
        return "redirect:/policy";
    }

    /** By POST: an export is an act, and no link or prefetch does it. */
    @PostMapping("/policy/recorded")
    void recorded(Reader reader, HttpServletResponse response) throws IOException {
        allowed(reader);
        response.setContentType("application/jsonl");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recorded.jsonl\"");
        recorded.export(reader, response.getOutputStream());
    }

    private Row row(Reader reader, PolicyDesk.Listed listed) {
        return new Row(
                listed.proposal().id().toString(),
                listed.proposal().hash().hex(),
                at(listed.proposal().startsAt(), reader),
                state(listed),
                listed.proposal().signatures().stream()
                        .map(s -> s.signer().toString())
                        .toList(),
                listed.waits(),
                signedBy(reader, listed.proposal().signatures()));
    }

    private String state(PolicyDesk.Listed listed) {
        if (listed.inForce()) {
            return "In force";
        }
        if (listed.waits()) {
            return "Waits for a second signature";
        }
        if (!listed.proposal().signed()) {
            return "Not signed; another took its place";
        }
        return listed.proposal().startsAt().isAfter(clock.instant())
                ? "Signed; still to start"
                : "Was in force, or replaced";
    }

    private static boolean signedBy(Reader reader, List<PolicySignature> signatures) {
        return signatures.stream().anyMatch(s -> s.signer().equals(reader.who().user()));
    }

    private static PolicyHash hash(String text) {
        try {
            return new PolicyHash(text);
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
    }

    private static String at(Instant at, Reader reader) {
        return MINUTE.format(at.atZone(zone(reader)));
    }

    private static ZoneId zone(Reader reader) {
        return reader.area().calendar().zone();
    }

    private static void allowed(Reader reader) {
        if (!PolicyDesk.open(reader)) {
            throw new NotHere();
        }
    }
}
