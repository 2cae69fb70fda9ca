package uk.mashhub.model.decision;

import java.util.Objects;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;

/**
 * The key of a view (ruling 4).
 *
 * @param perspective whose packet it is: the index child, or the adult for whom the reader acts
 */
public record ViewKey(
        EnquiryId enquiry,
        AreaCode area,
        TeamId team,
        Role role,
        PersonId perspective,
        Purpose purpose,
        Artefact artefact) {
    public ViewKey {
        Objects.requireNonNull(enquiry, "enquiry");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(perspective, "perspective");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(artefact, "artefact");
    }
}
