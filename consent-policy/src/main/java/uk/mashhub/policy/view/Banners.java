package uk.mashhub.policy.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.policy.fact.Safety;
import uk.mashhub.policy.fact.ViewPart;
import uk.mashhub.policy.json.Json;

/**
 * Warnings over a view, about listed people only. A protected person raises none: a banner is a sign. That somebody hides is
 * said over settled links alone; a risk to staff is warned of at once, because an officer may visit tonight (ruling 10).
 */
final class Banners {
    private static final List<SafetyFlag> SAFE =
            List.of(SafetyFlag.SAFE_ADDRESS, SafetyFlag.PDS_RESTRICTED, SafetyFlag.UNKNOWN);
    private final Reading reading;
    private final Roster roster;

    Banners(Reading reading, Roster roster) {
        this.reading = reading;
        this.roster = roster;
    }

    List<Json> all() {
        List<Json> banners = new ArrayList<>();
        if (reading.shows(ViewPart.SAFE_ADDRESS_BANNER)
                && anybody(p -> SAFE.stream().anyMatch(f -> safety().flaggedForSure(p, f)))) {
            banners.add(banner(
                    "SAFE_ADDRESS",
                    "Somebody here must not be found. Do not tell anyone outside this team where they live, go to school"
                            + " or are treated, and check every letter and call."));
        }
        if (reading.shows(ViewPart.RISK_TO_STAFF_BANNER)
                && anybody(p -> safety().flagged(p, SafetyFlag.RISK_TO_STAFF))) {
            banners.add(banner("RISK_TO_STAFF", "Somebody here is marked as a risk to staff. Do not visit alone."));
        }
        return banners;
    }

    private Safety safety() {
        return reading.scene().safety();
    }

    private boolean anybody(Predicate<PersonId> flagged) {
        return roster.people().stream().map(PacketPerson::id).anyMatch(flagged);
    }

    private static Json banner(String kind, String text) {
        return Json.object().put("kind", kind).put("text", text).line();
    }
}
