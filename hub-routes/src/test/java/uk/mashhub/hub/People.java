package uk.mashhub.hub;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Invented people of referrals; each family has a surname and a birthday of its own, so that no test meets another's. */
public final class People {
    private final String surname;
    private final MonthDay birthday;

    private People(String surname, MonthDay birthday) {
        this.surname = surname;
        this.birthday = birthday;
    }

    /** A family nobody else has, nor one whose name looks or sounds alike. */
    public static People family() {
        int day = new BigInteger(1, TestDatabase.shared().random.bytes(4))
                .mod(BigInteger.valueOf(365))
                .intValue();
        return family(MonthDay.from(LocalDate.ofYearDay(2015, 1 + day)));
    }

    /** The same, all born on that day of some year. */
    public static People family(MonthDay birthday) {
        byte[] random = TestDatabase.shared().random.bytes(9);
        StringBuilder surname = new StringBuilder();
        for (int i = 0; i < random.length; i++) {
            String letters = i % 2 == 0 ? "BCDFGKLMNPRSTVWZ" : "AEIOU";
            surname.append(letters.charAt((random[i] & 0xff) % letters.length()));
        }
        return new People(surname.charAt(0) + surname.substring(1).toLowerCase(java.util.Locale.ROOT), birthday);
    }

    /** The same person each time, with an id of the referral's own, as each referral makes one. */
    public PacketPerson person(String given, int born, SubjectRole... roles) {
        return new PacketPerson(
                PersonId.random(TestDatabase.shared().random),
                EnumSet.copyOf(List.of(roles)),
                details(given, born),
                List.of());
    }

    /** When somebody of the family who came into the world in a year was born. */
    public LocalDate born(int year) {
        return birthday.atYear(year);
    }

    /** The same with an NHS number, by which sources are certain. */
    public static PacketPerson with(PacketPerson person, NhsNumber number) {
        return new PacketPerson(person.id(), person.roles(), with(person.details(), number), person.flags());
    }

    public static PersonDetails with(PersonDetails details, NhsNumber number) {
        return new PersonDetails(
                details.names(),
                details.birthDate(),
                details.sex(),
                List.of(number),
                details.addresses(),
                details.telephones());
    }

    /** A number of the test range that is nobody's else. */
    public static NhsNumber number() {
        while (true) {
            byte[] random = TestDatabase.shared().random.bytes(3);
            int n = ((random[0] & 0xff) << 16 | (random[1] & 0xff) << 8 | random[2] & 0xff) % 1_000_000;
            String nine = "999%06d".formatted(n);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (10 - i) * (nine.charAt(i) - '0');
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return new NhsNumber(nine + check);
            }
        }
    }

    public PersonDetails details(String given, int born) {
        return new PersonDetails(
                List.of(PersonName.usual(given, surname)),
                Optional.of(BirthDate.accurate(born(born))),
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
