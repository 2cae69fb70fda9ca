package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The law or standard that a rule rests on.
 *
 * @param inForceFrom the day from which it is law, if known
 * @param inForceUntil the last day on which it is law, where it has been repealed or ends
 * @param verify nobody has checked the citation against the text yet
 */
public record Law(String citation, Optional<LocalDate> inForceFrom, Optional<LocalDate> inForceUntil, boolean verify) {
    public Law {
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(inForceFrom, "inForceFrom");
        Objects.requireNonNull(inForceUntil, "inForceUntil");
        if (inForceFrom.isPresent()
                && inForceUntil.filter(u -> u.isBefore(inForceFrom.get())).isPresent()) {
            throw new IllegalArgumentException("a law ends before it begins");
        }
    }

    /** One that nobody has repealed. */
    public Law(String citation, Optional<LocalDate> inForceFrom, boolean verify) {
        this(citation, inForceFrom, Optional.empty(), verify);
    }

    /** Whether it is law on a day, as far as its dates are known. */
    public boolean inForceOn(LocalDate day) {
        return inForceFrom.filter(day::isBefore).isEmpty()
                && inForceUntil.filter(day::isAfter).isEmpty();
    }
}
