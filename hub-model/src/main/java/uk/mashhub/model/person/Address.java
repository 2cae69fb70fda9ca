package uk.mashhub.model.person;

import java.util.List;
import java.util.Optional;

/**
 * A postal address.
 *
 * @param lines address lines without the postcode; may be empty if only a postcode is known
 * @param postcode as the source writes it; empty if not known
 * @param uprn unique property reference, if the source has one
 */
public record Address(List<String> lines, String postcode, Optional<Uprn> uprn) {
    public Address {
        lines = List.copyOf(lines);
        java.util.Objects.requireNonNull(postcode, "postcode");
        java.util.Objects.requireNonNull(uprn, "uprn");
        if (lines.isEmpty() && postcode.isBlank()) {
            throw new IllegalArgumentException("an address needs a line or a postcode");
        }
    }

    @Override
    public String toString() {
        return "Address[not shown]";
    }
}
