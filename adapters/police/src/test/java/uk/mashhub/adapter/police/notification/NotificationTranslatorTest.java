package uk.mashhub.adapter.police.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.police.notification.Notifications.flags;
import static uk.mashhub.adapter.police.notification.Notifications.item;
import static uk.mashhub.adapter.police.notification.Notifications.items;
import static uk.mashhub.adapter.police.notification.Notifications.person;
import static uk.mashhub.adapter.police.notification.Notifications.sample;
import static uk.mashhub.adapter.police.notification.Notifications.subjects;
import static uk.mashhub.adapter.police.notification.Notifications.values;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

class NotificationTranslatorTest {
    private static final String OCCURRENCE = "42EX/0001234/26";

    @Test
    void readsWhoNotifiesAndWhatIsFeared() throws Unreadable {
        Contact contact = sample("ppn-domestic-abuse");
        assertThat(contact.referrer().name()).isEqualTo("Pat Fabricated");
        assertThat(contact.referrer().organisation()).isEqualTo("Exampleshire Police");
        assertThat(contact.referrer().professional()).isTrue();
        assertThat(contact.classification()).isEqualTo(Classification.OFFICIAL_SENSITIVE);
        assertThat(contact.categories())
                .containsExactlyInAnyOrder(ConcernCategory.DOMESTIC_ABUSE, ConcernCategory.EMOTIONAL);
        assertThat(contact.immediateDanger()).isFalse();
        assertThat(sample("ppn-refuge").immediateDanger()).isTrue();
    }

    @Test
    void readsPeopleWithRolesAndNumbers() throws Unreadable {
        Contact contact = sample("ppn-domestic-abuse");
        assertThat(person(contact, "maya").roles()).containsExactly(SubjectRole.INDEX_CHILD);
        assertThat(person(contact, "grace").roles()).containsExactlyInAnyOrder(SubjectRole.VICTIM, SubjectRole.PARENT);
        assertThat(person(contact, "daniel").roles()).contains(SubjectRole.ALLEGED_PERPETRATOR);
        assertThat(person(contact, "daniel").details().identifiers()).containsExactly(new PncId("2003/0011985X"));
        assertThat(contact.relationships()).hasSize(3);
        assertThat(contact.consents()).singleElement().satisfies(c -> {
            assertThat(c.state()).isEqualTo(ConsentState.NOT_SOUGHT);
            assertThat(c.notSoughtBecause()).contains(NotSoughtReason.WOULD_PREJUDICE_PROTECTION);
            assertThat(c.covers()).hasSize(2);
        });
    }

    @Test
    void splitsTheIncidentIntoFactAllegationAndOpinion() throws Unreadable {
        Contact contact = sample("ppn-domestic-abuse");
        String incident = OCCURRENCE + "/incident/i1";
        assertThat(item(contact, incident).labels().nature()).isEqualTo(Nature.FACT);
        assertThat(item(contact, incident + "/account/1").labels().nature()).isEqualTo(Nature.ALLEGATION);
        assertThat(item(contact, incident + "/account/2").labels().nature()).isEqualTo(Nature.FACT);
        assertThat(item(contact, incident + "/account/3").labels().nature()).isEqualTo(Nature.OPINION);
        assertThat(items(contact, DataClass.DOMESTIC_ABUSE_INCIDENT))
                .hasSize(7)
                .allSatisfy(i -> assertThat(i.eventKey().isEmpty())
                        .isEqualTo(i.recordId().contains("/voice/")))
                .allSatisfy(i -> assertThat(i.eventKey().orElse(OCCURRENCE)).isEqualTo(OCCURRENCE))
                .allSatisfy(i -> assertThat(i.when()).isEqualTo(EventTime.on(LocalDate.of(2026, 3, 2))));
    }

