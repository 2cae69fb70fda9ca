package uk.mashhub.adapter.health.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.fhir.FhirWriter;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;

class ConsentsTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final JsonMapper JSON = new JsonMapper();
    private static final PersonId CHILD = new PersonId(new UUID(1, 2));
    private static final PersonId MOTHER = new PersonId(new UUID(3, 4));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    /** Read by HAPI alone, without what FhirReader would refuse before: the translator must not depend on it. */
    private static Consent read(String json) throws Unreadable {
        return new ConsentIn(ConsentIn::own)
                .read(FHIR.newJsonParser().parseResource(org.hl7.fhir.r4.model.Consent.class, json));
    }

    private static Consent record(ConsentState state, Optional<ConsentTerms> terms) {
        return new Consent(state, Set.of(CHILD), "mother, by telephone", Optional.empty(), terms, Optional.empty());
    }

    private static ConsentTerms terms() {
        return new ConsentTerms(
                ConsentGiver.PARENT,
                Optional.of(MOTHER),
                Optional.of(new Competence(Competence.Kind.CAPACITY_PRESUMED, "", Optional.empty())),
                new ConsentScope(
                        Set.of(new AgencyId("exampleshire-health")),
                        Set.of(),
                        Set.of(Purpose.S47),
                        Set.of(DataClass.CHILD_HEALTH)),
                Optional.of(DAY),
                Optional.of(DAY.plusDays(90)));
    }

    private static org.hl7.fhir.r4.model.Consent written(ConsentState state) {
        return ConsentOut.of(record(state, Optional.of(terms()))).get(0);
    }

    @Test
    void readsWhatItWroteAsTheSameRecord() throws Unreadable {
        Random random = new Random(20260304);
        for (int n = 0; n < 3_000; n++) {
            Consent record = any(random);
            List<org.hl7.fhir.r4.model.Consent> written = ConsentOut.of(record);
            assertThat(written).hasSameSizeAs(record.covers());
            Set<PersonId> covered = new java.util.HashSet<>();
            for (org.hl7.fhir.r4.model.Consent one : written) {
                Consent again = read(FhirWriter.json(one));
                covered.addAll(again.covers());
                assertThat(again)
                        .isEqualTo(new Consent(
                                record.state(),
                                again.covers(),
                                record.givenBy(),
                                record.notSoughtBecause(),
                                record.terms(),
                                Optional.empty()));
            }
            assertThat(covered).isEqualTo(record.covers());
        }
    }

    private static Consent any(Random random) {
        ConsentState state = one(random, ConsentState.values());
        boolean reason = state == ConsentState.NOT_SOUGHT && random.nextBoolean();
        return new Consent(
                state,
                Stream.of(CHILD, MOTHER, new PersonId(new UUID(5, 6)))
                        .filter(p -> random.nextBoolean())
                        .collect(Collectors.toSet()),
                one(random, "", "mother, by telephone", "<b>\"'& é"),
                reason ? Optional.of(one(random, NotSoughtReason.values())) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(anyTerms(random)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Consent.Recorded(Instant.parse("2026-03-04T09:00:00.123456Z"), 7)));
    }

    private static ConsentTerms anyTerms(Random random) {
        return new ConsentTerms(
                one(random, ConsentGiver.values()),
                one(random, Optional.empty(), Optional.of(MOTHER), Optional.of(CHILD)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Competence(
                                one(random, Competence.Kind.values()),
                                one(random, "", "social worker"),
                                one(random, Optional.empty(), Optional.of(DAY)))),
                new ConsentScope(
                        one(random, Set.of(), Set.of(new AgencyId("exampleshire-health"), new AgencyId("police"))),
                        one(random, Set.of(), Set.of(new TeamId("north"))),
                        one(random, Set.of(), Set.of(Purpose.S47, one(random, Purpose.S17, Purpose.UNKNOWN))),
                        one(random, Set.of(), Set.of(one(random, DataClass.values())))),
                one(random, Optional.empty(), Optional.of(DAY)),
                one(random, Optional.empty(), Optional.of(DAY.plusDays(random.nextInt(400)))));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    @ParameterizedTest
    @CsvSource({"GIVEN,active,permit", "REFUSED,active,deny", "WITHDRAWN,inactive,permit", "UNKNOWN,draft,"})
    void saysItAsFhirDoes(ConsentState state, String status, String type) {
        org.hl7.fhir.r4.model.Consent written = written(state);
        assertThat(written.getStatus().toCode()).isEqualTo(status);
        assertThat(Optional.ofNullable(written.getProvision().getType()).map(ConsentProvisionType::toCode))
                .isEqualTo(Optional.ofNullable(type));
        assertThat(written.getScope().getCodingFirstRep().getCode()).isEqualTo("patient-privacy");
        assertThat(written.getPatient().getIdentifier().getValue()).isEqualTo(CHILD.toString());
    }

    @Test
    void endsWhatWasWithdrawnOnTheDayBefore() {
        assertThat(written(ConsentState.WITHDRAWN)
                        .getProvision()
                        .getPeriod()
                        .getEndElement()
                        .getValueAsString())
                .isEqualTo("2026-03-03");
    }

    /** A reader that does not know the extension must not take a child's yes for one. */
    @ParameterizedTest
    @EnumSource(Competence.Kind.class)
    void modifiesAYesOfSomebodyWhoCouldNotDecide(Competence.Kind kind) {
        Competence competence = new Competence(kind, "", Optional.empty());
        ConsentTerms terms = new ConsentTerms(
                ConsentGiver.SELF,
                Optional.of(CHILD),
                Optional.of(competence),
                ConsentScope.ALL,
                Optional.empty(),
                Optional.empty());
        assertThat(ConsentOut.of(record(ConsentState.GIVEN, Optional.of(terms)))
                        .get(0)
                        .hasModifierExtension())
                .isEqualTo(competence.lacking());
    }

    @Test
    void marksThatNobodyAskedAsNotForThePerson() {
        assertThat(written(ConsentState.NOT_SOUGHT).getMeta().getSecurity())
                .extracting(Coding::getCode)
                .containsExactly("NOPAT");
    }

    /** The end of a permission that has become inactive is not the day on which it was withdrawn. */
    @Test
    void doesNotTakeAPlannedEndForTheBeginningOfAWithdrawal() throws Unreadable {
        org.hl7.fhir.r4.model.Consent foreign = written(ConsentState.GIVEN);
        foreign.setStatus(org.hl7.fhir.r4.model.Consent.ConsentState.INACTIVE);
        Consent read = read(FhirWriter.json(foreign));
        assertThat(read.state()).isEqualTo(ConsentState.WITHDRAWN);
        assertThat(read.terms().orElseThrow().from()).isEmpty();
        assertThat(read.terms().orElseThrow().to()).isEmpty();
    }

    @Test
    void takesARejectedProposalForARefusalOfEverything() throws Unreadable {
        org.hl7.fhir.r4.model.Consent foreign = written(ConsentState.GIVEN);
        foreign.setStatus(org.hl7.fhir.r4.model.Consent.ConsentState.REJECTED);
        Consent read = read(FhirWriter.json(foreign));
        assertThat(read.state()).isEqualTo(ConsentState.REFUSED);
        assertThat(read.terms().orElseThrow().scope()).isEqualTo(ConsentScope.ALL);
        assertThat(read.terms().orElseThrow().to()).isEmpty();
    }

    @Test
    void takesAProposalForNoWordYet() throws Unreadable {
        org.hl7.fhir.r4.model.Consent foreign = written(ConsentState.GIVEN);
        foreign.setStatus(org.hl7.fhir.r4.model.Consent.ConsentState.PROPOSED);
        assertThat(read(FhirWriter.json(foreign)).state()).isEqualTo(ConsentState.UNKNOWN);
    }

    @Test
    void leavesOutExtensionsOfOthersThatModifyNothing() throws Unreadable {
        org.hl7.fhir.r4.model.Consent foreign = written(ConsentState.GIVEN);
        foreign.addExtension("https://other.example/ext", new org.hl7.fhir.r4.model.StringType("x"));
        assertThat(read(FhirWriter.json(foreign))).isEqualTo(record(ConsentState.GIVEN, Optional.of(terms())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/provision/type | null | Consent.provision.type",
                "/provision/provision | [{\"type\":\"deny\"}] | Consent.provision.provision[0]",
                "/modifierExtension | [{\"url\":\"https://x.example\",\"valueCode\":\"x\"}] | Consent.modifierExtension[0]",
                "/provision/modifierExtension | [{\"url\":\"https://x.example\",\"valueCode\":\"x\"}] | Consent.provision.modifierExtension[0]",
                "/implicitRules | \"https://x.example\" | Consent.implicitRules",
                "/contained | [{\"resourceType\":\"Patient\",\"id\":\"p\"}] | Consent.contained[0]",
                "/verification | [{\"verified\":false}] | Consent.verification[0]",
                "/provision/securityLabel | [{\"code\":\"N\"}] | Consent.provision.securityLabel[0]",
                "/provision/dataPeriod | {\"start\":\"2026-01-01\"} | Consent.provision.dataPeriod",
                "/provision/code | [{\"text\":\"x\"}] | Consent.provision.code[0]",
                "/provision/data | [{\"meaning\":\"instance\",\"reference\":{\"display\":\"x\"}}] | Consent.provision.data[0]",
                "/provision/purpose | [{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActReason\",\"code\":\"TREAT\"}] | Consent.provision.purpose[0]",
                "/provision/purpose | [{\"code\":\"S47\"}] | Consent.provision.purpose[0]",
                "/provision/class | [{\"system\":\"https://fhir.mashhub.example/CodeSystem/data-class\",\"code\":\"ALL\"}] | Consent.provision.class[0]",
                "/provision/action | [{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/consentaction\",\"code\":\"collect\"}]}] | Consent.provision.action[0].coding[0]",
                "/provision/actor/0/role | {\"text\":\"anyone\"} | Consent.provision.actor[0].role.coding",
                "/provision/actor/0/reference | {\"reference\":\"Organization/1\"} | Consent.provision.actor[0].reference.reference",
                "/provision/actor/0/reference/identifier/system | \"https://x.example\" | Consent.provision.actor[0].reference.identifier",
                "/provision/actor/0/reference/identifier/value | \"A B\" | Consent.provision.actor[0].reference.identifier.value",
                "/provision/period | {\"start\":\"2026\"} | Consent.provision.period.start",
                "/provision/period | {\"end\":\"2026-03-04T10:00:00Z\"} | Consent.provision.period.end",
                "/provision/period | {\"_end\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"masked\"}]}} | Consent.provision.period.end",
                "/policy/0/uri | \"https://x.example/law\" | Consent.policy[0].uri",
                "/policyRule | {\"text\":\"as told\"} | Consent.policyRule.coding",
                "/scope/coding/0/code | \"research\" | Consent.scope.coding[0]",
                "/category/0/coding/0/code | \"EMRGONLY\" | Consent.category[0].coding[0]",
                "/patient | {\"display\":\"A child\"} | Consent.patient.identifier",
                "/patient/identifier/value | \"nobody\" | Consent.patient.identifier",
                "/performer | [{\"display\":\"a\"},{\"display\":\"b\"}] | Consent.performer[1]",
                "/performer | [{\"display\":\"a\"}] | Consent.performer",
                "/status | \"entered-in-error\" | Consent.status",
                "/extension | [{\"url\":\"https://fhir.mashhub.example/StructureDefinition/other\",\"valueCode\":\"x\"}] | Consent.extension[0]",
                "/extension | [{\"url\":\"https://fhir.mashhub.example/StructureDefinition/consent-not-sought\",\"valueCode\":\"CANNOT_BE_GIVEN\"}] | Consent.extension",
                "/extension | [{\"url\":\"https://fhir.mashhub.example/StructureDefinition/consent-competence\",\"valueCode\":\"x\"}] | Consent.extension",
            })
    void refusesWhatItCannotHonourAndSaysWhere(String pointer, String json, String place) {
        ObjectNode tree = (ObjectNode) JSON.readTree(FhirWriter.json(written(ConsentState.GIVEN)));
        set(tree, pointer, json);
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> read(tree.toString()));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.place()).isEqualTo(place);
        assertThat(refusal.reason()).doesNotContain("example");
    }

    private static void set(ObjectNode tree, String pointer, String json) {
        int last = pointer.lastIndexOf('/');
        var parent = tree.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (json.equals("null")) {
            ((ObjectNode) parent).remove(name);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), JSON.readTree(json));
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(json));
        }
    }

    @Test
    void refusesAnEndedRefusalWhichLiftsNothing() {
        org.hl7.fhir.r4.model.Consent foreign = written(ConsentState.REFUSED);
        foreign.setStatus(org.hl7.fhir.r4.model.Consent.ConsentState.INACTIVE);
        Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> read(FhirWriter.json(foreign)));
        assertThat(refusal.place()).isEqualTo("Consent.provision.type");
    }
}
