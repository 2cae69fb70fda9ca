package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.contact.ContactHousehold;
import uk.mashhub.model.person.Address;

/** Who lives with whom: as the form says, and whoever gives the same home address. */
final class Households {
    /** People who live together; {@code confidential} as the form says it of the dwelling. */
    record Dwelling(Optional<Address> address, List<FormPerson> members, boolean confidential) {
        ContactHousehold household() {
            return new ContactHousehold(
                    address, members.stream().map(FormPerson::key).toList());
        }

        @Override
        public String toString() {
            return "Dwelling[" + members.size() + " members]";
        }
    }

    private Households() {}

    static List<Dwelling> of(Form form, Cast cast, Terms terms) {
        List<Dwelling> all = new ArrayList<>();
        for (Form said : form.objects("households")) {
            all.add(new Dwelling(
                    said.object("address").flatMap(a -> PersonReading.address(a, terms)),
                    cast.named(said, "members"),
                    said.flag("addressIsConfidential")));
        }
        Set<Set<FormPerson>> named = all.stream()
                .filter(d -> d.address().isPresent())
                .map(d -> Set.copyOf(d.members()))
                .collect(Collectors.toSet());
        for (Dwelling shared : byHome(cast)) {
            if (!named.contains(Set.copyOf(shared.members()))) {
                all.add(shared);
            }
        }
        return all;
    }

    private static List<Dwelling> byHome(Cast cast) {
        Map<String, List<FormPerson>> homes = new LinkedHashMap<>();
        for (FormPerson person : cast.everybody()) {
            person.home()
                    .ifPresent(home -> homes.computeIfAbsent(plain(home), k -> new ArrayList<>())
                            .add(person));
        }
        return homes.values().stream()
                .map(members -> new Dwelling(members.get(0).home(), members, false))
                .toList();
    }

    /** Case, blanks and punctuation do not make another house. */
    private static String plain(Address address) {
        return (String.join("", address.lines()) + address.postcode())
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
