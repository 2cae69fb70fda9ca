package uk.mashhub.hub.governance;

import java.util.EnumSet;
import java.util.Set;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.QuarantineRow;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

/**
 * Who may see what waits in quarantine: those who answer for the agency that sent it. What no agency is known to have sent
 * goes to the local authority's information governance lead (ruling 26).
 */
public final class QuarantineAccess {
    private static final Set<Role> ROLES = EnumSet.of(Role.AGENCY_LEAD, Role.DECISION_MAKER, Role.IG_LEAD);
    private static final String HUB = "hub";

    private final Partnership partnership;

    public QuarantineAccess(Partnership partnership) {
        this.partnership = partnership;
    }

    /** Whether the screen is there for a reader at all. */
    public static boolean open(Reader reader) {
        return ROLES.contains(reader.role());
    }

    /** Whether the body may be opened: by the sender's own agency alone, so never where the sender is not known. */
    boolean mayOpen(Reader reader, QuarantineRow row) {
        return !row.agency().value().equals(HUB) && may(reader, row);
    }

    boolean may(Reader reader, QuarantineRow row) {
        if (!open(reader)) {
            return false;
        }
        Area area = partnership.areaOf(row.principal()).orElse(reader.area());
        if (!area.code().equals(reader.area().code())) {
            return false;
        }
        return row.agency().value().equals(HUB)
                ? reader.role() == Role.IG_LEAD && reader.agency().sector() == Sector.LOCAL_AUTHORITY
                : row.agency().equals(reader.team().agency());
    }
}
