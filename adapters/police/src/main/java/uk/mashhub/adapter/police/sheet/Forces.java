package uk.mashhub.adapter.police.sheet;

import java.util.Locale;
import java.util.Optional;
import uk.mashhub.model.id.AgencyId;

/** Which force a record came from. A record of another force is that force's: it must be asked (domain: PND). */
public final class Forces {
    private static final AgencyId NOT_NAMEABLE = new AgencyId("unknown-force");
    private static final int LONGEST = 40;

    private Forces() {}

    /** The originating force if it is not our own; a force that cannot be named is still not our own. */
    public static Optional<AgencyId> other(String force, String own, String place, Terms terms) {
        if (force.isBlank() || Words.canonical(force).equals(Words.canonical(own))) {
            return Optional.empty();
        }
        String slug = Words.canonical(force).toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return Optional.of(new AgencyId(slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug));
        } catch (IllegalArgumentException e) {
            terms.add(place, force);
            return Optional.of(NOT_NAMEABLE);
        }
    }
}
