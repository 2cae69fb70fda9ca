package uk.mashhub.model.person;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An address of a person and when it held.
 *
 * @param from first day, if known
 * @param to last day; empty while it holds
 */
public record DatedAddress(Address address, AddressUse use, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** What the address is to the person. */
    public enum AddressUse {
        USUAL,
        CURRENT,
        TEMPORARY,
        PREVIOUS,
        CORRESPONDENCE,
        UNKNOWN
    }

    public DatedAddress {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public String toString() {
        return "DatedAddress[" + use + "]";
    }
}
