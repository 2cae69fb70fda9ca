package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.health.SampleBundle.aBruisedChild;
import static uk.mashhub.adapter.health.SampleBundle.items;
import static uk.mashhub.adapter.health.SampleBundle.named;
import static uk.mashhub.adapter.health.SampleBundle.values;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.contact.ContactRelationship;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.RelationshipKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

class BarsTranslatorTest {
    private static final PersonKey CHILD = new PersonKey("patient-1");

    @Test
    void readsWhoIsConcernedAndHow() throws Exception {
        Contact contact = aBruisedChild().read();
        assertThat(contact.categories()).containsExactly(ConcernCategory.PHYSICAL);
        assertThat(contact.people())
                .extracting(ContactPerson::roles)
                .containsExactly(
                        Set.of(SubjectRole.INDEX_CHILD, SubjectRole.VICTIM),
                        Set.of(SubjectRole.PARENT),
                        Set.of(SubjectRole.PARENT));
        assertThat(contact.people().get(0).details().identifiers()).containsExactly(new NhsNumber("9990000018"));
        assertThat(contact.relationships())
                .containsExactly(
                        new ContactRelationship(new PersonKey("related-2"), RelationshipKind.PARENT_OF, CHILD),
                        new ContactRelationship(new PersonKey("related-3"), RelationshipKind.PARENT_OF, CHILD));
        assertThat(contact.households().get(0).members()).containsExactly(CHILD, new PersonKey("related-2"));
        assertThat(contact.referrer().organisation()).isEqualTo("Exampleshire General Hospital");
        assertThat(contact.immediateDanger()).isFalse();
        assertThat(named("ruby-unspecified").read().immediateDanger()).isTrue();
    }

    @Test
    void makesAnItemOfEveryFactWithItsRow() throws Exception {
        Contact contact = aBruisedChild().read();
        assertThat(values(items(contact, DataClass.IDENTITY), FieldKind.NAME))
                .contains("Maya Okonkwo-Test", "Grace Okonkwo-Test", "Daniel Test-Harrow");
        assertThat(values(items(contact, DataClass.LOCATION), FieldKind.POSTCODE))
                .contains("ZZ1 1AA", "ZZ1 2BB");
        assertThat(values(items(contact, DataClass.REFERRAL_NARRATIVE), FieldKind.NARRATIVE))
                .anySatisfy(n -> assertThat(n).contains("second injury in six weeks"));
        assertThat(values(items(contact, DataClass.CHILD_HEALTH), FieldKind.CATEGORY))
                .contains("Contusion", "Accident and emergency service");
        assertThat(items(contact, DataClass.CHILD_HEALTH))
                .anySatisfy(i -> assertThat(i.labels().nature()).isEqualTo(Nature.OPINION));
        assertThat(contact.items())
                .allSatisfy(i -> assertThat(i.labels().confidential()).isTrue());
        assertThat(contact.items()).allSatisfy(i -> assertThat(i.subjects()).isNotEmpty());
    }

    @Test
    void keepsAPhotographWhole() throws Exception {
        SourceItem photo = items(aBruisedChild().read(), DataClass.UNCLASSIFIED).get(0);
        assertThat(photo.attachments()).hasSize(1);
        assertThat(photo.attachments().get(0).mediaType()).isEqualTo("image/png");
        assertThat(photo.attachments().get(0).base64()).startsWith("iVBORw0KGgo");
    }

