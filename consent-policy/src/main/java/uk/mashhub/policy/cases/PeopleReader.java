package uk.mashhub.policy.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.agreement.Node;

/** Reads {@code {id: mother, roles: [PARENT], born: 1990-07-09, flags: [SAFE_ADDRESS]}}. Everybody is invented. */
final class PeopleReader {
    private static final SourceId ROOM = new SourceId("mash-room");

    Family read(Node list) {
        Map<String, PacketPerson> people = new LinkedHashMap<>();
        for (Node n : list.list()) {
            n.map("id", "name", "roles", "born", "flags", "maybe flags", "address");
            String word = Terms.name(n.need("id"));
            if (people.put(word, person(word, n)) != null) {
                throw n.problems().fault(n, "'" + word + "' is there already");
            }
        }
        return new Family(people);
    }

    private static PacketPerson person(String word, Node node) {
        PersonDetails details = new PersonDetails(
                List.of(name(Terms.text(node.want("name"), capital(word) + " Invented"))),
                node.want("born").map(Terms::day).map(BirthDate::accurate),
                Sex.UNKNOWN,
                List.of(),
                node.want("address").map(PeopleReader::home).stream().toList(),
                List.of());
        return new PacketPerson(
                Family.id(word),
                Terms.all(Optional.of(node.need("roles")), SubjectRole.class, "role"),
                details,
                flags(node.want("flags")),
                flags(node.want("maybe flags")));
    }

    private static PersonName name(String full) {
        int last = full.lastIndexOf(' ');
        return last < 0
                ? new PersonName(List.of(), full, uk.mashhub.model.person.NameUse.USUAL)
                : PersonName.usual(full.substring(0, last), full.substring(last + 1));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static DatedAddress home(Node node) {
        return new DatedAddress(
                new Address(List.of(node.text()), "", Optional.empty()),
                DatedAddress.AddressUse.CURRENT,
                Optional.empty(),
                Optional.empty());
    }

    private static List<PersonFlag> flags(Optional<Node> list) {
        return Terms.all(list, SafetyFlag.class, "safety flag").stream()
                .map(f -> new PersonFlag(f, ROOM, Optional.empty(), Optional.empty()))
                .toList();
    }
}
