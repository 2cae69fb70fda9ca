package uk.mashhub.adapter.council.marf;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.council.marf.Forms.item;
import static uk.mashhub.adapter.council.marf.Forms.person;
import static uk.mashhub.adapter.council.marf.Forms.values;

import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactRelationship;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.RelationshipKind;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.simulators.council.SampleForms;

class MarfTranslatorTest {
    @Test
    void readsTheSchoolConcern() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.SCHOOL_CONCERN);
        assertThat(contact.categories()).containsExactlyInAnyOrder(ConcernCategory.PHYSICAL, ConcernCategory.EMOTIONAL);
        assertThat(contact.immediateDanger()).isFalse();
        assertThat(contact.unknownTerms()).isEmpty();
        assertThat(person(contact, "maya").details().identifiers())
                .containsExactly(new NhsNumber("9990000018"), new Upn("H999400116001"));
        assertThat(person(contact, "daniel").details().identifiers())
                .containsExactly(new NhsNumber("9990000034"), new PncId("2003/0011985X"));
        assertThat(contact.relationships())
                .contains(new ContactRelationship(
                        new PersonKey("grace"), RelationshipKind.PARENT_OF, new PersonKey("maya")));
        assertThat(contact.households())
                .singleElement()
                .satisfies(h -> assertThat(h.members())
                        .extracting(PersonKey::value)
                        .containsExactly("maya", "grace", "daniel"));
    }

    @Test
    void putsEveryFactIntoItsClass() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.SCHOOL_CONCERN);
        classed(contact, "form/children/0/identity", DataClass.IDENTITY);
        classed(contact, "form/children/0/characteristics", DataClass.REFERRAL_NARRATIVE);
        classed(contact, "form/children/0/health", DataClass.CHILD_HEALTH);
        classed(contact, "form/children/0/addresses/0", DataClass.LOCATION);
        classed(contact, "form/children/0/school", DataClass.LOCATION);
        classed(contact, "form/children/0/gp", DataClass.INVOLVEMENT);
        classed(contact, "form/household/1/other-names", DataClass.IDENTITY);
        classed(contact, "form/agencies/0", DataClass.INVOLVEMENT);
        classed(contact, "form/referrer", DataClass.INVOLVEMENT);
        classed(contact, "form/concern/injuries", DataClass.REFERRAL_NARRATIVE);
        classed(contact, "form/attachments/0", DataClass.UNCLASSIFIED);
        assertThat(item(contact, "form/children/0/health").labels().confidential())
                .isTrue();
    }

    @Test
    void givesEveryItemAnIdAndSomebodyItIsAbout() throws Unreadable {
        for (String name : SampleForms.names()) {
            Contact contact = Forms.sample(name);
            Set<String> ids = new HashSet<>();
            for (SourceItem item : contact.items()) {
                assertThat(ids.add(item.recordId())).as(item.recordId()).isTrue();
                assertThat(item.subjects()).as(item.recordId()).isNotEmpty();
                assertThat(item.recordedAt()).isPresent();
            }
        }
    }

    @Test
    void survivesTheWayToTheHub() throws Unreadable {
        for (String name : SampleForms.names()) {
            Contact contact = Forms.sample(name);
            assertThat(ModelJson.read(ModelJson.write(contact), Contact.class)).isEqualTo(contact);
        }
    }

    @Test
    void makesFreeTextAboutEverybody() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.REFUGE);
        assertThat(item(contact, "form/concern/whatHappened").subjects()).hasSameSizeAs(contact.people());
        assertThat(item(contact, "form/attachments/0").subjects()).hasSameSizeAs(contact.people());
    }

    /** Ruling 9: redaction acts on typed fields, so whatever names the refuge must be in one that locates, or free text. */
    @Test
    void letsTheRefugeStandOnlyInFieldsThatLocate() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.REFUGE);
        assertThat(contact.items().stream().flatMap(i -> i.fields().stream()))
                .filteredOn(f -> f.value().toLowerCase().matches("(?s).*(lantern|hidden|zz9|96012[34]).*"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.kind().locates()).as(f.label()).isTrue());
    }

    @Test
    void treatsAWorkersNameAsAWayToFindPeople() throws Unreadable {
        SourceItem refuge = item(Forms.sample(SampleForms.REFUGE), "form/agencies/0");
        assertThat(refuge.fields())
                .filteredOn(f -> f.value().equals("Petra Pretend"))
                .singleElement()
                .satisfies(f -> assertThat(f.kind().locates()).isTrue());
    }

    @Test
    void neverPutsTwoPeoplesAddressesIntoOneItem() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.REFUGE);
        assertThat(contact.items())
                .filteredOn(i -> i.labels().dataClass() == DataClass.LOCATION)
                .filteredOn(i -> !i.recordId().startsWith("form/households/"))
                .allSatisfy(i -> assertThat(i.subjects()).hasSize(1));
    }

    @Test
    void keepsAWholeFormFromTheFamilyWhenAskingWouldPrejudice() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.REFUGE);
        assertThat(contact.items())
                .allSatisfy(i ->
                        assertThat(i.labels().handling().conditions()).contains(HandlingCondition.NOT_FOR_SUBJECT));
    }

    @Test
    void keepsWithheldWordsOutOfTheHandlingText() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.REFUGE);
        assertThat(contact.items())
                .allSatisfy(i -> assertThat(i.labels().handling().text()).isEqualTo("Not to be shown to the family"));
        assertThat(values(item(contact, "form/keptFromFamily"))).contains("Karim is looking for");
    }

    @Test
    void keepsAllFromTheFamilyWhenAPartIsNotUnderstood() throws Unreadable {
        Contact contact = Forms.read(Forms.small(",\"keptFromFamily\":{\"sections\":[\"REFERRER\",\"PAGE 3\"]}"));
        assertThat(contact.items())
                .isNotEmpty()
                .allSatisfy(i ->
                        assertThat(i.labels().handling().conditions()).contains(HandlingCondition.NOT_FOR_SUBJECT));
        assertThat(contact.unknownTerms()).extracting("original").contains("PAGE 3");
    }

    @Test
    void keepsOnlyTheNamedPartFromTheFamily() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.NEIGHBOUR);
        assertThat(item(contact, "form/referrer").labels().handling().conditions())
                .contains(HandlingCondition.NOT_FOR_SUBJECT);
        assertThat(item(contact, "form/concern/whatHappened")
                        .labels()
                        .handling()
                        .conditions())
                .isEmpty();
    }

    @Test
    void hidesWhoReferredBehindTheRole() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.NEIGHBOUR);
        assertThat(contact.referrer().anonymous()).isTrue();
        SourceItem who = item(contact, "form/referrer");
        assertThat(who.labels().dataClass()).isEqualTo(DataClass.THIRD_PARTY_IDENTITY);
        assertThat(who.fields())
                .filteredOn(f -> f.kind() == FieldKind.ROLE)
                .singleElement()
                .satisfies(f -> assertThat(f.value()).isEqualTo("neighbour"));
        classed(contact, "form/referrer/secondHandSource", DataClass.THIRD_PARTY_IDENTITY);
        assertThat(contact.people()).noneMatch(p -> p.roles().contains(SubjectRole.REFERRER));
    }

    @Test
    void takesAnUnlistedRoleForFreeText() {
        assertThat(RoleWords.kindOf(" Health Visitor ")).isEqualTo(FieldKind.ROLE);
        assertThat(RoleWords.kindOf("manager of Lantern House")).isEqualTo(FieldKind.NARRATIVE);
    }

    @Test
    void keepsWhatItDoesNotUnderstand() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.NEIGHBOUR);
        assertThat(contact.categories()).containsExactlyInAnyOrder(ConcernCategory.NEGLECT, ConcernCategory.UNKNOWN);
        assertThat(contact.unknownTerms()).extracting("original").containsExactlyInAnyOrder("about 2019", "DRUGS");
        assertThat(person(contact, "boy").details().birthDate()).isEmpty();
        assertThat(values(item(contact, "form/children/0/identity"))).contains("Date of birth: about 2019");
        assertThat(values(item(contact, "form/concern"))).contains("CATEGORY Kind of harm feared: DRUGS");
    }

    @Test
    void dropsNumbersThatDoNotCheckAndKeepsThePerson() throws Unreadable {
        Contact contact = Forms.read(Forms.smallWithChild(
                "{\"key\":\"c\",\"names\":[],\"nhsNumber\":\"9990000019\",\"upn\":\"A999400116001\",\"councilNumber\":\"L-7\"}",
                ""));
        assertThat(person(contact, "c").details().identifiers()).containsExactly(new LocalId(Forms.CENSUS, "L-7"));
        assertThat(contact.unknownTerms()).extracting("original").containsExactly("9990000019", "A999400116001");
        assertThat(values(item(contact, "form/children/0/identity")))
                .contains("NHS number as written, not valid: 9990000019")
                .contains("Unique pupil number as written, not valid: A999400116001");
    }

    @Test
    void doesNotBelieveABirthAfterToday() throws Unreadable {
        Contact contact =
                Forms.read(Forms.smallWithChild("{\"key\":\"c\",\"names\":[],\"birthDate\":\"2026-04-02\"}", ""));
        assertThat(person(contact, "c").details().birthDate()).isEmpty();
        assertThat(contact.unknownTerms()).extracting("original").containsExactly("2026-04-02");
    }

    @Test
    void expectsTheUnborn() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.UNBORN);
        assertThat(person(contact, "unborn").details().birthDate())
                .contains(new BirthDate(LocalDate.of(2026, 6, 20), BirthDate.Accuracy.EXPECTED));
        assertThat(person(contact, "unborn").details().sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(contact.unknownTerms()).isEmpty();
    }

    @Test
    void classesAServiceBySensitivity() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.UNBORN);
        classed(contact, "form/agencies/0", DataClass.PARENT_HEALTH_TREATMENT);
        classed(contact, "form/household/0/health", DataClass.PARENT_HEALTH_TREATMENT);
        Contact odd = Forms.read(Forms.small(",\"agencies\":[{\"name\":\"X\",\"service\":\"HIV CLINIC\"}]"));
        classed(odd, "form/agencies/0", DataClass.UNKNOWN);
        assertThat(odd.unknownTerms()).extracting("original").containsExactly("HIV CLINIC");
    }

    @Test
    void protectsOtherNamesByEveryStatuteNamed() throws Unreadable {
        Contact contact = Forms.read(Forms.smallWithChild("""
                {"key":"c","names":[{"given":["Ada"],"family":"Example"},
                 {"given":["Bea"],"family":"Sample","use":"BIRTH"}],"protectedBy":["ADOPTION","SOMETHING"]}""", ""));
        assertThat(item(contact, "form/children/0/other-names").labels().statutes())
                .containsExactlyInAnyOrder(StatuteFlag.ADOPTION, StatuteFlag.UNKNOWN);
        assertThat(values(item(contact, "form/children/0/identity"))).doesNotContain("Bea");
    }

    @Test
    void callsAFileWhatItIs() throws Unreadable {
        String html = Base64.getEncoder().encodeToString("<script>".getBytes());
        Contact contact = Forms.read(Forms.small(",\"attachments\":["
                + "{\"fileName\":\"a.html\",\"mediaType\":\"text/html\",\"base64\":\"" + html + "\"},"
                + "{\"fileName\":\"b.png\",\"mediaType\":\"image/png\",\"base64\":\"" + html + "\"}]"));
        assertThat(contact.items().stream().flatMap(i -> i.attachments().stream()))
                .hasSize(2)
                .allSatisfy(a -> assertThat(a.mediaType()).isEqualTo("application/octet-stream"));
        assertThat(contact.unknownTerms()).extracting("original").containsExactly("text/html", "image/png");
        assertThat(Forms.sample(SampleForms.SCHOOL_CONCERN).items().stream().flatMap(i -> i.attachments().stream()))
                .singleElement()
                .satisfies(a -> assertThat(a.mediaType()).isEqualTo("image/png"));
    }

    @Test
    void readsAnAgreementForThoseItNamesOnly() throws Unreadable {
        Contact contact = Forms.sample(SampleForms.NEIGHBOUR);
        assertThat(contact.consents())
                .singleElement()
                .satisfies(c -> assertThat(c.covers()).isEmpty());
    }

    private static void classed(Contact contact, String recordId, DataClass dataClass) {
        assertThat(item(contact, recordId).labels().dataClass()).as(recordId).isEqualTo(dataClass);
    }
}