    @Test
    void takesAttachmentsFromInsideTheBundleOnly() throws Exception {
        String content =
                "[{\"attachment\":{\"title\":\"../../etc/x.pdf\",\"contentType\":\"text/HTML; x\",\"url\":\"%s\"}}]";
        SourceItem outside = items(
                        aBruisedChild()
                                .set(
                                        "DocumentReference",
                                        "content",
                                        content.formatted("http://127.0.0.1:1/secret-place"))
                                .read(),
                        DataClass.UNCLASSIFIED)
                .get(0);
        assertThat(outside.attachments()).isEmpty();
        assertThat(outside.fields().toString() + values(java.util.List.of(outside), FieldKind.STATUS))
                .contains("ask for it")
                .doesNotContain("secret-place");
        SourceItem inside = items(
                        aBruisedChild()
                                .set("DocumentReference", "content", content.formatted("urn:uuid:bin"))
                                .plus(
                                        "urn:uuid:bin",
                                        "{\"resourceType\":\"Binary\",\"contentType\":\"a/b\",\"data\":\"QUJD\"}")
                                .read(),
                        DataClass.UNCLASSIFIED)
                .get(0);
        assertThat(inside.attachments().get(0).base64()).isEqualTo("QUJD");
        assertThat(inside.attachments().get(0).fileName()).doesNotContain("/");
        assertThat(inside.attachments().get(0).mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void flagsARestrictedPatientWithoutHidingWhoItIs() throws Exception {
        Contact contact = named("tomas-restricted").read();
        assertThat(contact.people().get(0).flags())
                .extracting(PersonFlag::flag)
                .containsExactly(SafetyFlag.PDS_RESTRICTED);
        assertThat(items(contact, DataClass.IDENTITY).get(0).labels().handling().conditions())
                .isEmpty();
    }

    @Test
    void flagsAPatientWhoseLabelNobodyKnows() throws Exception {
        Contact contact = aBruisedChild()
                .set("Patient", "meta", "{\"security\":[{\"code\":\"LOCALLY-HIDDEN\"}]}")
                .read();
        assertThat(contact.people().get(0).flags()).extracting(PersonFlag::flag).containsExactly(SafetyFlag.UNKNOWN);
        assertThat(items(contact, DataClass.IDENTITY).get(0).labels().handling().conditions())
                .containsExactly(HandlingCondition.UNKNOWN);
    }

    @Test
    void carriesVeryRestrictedFromAPatientToAllThatIsSaidOfTheChild() throws Exception {
        Contact contact = aBruisedChild()
                .set("Patient", "meta", "{\"security\":[{\"code\":\"V\"}]}")
                .read();
        assertThat(contact.items().stream()
                        .filter(i -> i.subjects().get(0).person().equals(CHILD)))
                .isNotEmpty()
                .allSatisfy(i ->
                        assertThat(i.labels().handling().conditions()).contains(HandlingCondition.VERY_RESTRICTED));
    }

    @Test
    void joinsARelatedPersonToThePatientOfTheSameVerifiedNumber() throws Exception {
        Contact contact = named("noor-refuge").read();
        assertThat(contact.people()).hasSize(3);
        assertThat(contact.relationships().get(0).from()).isEqualTo(new PersonKey("patient-2"));
    }

    @Test
    void keepsTypedTextsOutOfTypedFields() throws Exception {
        Contact contact = aBruisedChild()
                .set("Encounter", "serviceType", "{\"text\":\"paediatric clinic at Lantern House\"}")
                .set(
                        "Flag",
                        "code",
                        "{\"coding\":[{\"code\":\"697949003\",\"system\":\"urn:local\",\"display\":\"hit at Lantern House\"}]}")
                .read();
        assertThat(contact.items().stream().flatMap(i -> i.fields().stream()))
                .filteredOn(f -> f.value().contains("Lantern House"))
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.kind()).isEqualTo(FieldKind.NARRATIVE));
    }

    @Test
    void saysThatAPartIsThereWhichItDoesNotTranslate() throws Exception {
        Contact contact = aBruisedChild()
                .plus(
                        "urn:uuid:obs",
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"CHILD\"},"
                                + "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>Weight 21 kg<script>alert(1)</script></div>\"}}")
                .read();
        SourceItem rest = contact.items().get(contact.items().size() - 1);
        assertThat(rest.labels().dataClass()).isEqualTo(DataClass.UNCLASSIFIED);
        assertThat(rest.unknownTerms().get(0).original()).isEqualTo("Observation");
        assertThat(rest.fields().get(0).value()).isEqualTo("Weight 21 kg");
    }

    @Test
    void takesARefusalForOneAndAPermissionForNone() throws Exception {
        String consent =
                "{\"resourceType\":\"Consent\",\"status\":\"active\",\"scope\":{\"text\":\"x\"},\"category\":[{\"text\":\"x\"}],"
                        + "\"patient\":{\"reference\":\"CHILD\"},\"provision\":{\"type\":\"%s\"}}";
        assertThat(aBruisedChild()
                        .plus("urn:uuid:c", consent.formatted("deny"))
                        .read()
                        .consents()
                        .get(0)
                        .state())
                .isEqualTo(ConsentState.REFUSED);
        assertThat(aBruisedChild()
                        .plus("urn:uuid:c", consent.formatted("permit"))
                        .read()
                        .consents()
                        .get(0)
                        .state())
                .isEqualTo(ConsentState.UNKNOWN);
    }

    @Test
    void keepsAnUnknownRelationshipAsUnknown() throws Exception {
        Contact contact = aBruisedChild()
                .set("RelatedPerson", "relationship", "[{\"coding\":[{\"code\":\"ZZTOP\",\"display\":\"mum's ex\"}]}]")
                .read();
        assertThat(contact.relationships().get(0).kind()).isEqualTo(RelationshipKind.UNKNOWN);
        assertThat(contact.people().get(1).roles()).containsExactly(SubjectRole.UNKNOWN);
        assertThat(contact.unknownTerms())
                .anySatisfy(t -> assertThat(t.original()).isEqualTo("mum's ex"));
    }

    @Test
    void keepsAFlagThatNobodyKnowsForAPerson() throws Exception {
        Contact contact = aBruisedChild()
                .set(
                        "Flag",
                        "code",
                        "{\"coding\":[{\"code\":\"123\",\"system\":\"http://snomed.info/sct\",\"display\":\"Odd\"}]}")
                .read();
        assertThat(contact.categories()).containsExactly(ConcernCategory.UNKNOWN);
        assertThat(items(contact, DataClass.UNKNOWN)).hasSize(1);
    }

    @Test
    void doesNotTreatAnUpdateAsSomethingNew() throws Exception {
        assertThat(aBruisedChild()
                        .set("MessageHeader", "reason", "{\"coding\":[{\"code\":\"update\"}]}")
                        .read()
                        .unknownTerms())
                .anySatisfy(t -> assertThat(t.place()).endsWith("reason"));
    }
}
