package uk.mashhub.hub.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.hub.api.Admission;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.ActId;

/** {@code /contact/new}: somebody rings; a person writes down what they say. */
@Controller
class ContactScreen {
    private final PhoneContacts contacts;
    private final RandomSource random;

    ContactScreen(PhoneContacts contacts, RandomSource random) {
        this.contacts = contacts;
        this.random = random;
    }

    @GetMapping("/contact/new")
    String form(Reader reader, Model model) {
        if (!PhoneContacts.open(reader)) {
            throw new NotHere();
        }
        model.addAttribute("fresh", new FreshIds(random));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Typed.NOTHING);
        }
        return "contact";
    }

    @PostMapping("/contact/new")
    String record(Reader reader, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next) {
        if (!PhoneContacts.open(reader)) {
            throw new NotHere();
        }
        Map<String, List<String>> fields = new HashMap<>(form);
        fields.remove("_csrf");
        fields.remove("act");
        ActId id = ActScreen.actId(fields.remove("id"));
        Optional<String> refusal = refusal(reader, id, fields);
        if (refusal.isEmpty()) {
            next.addFlashAttribute("done", "done.Contact");
            return "redirect:/";
        }
        fields.put("act", List.of("Contact"));
        next.addFlashAttribute("refusal", refusal.get());
        next.addFlashAttribute("typed", new Typed(fields));
        return "redirect:/contact/new";
    }

    private Optional<String> refusal(Reader reader, ActId id, Map<String, List<String>> fields) {
        try {
            return contacts.record(reader, id, new ContactForm(new FormFields(fields)))
                    .flatMap(ContactScreen::words);
        } catch (NotAllowed e) {
            return Optional.of(e.reason());
        }
    }

    private static Optional<String> words(Admission said) {
        if (said instanceof Admission.Accepted) {
            return Optional.empty();
        }
        if (said instanceof Admission.Closed) {
            return Optional.of("The hub cannot take this now. Use the paper form and ring the front door.");
        }
        return Optional.of("The hub could not read this contact. Change it, or use the paper form.");
    }
}
