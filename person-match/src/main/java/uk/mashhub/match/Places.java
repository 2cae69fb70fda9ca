package uk.mashhub.match;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.mashhub.match.text.Folded;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.PersonDetails;

/** Where a person has lived, as far as it can be compared: full postcodes and property references. */
final class Places {
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");

    /** ZZ99 stands for 'no fixed abode', 'not known' and whole countries (ODS default postcodes). */
    private static final String NOWHERE = "ZZ99";

    private Places() {}

    /** Names of places, such as {@code postcode|ZZ11AA}. Addresses for letters are no places where somebody lives. */
    static Set<String> of(PersonDetails person) {
        Set<String> places = new HashSet<>();
        for (DatedAddress dated : person.addresses()) {
            if (dated.use() != AddressUse.CORRESPONDENCE) {
                add(places, dated.address());
            }
        }
        return places;
    }

    /** First lines of the same addresses, such as {@code street|1 example road}: many towns may have one. */
    static Set<String> streets(PersonDetails person) {
        return person.addresses().stream()
                .filter(dated -> dated.use() != AddressUse.CORRESPONDENCE)
                .flatMap(dated -> dated.address().lines().stream().limit(1))
                .map(line -> String.join(" ", Folded.words(line)))
                .filter(line -> !line.isEmpty())
                .map(line -> "street|" + line)
                .collect(Collectors.toSet());
    }

    private static void add(Set<String> places, Address address) {
        address.uprn().ifPresent(u -> places.add("uprn|" + u.value()));
        String postcode = address.postcode().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (POSTCODE.matcher(postcode).matches() && !postcode.startsWith(NOWHERE)) {
            places.add("postcode|" + postcode);
        }
    }
}
