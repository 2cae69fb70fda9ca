package uk.mashhub.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Invented people of the test enquiries. */
final class People {
    static final PersonId CHILD = id(1);
    static final PersonId MOTHER = id(2);
    static final PersonId FATHER = id(3);
    static final PersonId NEIGHBOUR = id(4);
    static final SourceId ROOM = new SourceId("mash-room");

    private People() {}

    static PersonId id(int n) {
        return new PersonId(new UUID(0x10L, n));
    }

    static PacketPerson noor(SafetyFlag... flags) {
        return person(CHILD, "Noor", LocalDate.of(2018, 1, 30), "9990000050", Set.of(SubjectRole.INDEX_CHILD), flags);
    }

    static PacketPerson leila(SafetyFlag... flags) {
        return person(MOTHER, "Leila", LocalDate.of(1990, 7, 9), "9990000042", Set.of(SubjectRole.PARENT), flags);
    }

    static PacketPerson karim(SafetyFlag... flags) {
        return person(
                FATHER,
                "Karim",
                LocalDate.of(1987, 4, 12),
                "9990000069",
                Set.of(SubjectRole.PARENT, SubjectRole.ALLEGED_PERPETRATOR),
                flags);
    }

    /** Karim before anybody has said what he did. */
    static PacketPerson karimUnmarked() {
        return person(FATHER, "Karim", LocalDate.of(1987, 4, 12), "9990000069", Set.of(SubjectRole.PARENT));
    }

    static PacketPerson neighbour() {
        return person(NEIGHBOUR, "Nosey", LocalDate.of(1960, 1, 1), "9990000212", Set.of(SubjectRole.THIRD_PARTY));
    }

    static PacketPerson person(
            PersonId id, String given, LocalDate born, String nhs, Set<SubjectRole> roles, SafetyFlag... flags) {
        List<PersonFlag> held = Stream.of(flags).map(People::flag).toList();
        PersonDetails details = new PersonDetails(
                List.of(
                        PersonName.usual(given, "Invented"),
                        new PersonName(List.of(given), "Formerly", NameUse.FORMER)),
                Optional.of(BirthDate.accurate(born)),
                Sex.UNKNOWN,
                List.of(new NhsNumber(nhs), new LocalId(new SourceId("council-cin"), "LA-" + given)),
                List.of(new DatedAddress(
                        new Address(List.of("3 Former Street"), "ZZ2 2BB", Optional.empty()),
                        DatedAddress.AddressUse.CURRENT,
                        Optional.empty(),
                        Optional.empty())),
                List.of("01632 960123"));
        return new PacketPerson(id, roles, details, held);
    }

    static PersonFlag flag(SafetyFlag flag) {
        return new PersonFlag(flag, ROOM, Optional.empty(), Optional.empty());
    }

    static Set<SubjectRole> roles(SubjectRole... roles) {
        return roles.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(roles));
    }
}
