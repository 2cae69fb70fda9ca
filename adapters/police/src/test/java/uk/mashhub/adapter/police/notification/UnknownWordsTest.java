package uk.mashhub.adapter.police.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.police.notification.Notifications.flags;
import static uk.mashhub.adapter.police.notification.Notifications.item;
import static uk.mashhub.adapter.police.notification.Notifications.person;
import static uk.mashhub.adapter.police.notification.Notifications.sample;
import static uk.mashhub.adapter.police.notification.Notifications.values;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

class UnknownWordsTest {
    private static final String OCCURRENCE = "42EX/0004420/26";

    private Contact contact;

    @BeforeEach
    void translate() throws Unreadable {
        contact = sample("ppn-unknown-codes");
    }

    @Test
    void keepsTheOriginalsWithTheirPlaces() {
        assertThat(contact.unknownTerms())
                .extracting(UnknownTerm::original)
                .containsExactlyInAnyOrder(
                        "UNHEARD_OF_HARM", "ACHIEVER", "NICKNAME_AT_WORK", "X9", "CRAVES_SUGAR", "9990000132", "TAX");
        assertThat(contact.unknownTerms())
                .extracting(UnknownTerm::place)
                .allMatch(place -> place.matches("line \\d+, /notification/[a-zA-Z/]+"));
    }

    @Test
    void readsThemAsUnknown() {
        assertThat(contact.categories()).contains(ConcernCategory.UNKNOWN, ConcernCategory.SEXUAL);
        assertThat(person(contact, "p3").roles()).containsExactly(SubjectRole.UNKNOWN);
        assertThat(flags(contact, "p1")).contains(SafetyFlag.UNKNOWN);
        SourceItem incident = item(contact, OCCURRENCE + "/incident/i2");
        assertThat(incident.labels().dataClass()).isEqualTo(DataClass.UNKNOWN);
        assertThat(incident.unknownTerms()).extracting(UnknownTerm::original).containsExactly("SOMETHING_NEW");
        assertThat(item(contact, OCCURRENCE + "/disposal/d2").labels().dataClass())
                .isEqualTo(DataClass.UNKNOWN);
        assertThat(item(contact, OCCURRENCE + "/incident/i1/account/1").labels().nature())
                .isEqualTo(Nature.UNKNOWN);
    }

    @Test
    void showsAWordThatNobodyKnowsAsFreeTextOnly() {
        assertThat(contact.items())
                .flatExtracting(SourceItem::fields)
                .filteredOn(f -> f.value().equals("SOMETHING_NEW") || f.value().equals("PINKY_PROMISE"))
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.kind()).isEqualTo(FieldKind.UNKNOWN));
    }

    @Test
    void dropsANumberThatFailsItsCheckAndKeepsThePerson() {
        assertThat(person(contact, "p1").details().identifiers()).containsExactly(new NhsNumber("9990000131"));
    }

    @Test
    void leavesNothingOfVisorOrACovertSource() {
        String everything = new String(ModelJson.write(contact), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(everything).doesNotContainIgnoringCase("visor").doesNotContain("Handler's note 7");
        assertThat(item(contact, OCCURRENCE + "/intelligence/l2")
                        .labels()
                        .handling()
                        .conditions())
                .contains(HandlingCondition.VERY_RESTRICTED);
    }

    @Test
    void readsALegacyGradeOfCodeFourAsConditional() {
        SourceItem log = item(contact, OCCURRENCE + "/intelligence/l1");
        assertThat(log.labels().grade().handling()).isEqualTo(HandlingCode.C);
        assertThat(log.labels().handling().conditions())
                .contains(HandlingCondition.CONSULT_ORIGINATOR, HandlingCondition.SOURCE_PROTECTED);
        assertThat(log.originator()).contains(new AgencyId("otherland-constabulary"));
        assertThat(log.fields()).noneMatch(f -> f.kind() == FieldKind.SOURCE_DETAIL);
    }

    @Test
    void neverReadsAGradeThatIsNoneAsShareable() {
        SourceItem log = item(contact, OCCURRENCE + "/intelligence/l2");
        assertThat(log.labels().grade().handling()).isEqualTo(HandlingCode.UNKNOWN);
        assertThat(log.labels().handling().conditions()).contains(HandlingCondition.CONSULT_ORIGINATOR);
        assertThat(log.unknownTerms()).extracting(UnknownTerm::original).containsExactly("very good");
        assertThat(values(log)).contains("source not graded");
    }

    @Test
    void asksTheOriginatorWhereInstructionsStandBesideAP() {
        assertThat(item(contact, OCCURRENCE + "/intelligence/l3")
                        .labels()
                        .handling()
                        .conditions())
                .containsExactly(HandlingCondition.CONSULT_ORIGINATOR);
    }

    @Test
    void marksEveryItemAboutAComplainant() {
        assertThat(contact.items())
                .filteredOn(i -> Notifications.subjects(i).contains("p1"))
                .hasSizeGreaterThan(4)
                .allSatisfy(i -> assertThat(i.labels().statutes()).contains(StatuteFlag.SEXUAL_OFFENCE_COMPLAINANT));
        assertThat(contact.items())
                .filteredOn(i -> Notifications.subjects(i).equals(java.util.List.of("p2")))
                .allSatisfy(i -> assertThat(i.labels().statutes()).isEmpty());
    }

    @Test
    void survivesTheWire() {
        assertThat(ModelJson.read(ModelJson.write(contact), Contact.class)).isEqualTo(contact);
    }
}
