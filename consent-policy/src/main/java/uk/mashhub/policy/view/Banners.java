package uk.mashhub.policy.view;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.policy.fact.ViewPart;
import uk.mashhub.policy.json.Json;

/**
 * Warnings over a view, about listed people only. A protected person raises none, nor does a record that only may be
 * somebody's: a banner is a sign.
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
        if (reading.shows(ViewPart.SAFE_ADDRESS_BANNER) && anybody(SAFE)) {
            banners.add(banner(
                    "SAFE_ADDRESS",
                    "Somebody here must not be found. Do not tell anyone outside this team where they live, go to school"
                            + " or are treated, and check every letter and call."));
        }
        if (reading.shows(ViewPart.RISK_TO_STAFF_BANNER) && anybody(List.of(SafetyFlag.RISK_TO_STAFF))) {
            banners.add(banner("RISK_TO_STAFF", "Somebody here is marked as a risk to staff. Do not visit alone."));
        }
        return banners;
    }

    private boolean anybody(List<SafetyFlag> flags) {
        return roster.people().stream()
                .map(PacketPerson::id)
                .anyMatch(p ->
                        flags.stream().anyMatch(f -> reading.scene().safety().flaggedForSure(p, f)));
    }

    private static Json banner(String kind, String text) {
        return Json.object().put("kind", kind).put("text", text).line();
    }
}