    @Test
    void keepsRiskAsAnOpinionWithItsAnswers() throws Unreadable {
        SourceItem risk = item(sample("ppn-domestic-abuse"), OCCURRENCE + "/incident/i1/risk");
        assertThat(risk.labels().nature()).isEqualTo(Nature.OPINION);
        assertThat(risk.fields())
                .filteredOn(f -> f.kind() == FieldKind.RISK_LEVEL)
                .extracting(f -> f.label() + "=" + f.value())
                .containsExactly(
                        "DASH grade=Medium",
                        "DASH score=11",
                        "DASH question 1=Yes",
                        "DASH question 2=Yes",
                        "DASH question 20=Yes",
                        "DASH question 24=No");
        assertThat(risk.fields())
                .filteredOn(f -> f.kind() == FieldKind.NARRATIVE)
                .hasSize(2);
    }

    @Test
    void keepsTheChildsWordsFromTheFamilysCopies() throws Unreadable {
        SourceItem voice = item(sample("ppn-domestic-abuse"), OCCURRENCE + "/incident/i1/voice/1");
        assertThat(values(voice)).contains("I hide in the bathroom");
        assertThat(voice.labels().handling().conditions()).contains(HandlingCondition.NOT_FOR_SUBJECT);
        assertThat(subjects(voice)).contains("maya").doesNotContain("daniel");
    }

    @Test
    void givesEveryItemTheLawEnforcementRegime() throws Unreadable {
        assertThat(sample("ppn-domestic-abuse").items())
                .allSatisfy(i -> assertThat(i.labels().regime()).isEqualTo(Regime.DPA_PART_3));
    }

    @Test
    void showsAllegationsWithTheirStatus() throws Unreadable {
        SourceItem arrest = item(sample("ppn-domestic-abuse"), OCCURRENCE + "/disposal/d1");
        assertThat(arrest.labels().dataClass()).isEqualTo(DataClass.ALLEGATION);
        assertThat(arrest.labels().nature()).isEqualTo(Nature.ALLEGATION);
        assertThat(arrest.fields())
                .filteredOn(f -> f.kind() == FieldKind.STATUS)
                .extracting(f -> f.value())
                .containsExactly("NFA");
    }

    @Test
    void doesNotMixAnEarlierArrestIntoTheIncident() throws Unreadable {
        assertThat(item(sample("ppn-domestic-abuse"), OCCURRENCE + "/disposal/d1")
                        .eventKey())
                .isEmpty();
    }

    @Test
    void tellsTwoIncidentsOfOneFormApart() throws Unreadable {
        Contact contact = sample("ppn-unknown-codes");
        assertThat(item(contact, "42EX/0004420/26/incident/i1").eventKey()).contains("42EX/0004420/26");
        assertThat(item(contact, "42EX/0004420/26/incident/i2").eventKey()).isEmpty();
    }

    @Test
    void keepsBailConditionsApartAsFreeText() throws Unreadable {
        Contact contact = sample("ppn-refuge");
        SourceItem bail = item(contact, "42EX/0000998/26/disposal/d1");
        assertThat(bail.labels().dataClass()).isEqualTo(DataClass.CONVICTION_ORDER_BAIL);
        assertThat(values(bail)).doesNotContain("Hidden Lane");
        assertThat(item(contact, "42EX/0000998/26/disposal/d1/text").fields())
                .filteredOn(f -> f.value().contains("Hidden Lane"))
                .allSatisfy(f -> assertThat(f.kind()).isEqualTo(FieldKind.NARRATIVE));
    }

