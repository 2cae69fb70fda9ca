package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Records that agree in no key exactly are found by what is alike, and wait for a person. */
class LikeRecordsTest {
    private final SmallHub hub = SmallHub.started();
    private final String surname =
            People.family().details("Catherine", 2016).names().get(0).family();

    private static PacketPerson child(String given, String family, LocalDate born, String postcode, String phone) {
        return new PacketPerson(
                PersonId.random(TestDatabase.shared().random),
                java.util.Set.of(SubjectRole.INDEX_CHILD),
                new PersonDetails(
                        List.of(PersonName.usual(given, family)),
                        Optional.of(BirthDate.accurate(born)),
                        Sex.FEMALE,
                        List.of(),
                        postcode.isEmpty() ? List.of() : List.of(home(postcode)),
                        List.of(phone)),
                List.of());
    }

    private static DatedAddress home(String postcode) {
        return new DatedAddress(
                new Address(List.of(), postcode, Optional.empty()),
                DatedAddress.AddressUse.CURRENT,
                Optional.empty(),
                Optional.empty());
    }

    /** Of no other test's people. */
    private static String postcode() {
        String random = People.number().value();
        return "YZ" + random.substring(3, 5) + " " + random.charAt(5) + "QX";
    }

    private static String telephone() {
        return "01632 96" + People.number().value().substring(3, 7);
    }

    private List<EnquiryFact.Waiting> links(PacketPerson child) {
        EnquiryId enquiry = hub.refer(List.of(child), List.of());
        return hub.in(() -> hub.ledger.look(enquiry).doubtfulLinks().toList());
    }

    /** A letter doubled, as by ear. */
    private String misspelt() {
        return surname.charAt(0) + surname.substring(1, 3) + surname.substring(2);
    }

    private final String home = postcode();
    private final String phone = telephone();
    private final PacketPerson known = child("Catherine", surname, LocalDate.of(2016, 3, 14), home, phone);

    @Test
    void findsAMisspeltSurnameWithASlipInTheYearOfBirthAtOneHomeAndWaitsForAPerson() {
        links(known);
        PacketPerson slip = child("Catherine", misspelt(), LocalDate.of(2015, 3, 14), home, telephone());
        assertThat(links(slip)).extracting(EnquiryFact.Waiting::candidate).containsExactly(known.id());
        assertThat(hub.in(() -> hub.book.linked(known.id()))).containsExactly(slip.id());
    }

    @Test
    void findsAMisspeltSurnameWithASlipInTheDayOfBirthWhereTheTelephoneAgrees() {
        links(known);
        PacketPerson unknownHome = child("Catherine", misspelt(), LocalDate.of(2016, 3, 15), "", phone);
        assertThat(links(unknownHome))
                .extracting(EnquiryFact.Waiting::candidate)
                .containsExactly(known.id());
    }

    /** Two slips and nothing else that agrees: among as many people as the hub knows, such pairs are mostly strangers. */
    @Test
    void doesNotTakeAForenameAndTwoSlipsForAPerson() {
        links(known);
        assertThat(links(child("Catherine", misspelt(), LocalDate.of(2016, 3, 15), "", telephone())))
                .isEmpty();
    }
}
