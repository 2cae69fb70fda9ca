package uk.mashhub.adapter.police.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeAddress;
import uk.mashhub.model.contact.ContactHousehold;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.person.Address;

/** Who lives with whom, as far as the addresses of one message say. People who only stood by are left out. */
public final class Homes {
    private Homes() {}

    /** One household for each current address. */
    public static List<ContactHousehold> of(List<PersonSheet> people) {
        List<Address> homes = new ArrayList<>();
        List<List<PersonKey>> members = new ArrayList<>();
        for (PersonSheet person : people) {
            if (person.thirdParty()) {
                continue;
            }
            person.addresses().stream().filter(SafeAddress::current).forEach(a -> {
                Address address = a.dated().address();
                int home = indexOf(homes, address);
                if (home < 0) {
                    homes.add(address);
                    members.add(new ArrayList<>());
                    home = homes.size() - 1;
                }
                if (!members.get(home).contains(person.key())) {
                    members.get(home).add(person.key());
                }
            });
        }
        List<ContactHousehold> households = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            households.add(new ContactHousehold(Optional.of(homes.get(i)), members.get(i)));
        }
        return households;
    }

    private static int indexOf(List<Address> homes, Address address) {
        for (int i = 0; i < homes.size(); i++) {
            if (Places.same(homes.get(i), address)) {
                return i;
            }
        }
        return -1;
    }
}
