package uk.mashhub.adapter.police.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Uprn;

/** Reads and compares addresses. */
public final class Places {
    private Places() {}

    /** An address, or nothing if it has neither line nor postcode. A UPRN that is none is dropped with a term. */
    public static Optional<Address> address(
            List<String> lines, String postcode, String uprn, String place, Terms terms) {
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).toList();
        if (filled.isEmpty() && postcode.isBlank()) {
            if (!uprn.isBlank()) {
                terms.add(place, uprn);
            }
            return Optional.empty();
        }
        return Optional.of(new Address(filled, postcode, uprn(uprn, place, terms)));
    }

    private static Optional<Uprn> uprn(String value, String place, Terms terms) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Uprn(value));
        } catch (IllegalArgumentException e) {
            terms.add(place, value);
            return Optional.empty();
        }
    }

    /** Whether two addresses may be one: same UPRN, or same lines, or same first line at the same postcode. */
    public static boolean same(Address a, Address b) {
        return !a.uprn().isEmpty() && a.uprn().equals(b.uprn())
                || samePostcode(a, b) && first(a).equals(first(b))
                || !a.lines().isEmpty() && letters(a.lines()).equals(letters(b.lines()));
    }

    /** Whether one may be the other or next door to it; errs on the side of yes. */
    public static boolean near(Address a, Address b) {
        return same(a, b) || samePostcode(a, b);
    }

    /** An address on one line, without its postcode. */
    public static String oneLine(Address address) {
        return String.join(", ", new ArrayList<>(address.lines()));
    }

    private static boolean samePostcode(Address a, Address b) {
        return !a.postcode().isBlank() && letters(List.of(a.postcode())).equals(letters(List.of(b.postcode())));
    }

    private static String first(Address address) {
        return address.lines().isEmpty() ? "" : letters(address.lines().subList(0, 1));
    }

    private static String letters(List<String> lines) {
        return Words.canonical(String.join(" ", lines)).replace("_", "");
    }
}
