package uk.mashhub.hub.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.audit.LookupKeys;
import uk.mashhub.hub.audit.NoSearch;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;

/**
 * Whom an account is about, as whoever asks has shown who they are: the name in full and the date of birth, and the NHS number
 * where they know it. All that is given must be the same, and of two people of one name and day, in one enquiry or in several,
 * neither is told of the other: nothing is told unless all records of it are settled as one person or have the number.
 */
record AccountSubject(String name, LocalDate born, Optional<NhsNumber> number) {
    /** The fields of the form. */
    static final List<String> FIELDS = List.of("name", "born", "number");

    private static final int LONGEST = 200;

    AccountSubject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(born, "born");
        Objects.requireNonNull(number, "number");
    }

    /** @throws NoSearch in words for the reader, if a field is missing or not of its form */
    static AccountSubject of(Map<String, String> fields) {
        String name = fields.getOrDefault("name", "").strip();
        String number = fields.getOrDefault("number", "").strip();
        if (!FIELDS.containsAll(fields.keySet()) || LookupKeys.plain(name).isEmpty() || name.length() > LONGEST) {
            throw new NoSearch("Give the name in full, the date of birth and, if it is known, the NHS number.");
        }
        try {
            return new AccountSubject(
                    name,
                    LocalDate.parse(fields.getOrDefault("born", "").strip()),
                    number.isEmpty() ? Optional.empty() : Optional.of(new NhsNumber(number)));
        } catch (DateTimeException e) {
            throw new NoSearch("Give the date of birth as year, month and day.");
        } catch (IllegalArgumentException e) {
            throw new NoSearch("That is no NHS number.");
        }
    }

    /** The same fields again. */
    Map<String, String> fields() {
        return Map.of(
                "name",
                name,
                "born",
                born.toString(),
                "number",
                number.map(NhsNumber::value).orElse(""));
    }

    /** The name as names are compared. */
    String plainName() {
        return LookupKeys.plain(name);
    }

    /** Them among the people of one enquiry; nobody, if more than one might be meant. */
    Optional<PacketPerson> in(Packet packet) {
        List<PacketPerson> meant =
                packet.people().stream().filter(p -> is(p.details())).toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** Whether a record has this name and day, and no other number than the one that was given. */
    boolean is(PersonDetails details) {
        String plain = plainName();
        boolean named = details.names().stream()
                .anyMatch(n -> LookupKeys.plain(n.full()).equals(plain));
        boolean bornThen =
                details.birthDate().filter(b -> b.date().equals(born)).isPresent();
        List<String> numbers = numbers(details);
        // A referral that brings no number does not speak against one that is given; another number does.
        boolean another = number.isPresent()
                && !numbers.isEmpty()
                && !numbers.contains(number.get().value());
        return named && bornThen && !another;
    }

    /** Whether a record has the number that was given, and no other. */
    boolean hasNumber(PersonDetails details) {
        return number.isPresent()
                && Set.copyOf(numbers(details)).equals(Set.of(number.get().value()));
    }

    private static List<String> numbers(PersonDetails details) {
        return details.identifiers().stream()
                .filter(NhsNumber.class::isInstance)
                .map(i -> i.value())
                .toList();
    }

    @Override
    public String toString() {
        return "AccountSubject[not shown]";
    }
}