    @Test
    void gradesIntelligenceAndTakesItOutOfTheChronology() throws Unreadable {
        Contact contact = sample("ppn-domestic-abuse");
        SourceItem conditional = item(contact, OCCURRENCE + "/intelligence/l1");
        assertThat(conditional.labels().grade().handling()).isEqualTo(HandlingCode.C);
        assertThat(conditional.labels().handling().conditions()).contains(HandlingCondition.CONSULT_ORIGINATOR);
        assertThat(conditional.labels().handling().text()).startsWith("Not to be disclosed outside");
        assertThat(conditional.fields())
                .extracting(f -> f.kind())
                .contains(FieldKind.HANDLING_TEXT, FieldKind.SOURCE_DETAIL, FieldKind.GRADE);
        SourceItem plain = item(contact, OCCURRENCE + "/intelligence/l2");
        assertThat(plain.labels().grade().handling()).isEqualTo(HandlingCode.P);
        assertThat(plain.labels().handling().conditions()).isEmpty();
        assertThat(List.of(conditional, plain))
                .allSatisfy(i -> assertThat(i.eventKey()).isEmpty())
                .allSatisfy(i -> assertThat(i.labels().nature()).isEqualTo(Nature.INTELLIGENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppn-domestic-abuse", "ppn-refuge", "ppn-missing-child", "ppn-unknown-codes"})
    void neverPutsTwoAddressesIntoOneItem(String name) throws Unreadable {
        assertThat(sample(name).items())
                .allSatisfy(i -> assertThat(i.fields())
                        .filteredOn(f -> f.kind() == FieldKind.POSTCODE)
                        .hasSizeLessThan(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppn-domestic-abuse", "ppn-refuge", "ppn-missing-child", "ppn-unknown-codes"})
    void givesEveryItemItsOwnRecordId(String name) throws Unreadable {
        Set<String> seen = new HashSet<>();
        assertThat(sample(name).items())
                .allSatisfy(i -> assertThat(seen.add(i.recordId())).isTrue());
    }

    @Test
    void keepsWitnessesOutOfTheIdentitiesOfTheRoom() throws Unreadable {
        Contact contact = sample("ppn-domestic-abuse");
        assertThat(contact.items())
                .filteredOn(i -> subjects(i).equals(List.of("neighbour")))
                .hasSize(3)
                .allSatisfy(i -> assertThat(i.labels().dataClass()).isEqualTo(DataClass.THIRD_PARTY_IDENTITY));
        assertThat(contact.households())
                .noneSatisfy(h -> assertThat(h.members())
                        .contains(person(contact, "neighbour").key()));
    }

    @Test
    void tellsNoReaderThatPoliceHaveANumberForSomebody() throws Unreadable {
        assertThat(sample("ppn-domestic-abuse").items())
                .allSatisfy(i -> assertThat(values(i)).doesNotContain("11985X"));
    }

    @Test
    void makesOneHouseholdOfOneAddress() throws Unreadable {
        Contact contact = sample("ppn-domestic-abuse");
        assertThat(contact.households())
                .singleElement()
                .satisfies(h -> assertThat(h.members()).hasSize(3));
    }

    @Test
    void takesTheNarrativeOfAnOrdinaryNotificationAsTheReferrals() throws Unreadable {
        Contact contact = sample("ppn-missing-child");
        assertThat(item(contact, "42EX/0003110/26/incident/i1").labels().dataClass())
                .isEqualTo(DataClass.INVOLVEMENT);
        assertThat(item(contact, "42EX/0003110/26/incident/i1/account/1")
                        .labels()
                        .dataClass())
                .isEqualTo(DataClass.REFERRAL_NARRATIVE);
        assertThat(contact.people()).allSatisfy(p -> assertThat(p.flags()).isEmpty());
        assertThat(item(contact, "42EX/0003110/26/person/ruby/identity").recordVersion())
                .isEqualTo("2");
        assertThat(contact.unknownTerms()).isEmpty();
    }

    @Test
    void linksASuspectOfDomesticAbuseAsPerpetrator() throws Unreadable {
        assertThat(flags(sample("ppn-domestic-abuse"), "daniel"))
                .containsExactlyInAnyOrder(SafetyFlag.PERPETRATOR_LINKED, SafetyFlag.RISK_TO_STAFF);
        assertThat(Optional.of(flags(sample("ppn-refuge"), "karim"))).contains(List.of(SafetyFlag.PERPETRATOR_LINKED));
    }
}
