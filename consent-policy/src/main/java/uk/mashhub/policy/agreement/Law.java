package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The law or standard that a rule rests on.
 *
 * @param inForceFrom the day from which it is law, if known
 * @param verify nobody has checked the citation against the text yet
 */
public record Law(String citation, Optional<LocalDate> inForceFrom, boolean verify) {
    public Law {
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(inForceFrom, "inForceFrom");
    }
}
