package uk.mashhub.match;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Which statutes forbid joining a person's records, and who looks instead. */
final class Statutes {
    private Statutes() {}

    /** Who must look; empty if no statute keeps the person apart. */
    static Set<Reviewer> units(Set<StatuteFlag> statutes) {
        Set<Reviewer> units = EnumSet.noneOf(Reviewer.class);
        statutes.forEach(s -> unit(s).ifPresent(units::add));
        return units;
    }

    private static Optional<Reviewer> unit(StatuteFlag statute) {
        return switch (statute) {
            // Adoption and Children Act 2002 ss56-65; Gender Recognition Act 2004 s22; SOCPA 2005 ss82-86.
            case ADOPTION -> Optional.of(Reviewer.ADOPTION_LEAD);
            case GENDER_RECOGNITION -> Optional.of(Reviewer.LEGAL);
            case WITNESS_PROTECTION -> Optional.of(Reviewer.PROTECTED_PERSONS_UNIT);
            // What is not known is read as if it were one of those.
            case UNKNOWN -> Optional.of(Reviewer.IG_LEAD);
            case ASSISTED_CONCEPTION, SEXUAL_OFFENCE_COMPLAINANT, FAMILY_COURT -> Optional.empty();
        };
    }
}
