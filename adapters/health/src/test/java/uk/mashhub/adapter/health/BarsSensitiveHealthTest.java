package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.health.SampleBundle.aBruisedChild;
import static uk.mashhub.adapter.health.SampleBundle.items;

import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.StatuteFlag;

class BarsSensitiveHealthTest {
    private static final String CONDITION = "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"CHILD\"},"
            + "\"code\":%s,\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>told in words</div>\"}}";

    private static String json(Contact contact) {
        return new String(ModelJson.write(contact), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void dropsAssistedConceptionWithoutATrace() throws Exception {
        Contact plain = aBruisedChild().read();
        for (String code : new String[] {
            "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"52637005\"}]}",
            "{\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10\",\"code\":\"Z31.2\"}]}",
            "{\"text\":\"Conceived by IVF\"}"
        }) {
            Contact contact = aBruisedChild()
                    .plus("urn:uuid:ac", CONDITION.formatted(code))
                    .read();
            assertThat(contact).isEqualTo(plain);
        }
    }

    @Test
    void dropsWhatWasFoundAtAClinicOfAssistedConception() throws Exception {
        Contact contact = aBruisedChild()
                .set("Encounter", "serviceType", "{\"text\":\"Fertility clinic\"}")
                .read();
        assertThat(json(contact)).doesNotContain("Contusion").doesNotContain("ED-2026-0220-17");
    }

    @Test
    void flagsFreeTextThatMentionsAssistedConception() throws Exception {
        Contact contact = aBruisedChild()
                .set("ServiceRequest", "note", "[{\"text\":\"Mother says that IVF was hard.\"}]")
                .read();
        assertThat(items(contact, DataClass.REFERRAL_NARRATIVE).get(0).labels().statutes())
                .containsExactly(StatuteFlag.ASSISTED_CONCEPTION);
    }

    @Test
    void putsSexualHealthAndItsNarrativeIntoItsOwnRow() throws Exception {
        Contact contact = aBruisedChild()
                .plus("urn:uuid:sh", CONDITION.formatted("{\"text\":\"Chlamydia\"}"))
                .read();
        assertThat(items(contact, DataClass.SEXUAL_REPRODUCTIVE_HEALTH))
                .hasSize(2)
                .extracting(SourceItem::recordId)
                .containsExactly("urn:uuid:sh", "urn:uuid:sh#narrative");
    }

    @Test
    void takesALabelOfSexualHealthAsOne() throws Exception {
        Contact contact = aBruisedChild()
                .set("Condition", "meta", "{\"security\":[{\"code\":\"HIV\"}]}")
                .read();
        assertThat(items(contact, DataClass.SEXUAL_REPRODUCTIVE_HEALTH)).hasSize(1);
    }

    @Test
    void givesADiagnosisWithoutWordsToAPerson() throws Exception {
        Contact contact = aBruisedChild()
                .plus("urn:uuid:x", CONDITION.formatted("{\"coding\":[{\"code\":\"1234567\"}]}"))
                .read();
        assertThat(items(contact, DataClass.UNKNOWN)
                        .get(0)
                        .unknownTerms()
                        .get(0)
                        .original())
                .isEqualTo("1234567");
    }

    @Test
    void keepsAdultsTreatmentApartFromChildrensHealth() throws Exception {
        Contact contact =
                aBruisedChild().set("Patient", "birthDate", "\"1985-01-01\"").read();
        assertThat(items(contact, DataClass.CHILD_HEALTH)).isEmpty();
        assertThat(items(contact, DataClass.PARENT_HEALTH_TREATMENT)).isNotEmpty();
    }

    @Test
    void doesNotGuessTheAgeOfAPatient() throws Exception {
        Contact contact =
                aBruisedChild().with("Patient", p -> p.remove("birthDate")).read();
        assertThat(items(contact, DataClass.CHILD_HEALTH)).isEmpty();
        assertThat(items(contact, DataClass.UNKNOWN)).isNotEmpty();
    }

    @Test
    void keepsTheLabelsOfARecordAndOfTheWholeMessage() throws Exception {
        Contact contact = aBruisedChild()
                .set("Condition", "meta", "{\"security\":[{\"code\":\"NOPAT\"},{\"code\":\"R\"},{\"code\":\"huh\"}]}")
                .with(b -> b.set(
                        "meta",
                        new tools.jackson.databind.json.JsonMapper().readTree("{\"security\":[{\"code\":\"V\"}]}")))
                .read();
        assertThat(contact.items())
                .filteredOn(i -> i.recordId().equals(addressOfCondition()))
                .first()
                .satisfies(i -> assertThat(i.labels().handling().conditions())
                        .containsExactlyInAnyOrder(
                                HandlingCondition.NOT_FOR_SUBJECT,
                                HandlingCondition.CONSULT_ORIGINATOR,
                                HandlingCondition.UNKNOWN,
                                HandlingCondition.VERY_RESTRICTED));
        assertThat(contact.items())
                .allSatisfy(i ->
                        assertThat(i.labels().handling().conditions()).contains(HandlingCondition.VERY_RESTRICTED));
    }

    /** The words of a document are no less guarded than the document. */
    @Test
    void keepsTheLabelsOfADocumentOnItsNarrativeToo() throws Exception {
        Contact contact = aBruisedChild()
                .set("DocumentReference", "securityLabel", "[{\"coding\":[{\"code\":\"NOPAT\"},{\"code\":\"SDV\"}]}]")
                .set(
                        "DocumentReference",
                        "text",
                        "{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'>words</div>\"}")
                .read();
        String document = aBruisedChild().address("DocumentReference");
        assertThat(contact.items())
                .filteredOn(i -> i.recordId().startsWith(document))
                .hasSize(2)
                .allSatisfy(i -> {
                    assertThat(i.labels().handling().conditions()).contains(HandlingCondition.NOT_FOR_SUBJECT);
                    assertThat(i.labels().statutes()).containsExactly(StatuteFlag.UNKNOWN);
                });
    }

    /** A label of the whole message does not say which part it is about. */
    @Test
    void takesALabelOfTheWholeMessageForEveryPart() throws Exception {
        Contact contact = aBruisedChild()
                .with(b -> b.set(
                        "meta",
                        new tools.jackson.databind.json.JsonMapper().readTree("{\"security\":[{\"code\":\"STD\"}]}")))
                .read();
        assertThat(contact.items())
                .isNotEmpty()
                .allSatisfy(i -> assertThat(i.labels().dataClass()).isEqualTo(DataClass.SEXUAL_REPRODUCTIVE_HEALTH));
    }

    private static String addressOfCondition() {
        return aBruisedChild().address("Condition");
    }

    @Test
    void marksTheComplainantOfASexualOffence() throws Exception {
        Contact contact = aBruisedChild()
                .set("Flag", "code", "{\"coding\":[{\"code\":\"700254002\"}]}")
                .read();
        assertThat(contact.items())
                .anySatisfy(
                        i -> assertThat(i.labels().statutes()).containsExactly(StatuteFlag.SEXUAL_OFFENCE_COMPLAINANT));
    }
}
