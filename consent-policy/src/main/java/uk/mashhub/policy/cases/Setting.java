package uk.mashhub.policy.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.Sector;

/**
 * What the cases of a folder share: an invented area with its agencies, the teams that read, and families.
 *
 * @param day on which a case is decided unless it says another
 * @param teams by their id
 * @param families by name
 */
record Setting(
        AreaCode area,
        LocalDate day,
        Map<String, Agency> agencies,
        Map<String, Audience> teams,
        Map<String, Family> families) {

    /** An agency: what people call it, whom to ring, and its systems, the first of them the one usually meant. */
    record Agency(String id, String name, Sector sector, String contact, List<SourceId> sources) {}

    Setting {
        agencies = Map.copyOf(agencies);
        teams = Map.copyOf(teams);
        families = Map.copyOf(families);
    }
}
