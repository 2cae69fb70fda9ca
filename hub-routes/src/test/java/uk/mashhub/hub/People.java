package uk.mashhub.hub;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Invented people of referrals; each family has a surname of its own, so that no test meets another's. */
public final class People {
    private final String surname;

    private People(String surname) {
        this.surname = surname;
    }

    /** A family nobody else has. */
    public static People family() {
        return new People(
                "Invented" + TestDatabase.shared().random.uuid().toString().replaceAll("[^a-f]", ""));
    }

    /** The same person each time, with an id of the referral's own, as each referral makes one. */
    public PacketPerson person(String given, int born, SubjectRole... roles) {
        return new PacketPerson(
                PersonId.random(TestDatabase.shared().random),
                EnumSet.copyOf(List.of(roles)),
                details(given, born),
                List.of());
    }

    public PersonDetails details(String given, int born) {
        return new PersonDetails(
                List.of(PersonName.usual(given, surname)),
                Optional.of(BirthDate.accurate(LocalDate.of(born, 3, 14))),
                Sex.UNKNOWN,
                List.of(),
                List.of(),
                List.of());
    }

    public static PacketPerson with(PacketPerson person, SafetyFlag flag) {
        return new PacketPerson(person.id(), person.roles(), person.details(), List.of(flag(flag)));
    }

    public static PersonFlag flag(SafetyFlag flag) {
        return new PersonFlag(flag, new SourceId("council-cin"), Optional.empty(), Optional.empty());
    }

    /** Everybody's ids. */
    public static Set<PersonId> ids(List<PacketPerson> people) {
        return people.stream().map(PacketPerson::id).collect(java.util.stream.Collectors.toSet());
    }
}
