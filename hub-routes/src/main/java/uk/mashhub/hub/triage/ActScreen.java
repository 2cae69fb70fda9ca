package uk.mashhub.hub.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.ViewId;

/** {@code POST /packet/{id}/act}: every form of the packet page and of its links page. Then back to where it was. */
@Controller
class ActScreen {
    private static final String LINK = "SettleLink";

    private final Acting acting;

    ActScreen(Acting acting) {
        this.acting = acting;
    }

    @PostMapping("/packet/{id}/act")
    String act(
            Reader reader,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Map<String, List<String>> fields = new HashMap<>(form);
        fields.remove("_csrf");
        ActId actId = actId(fields.remove("id"));
        Acting.Result result =
                acting.act(reader.who(), new ViewId(id), actId, ActForm.of(new FormFields(Map.copyOf(fields))));
        if (!result.found()) {
            throw new NotHere();
        }
        if (result.refusal().isPresent()) {
            next.addFlashAttribute("refusal", result.refusal().get());
            next.addFlashAttribute("typed", new Typed(fields));
        } else {
            next.addFlashAttribute("done", "done." + known(fields.getOrDefault("act", List.of())));
        }
        boolean link = fields.getOrDefault("act", List.of()).contains(LINK);
        // Another purpose is another view: the reader goes on where the packet is now, or to the queue if it is gone.
        return result.now()
                .map(now -> "redirect:/packet/" + now + (link ? "/links" : ""))
                .orElse("redirect:/");
    }

    /** A form without its id was not served by the hub. */
    static ActId actId(@org.jspecify.annotations.Nullable List<String> ids) {
        if (ids == null || ids.size() != 1) {
            throw new NotHere();
        }
        try {
            return ActId.of(ids.get(0));
        } catch (IllegalArgumentException e) {
            throw new NotHere();
        }
    }

    private static String known(List<String> act) {
        return act.isEmpty() ? "act" : act.get(0);
    }
}
