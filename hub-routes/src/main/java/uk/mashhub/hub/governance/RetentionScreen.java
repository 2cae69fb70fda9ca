package uk.mashhub.hub.governance;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.storage.AgeReviews;
import uk.mashhub.hub.triage.NotHere;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.id.EnquiryId;

/** {@code /retention}: what would go today and why the rest stays; holds, reviews, and erasures by two people. */
@Controller
class RetentionScreen {
    private static final int LONGEST_REASON = 4000;

    private final RetentionDesk desk;

    RetentionScreen(RetentionDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/retention")
    String retention(Reader reader, Model model) {
        allowed(reader);
        model.addAttribute("page", desk.page(reader));
        return "retention";
    }

    @PostMapping("/retention/holds")
    String hold(
            Reader reader,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "false") boolean everything,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        allowed(reader);
        if (reason.isBlank() || reason.length() > LONGEST_REASON || reference.isBlank() != everything) {
            return refused("Say why, and either the reference of an enquiry or that the hold is on everything.", next);
        }
        Optional<String> one = everything ? Optional.empty() : Optional.of(reference.strip());
        return said(desk.hold(reader, one, reason.strip()), "done.HoldPlaced", "There is no such enquiry.", next);
    }

    @PostMapping("/retention/holds/{id}/lift")
    String lift(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
        allowed(reader);
        boolean gone = desk.lift(reader, id).orElseThrow(NotHere::new);
        return said(true, gone ? "done.HoldLifted" : "done.HoldLiftSaid", "", next);
    }

    @PostMapping("/retention/reviews/{enquiry}")
    String review(
            Reader reader, @PathVariable UUID enquiry, @RequestParam AgeReviews.Word word, RedirectAttributes next) {
        allowed(reader);
        return said(
                desk.review(reader, new EnquiryId(enquiry), word),
                "done.Reviewed",
                "Somebody else has answered, or there is nothing to review.",
                next);
    }

    @PostMapping("/retention/erasures")
    String propose(Reader reader, @RequestParam String digest, RedirectAttributes next) {
        allowed(reader);
        return said(
                desk.propose(reader, digest),
                "done.ErasureProposed",
                "The plan has changed since you read it, or an erasure is under way.",
                next);
    }

    @PostMapping("/retention/erasures/{id}/approve")
    String approve(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
        allowed(reader);
        return said(
                desk.approve(reader, id), "done.ErasureApproved", "This is not for you to say, or it is gone.", next);
    }

    @PostMapping("/retention/erasures/{id}/withdraw")
    String withdraw(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
        allowed(reader);
        return said(desk.withdraw(reader, id), "done.ErasureWithdrawn", "It is under way or gone already.", next);
    }

    private static String said(boolean done, String words, String otherwise, RedirectAttributes next) {
        if (!done) {
            return refused(otherwise, next);
        }
        next.addFlashAttribute("done", words);
        return "redirect:/retention";
    }

    private static String refused(String why, RedirectAttributes next) {
        next.addFlashAttribute("refusal", why);
        return "redirect:/retention";
    }

    private static void allowed(Reader reader) {
        if (!RetentionDesk.open(reader)) {
            throw new NotHere();
        }
    }
}
