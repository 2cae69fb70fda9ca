package uk.mashhub.adapter.police.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.police.notification.Notifications.flags;
import static uk.mashhub.adapter.police.notification.Notifications.item;
import static uk.mashhub.adapter.police.notification.Notifications.items;
import static uk.mashhub.adapter.police.notification.Notifications.of;
import static uk.mashhub.adapter.police.notification.Notifications.sample;
import static uk.mashhub.adapter.police.notification.Notifications.subjects;
import static uk.mashhub.adapter.police.notification.Notifications.text;
import static uk.mashhub.adapter.police.notification.Notifications.values;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;

class SafeAddressTest {
    private static final List<String> REFUGE = List.of("Lantern House", "Hidden Lane", "ZZ9 9XY", "01632 960123");

    @Test
    void flagsTheVictimAndTheChildWhoseAddressNobodyFilledIn() throws Unreadable {
        Contact contact = sample("ppn-refuge");
        assertThat(flags(contact, "leila")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(flags(contact, "noor")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(flags(contact, "karim")).doesNotContain(SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void namesTheRefugeOnlyInItemsAboutPeopleWhoAreFlagged() throws Unreadable {
        Contact contact = sample("ppn-refuge");
        List<SourceItem> telling = contact.items().stream()
                .filter(i -> REFUGE.stream().anyMatch(values(i)::contains))
                .toList();
        assertThat(telling)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(i -> assertThat(subjects(i))
                        .as(i.recordId())
                        .anyMatch(key -> flags(contact, key).contains(SafetyFlag.SAFE_ADDRESS)));
    }

    @Test
    void namesTheRefugeOnlyInFieldsThatRedactionKnowsToLocate() throws Unreadable {
        assertThat(sample("ppn-refuge").items())
                .flatExtracting(SourceItem::fields)
                .filteredOn(f -> REFUGE.stream().anyMatch(f.value()::contains))
                .allSatisfy(f -> assertThat(f.kind().locates()).isTrue());
    }

    @Test
    void saysOnTheItemThatTheAddressIsSafe() throws Unreadable {
        SourceItem address = item(sample("ppn-refuge"), "42EX/0000998/26/person/leila/address/1");
        assertThat(address.fields())
                .filteredOn(f -> f.kind() == FieldKind.ADDRESS)
                .extracting(f -> f.label())
                .containsExactly("Safe address");
    }

    @Test
    void flagsWhoeverLivesAtTheSafeAddressHoweverItIsSpelt() throws Unreadable {
        String shared = text("ppn-refuge")
                .replace(
                        "<identifier scheme=\"NHS\">9990000050</identifier>",
                        "<identifier scheme=\"NHS\">9990000050</identifier>"
                                + "<address><line>LANTERN  HOUSE,</line><postcode>zz99xy</postcode></address>");
        assertThat(flags(of(shared), "noor")).contains(SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void leavesAChildWithAnotherHomeUnflagged() throws Unreadable {
        String elsewhere = text("ppn-refuge")
                .replace(
                        "<identifier scheme=\"NHS\">9990000050</identifier>",
                        "<identifier scheme=\"NHS\">9990000050</identifier>"
                                + "<address><line>5 Grandmother Road</line><postcode>ZZ8 8HH</postcode></address>");
        assertThat(flags(of(elsewhere), "noor")).isEmpty();
    }

    @Test
    void keepsAVictimWhoseTelephoneAloneIsSafe() throws Unreadable {
        Contact contact = of(
                text("ppn-domestic-abuse").replace("<telephone>07700 900101", "<telephone safe=\"true\">07700 900101"));
        assertThat(flags(sample("ppn-domestic-abuse"), "grace")).isEmpty();
        assertThat(flags(contact, "grace")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(flags(contact, "maya")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(flags(contact, "daniel")).doesNotContain(SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void makesHerASubjectOfAPlaceThatMayBeHers() throws Unreadable {
        String atTheDoor = text("ppn-refuge")
                .replace(
                        "<place><line>3 Former Street</line><postcode>ZZ2 2BB</postcode></place>",
                        "<place><line>Outside number 77</line><postcode>ZZ99XY</postcode></place>")
                .replace(
                        "<involved person=\"leila\" role=\"VICTIM\"/>\n      <involved person=\"karim\"",
                        "<involved person=\"karim\"");
        SourceItem place = item(of(atTheDoor), "42EX/0000998/26/incident/i1/place");
        assertThat(subjects(place)).contains("leila", "karim");
    }

    @Test
    void flagsAPersonOfWhoseSafeAddressOnlyTheTickIsLeft() throws Unreadable {
        String emptied = text("ppn-refuge")
                .replace("<line>Lantern House</line><line>77 Hidden Lane</line><postcode>ZZ9 9XY</postcode>", "")
                .replace("<telephone safe=\"true\">", "<telephone>");
        assertThat(flags(of(emptied), "leila")).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(flags(of(emptied), "noor")).contains(SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void keepsAllPlacesInItemsOfTheirOwn() throws Unreadable {
        assertThat(items(sample("ppn-refuge"), DataClass.LOCATION))
                .hasSize(6)
                .allSatisfy(i -> assertThat(i.fields())
                        .noneMatch(f -> f.kind() == FieldKind.NARRATIVE || f.kind() == FieldKind.NAME));
    }
}
