package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.mashhub.adapter.health.SampleBundle.aBruisedChild;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.vocabulary.Sex;

class BarsRefusalTest {
    private static void assertRefused(SampleBundle bundle, Fault fault, String place) {
        Unreadable refusal = catchThrowableOfType(Unreadable.class, bundle::read);
        assertThat(refusal).as("refusal at " + place).isNotNull();
        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal.place()).isEqualTo(place);
    }

    @Test
    void namesTheFhirPathOfAFault() {
        assertRefused(
                aBruisedChild().set("Patient", "birthDate", "\"1965-13-12\""),
                Fault.NOT_VALID,
                "Bundle.entry[2].resource.birthDate");
        assertRefused(aBruisedChild().set("Patient", "shoeSize", "44"), Fault.NOT_VALID, "Bundle.entry[2].resource");
        assertRefused(
                aBruisedChild().set("Patient", "name", "{\"family\":\"X\"}"),
                Fault.NOT_VALID,
                "Bundle.entry[2].resource.name");
        assertRefused(
                aBruisedChild().set("Patient", "name", "[{\"family\":\"X\",\"given\":[{}]}]"),
                Fault.NOT_VALID,
                "Bundle.entry[2].resource.name[0].given[0]");
    }

    @Test
    void refusesWhatChangesTheMeaning() {
        assertRefused(
                aBruisedChild().set("Flag", "modifierExtension", "[{\"url\":\"urn:not\",\"valueBoolean\":true}]"),
                Fault.NOT_VALID,
                "Bundle.entry[7].resource.modifierExtension");
    }

    @Test
    void listsAnUnknownCodeAndReadsOn() throws Exception {
        Contact contact =
                aBruisedChild().set("Patient", "gender", "\"martian\"").read();
        assertThat(contact.people().get(0).details().sex()).isEqualTo(Sex.UNKNOWN);
        assertThat(contact.unknownTerms()).anySatisfy(t -> {
            assertThat(t.place()).isEqualTo("Bundle.entry[2].resource.gender");
            assertThat(t.original()).isEqualTo("martian");
        });
    }

    @Test
    void refusesDocumentTypesInNarratives() {
        assertRefused(
                aBruisedChild()
                        .set(
                                "Patient",
                                "text",
                                "{\"status\":\"generated\",\"div\":\"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><div xmlns='http://www.w3.org/1999/xhtml'>&a;</div>\"}"),
                Fault.FORBIDDEN_CONSTRUCT,
                "Bundle.entry[2].resource.text.div");
    }

    @Test
    void refusesFactsAboutPeopleOutsideTheMessage() {
        for (String reference : new String[] {"http://127.0.0.1:9/Patient/1", "Patient/9990000018", "#x", ""}) {
            assertThat(catchThrowableOfType(
                            Unreadable.class,
                            () -> aBruisedChild()
                                    .set("Flag", "subject", "{\"reference\":\"" + reference + "\"}")
                                    .read()))
                    .isNotNull()
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.NOT_VALID));
        }
    }

    @Test
    void refusesTwoResourcesOfOneAddress() {
        SampleBundle bundle = aBruisedChild();
        String child = bundle.address("Patient");
        assertRefused(
                bundle.plus(child, "{\"resourceType\":\"Patient\",\"birthDate\":\"1990-01-01\"}"),
                Fault.NOT_VALID,
                "Bundle.entry[13].fullUrl");
    }

    @Test
    void refusesWhatIsNoReferral() {
        assertRefused(aBruisedChild().with(b -> b.put("type", "collection")), Fault.NOT_VALID, "Bundle.type");
        assertRefused(aBruisedChild().with(b -> b.put("type", "gossip")), Fault.NOT_VALID, "Bundle.type");
        assertRefused(
                aBruisedChild().set("MessageHeader", "eventCoding", "{\"code\":\"booking-request\"}"),
                Fault.NOT_VALID,
                "Bundle.entry[0].resource.eventCoding.code");
        assertRefused(
                aBruisedChild().set("ServiceRequest", "status", "\"entered-in-error\""),
                Fault.NOT_VALID,
                "Bundle.entry[1].resource.status");
        assertRefused(
                aBruisedChild()
                        .plus(
                                "urn:uuid:second",
                                "{\"resourceType\":\"ServiceRequest\",\"status\":\"active\",\"intent\":\"order\",\"subject\":{\"reference\":\"CHILD\"}}"),
                Fault.NOT_VALID,
                "Bundle.entry");
    }

    @Test
    void refusesMarkingsWhereverTheyStand() {
        for (String label : new String[] {"{\"code\":\"UK_SECRET\"}", "{\"display\":\"Top Secret\",\"code\":\"x\"}"}) {
            assertRefused(
                    aBruisedChild().set("Organization", "meta", "{\"security\":[" + label + "]}"),
                    Fault.CLASSIFIED_TOO_HIGH,
                    "Bundle.entry[12].resource.meta.security");
            assertRefused(
                    aBruisedChild().set("DocumentReference", "securityLabel", "[{\"coding\":[" + label + "]}]"),
                    Fault.CLASSIFIED_TOO_HIGH,
                    "Bundle.entry[8].resource.meta.security");
        }
    }

    @Test
    void keepsNoBrokenMessageThatMayBeMarkedTooHigh() {
        byte[] broken = new String(
                        aBruisedChild()
                                .set("Flag", "meta", "{\"security\":[{\"code\":\"SECRET\"}]}")
                                .bytes(),
                        StandardCharsets.UTF_8)
                .replaceFirst("}$", "")
                .getBytes(StandardCharsets.UTF_8);
        Unreadable refusal = catchThrowableOfType(
                Unreadable.class, () -> new BarsTranslator().translate(broken, SampleBundle.RECEIVED));
        assertThat(refusal.fault()).isEqualTo(Fault.CLASSIFIED_TOO_HIGH);
    }

    @Test
    void doesNotTakeASecretaryForASecret() throws Exception {
        assertThat(aBruisedChild()
                        .set("PractitionerRole", "meta", "{\"security\":[{\"code\":\"N\",\"display\":\"Secretary\"}]}")
                        .read())
                .isNotNull();
    }
}
