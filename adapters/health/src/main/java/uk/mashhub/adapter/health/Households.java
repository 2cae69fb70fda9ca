package uk.mashhub.adapter.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.model.contact.ContactHousehold;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;

/**
 * People of one message with one address that holds: a household, so that a safety flag on one covers the others.
 * Whoever has no address in the message is in none.
 */
final class Households {
    private Households() {}

    static List<ContactHousehold> of(List<ContactPerson> people, LocalDate today) {
        Map<String, List<PersonKey>> members = new LinkedHashMap<>();
        Map<String, Address> addresses = new LinkedHashMap<>();
        for (ContactPerson person : people) {
            for (DatedAddress address : person.details().addresses()) {
                if (holds(address, today)) {
                    String place = place(address.address());
                    addresses.putIfAbsent(place, address.address());
                    List<PersonKey> here = members.computeIfAbsent(place, p -> new ArrayList<>());
                    if (!here.contains(person.key())) {
                        here.add(person.key());
                    }
                }
            }
        }
        return members.entrySet().stream()
                .map(e -> new ContactHousehold(Optional.ofNullable(addresses.get(e.getKey())), e.getValue()))
                .toList();
    }

    private static boolean holds(DatedAddress address, LocalDate today) {
        boolean lived = address.use() != AddressUse.PREVIOUS && address.use() != AddressUse.CORRESPONDENCE;
        return lived && address.to().map(to -> !to.isBefore(today)).orElse(true);
    }

    private static String place(Address address) {
        String text = (address.lines().isEmpty() ? "" : address.lines().get(0)) + "|" + address.postcode();
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9|]", "");
    }
}
