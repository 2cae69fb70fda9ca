package uk.mashhub.adapter.health;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.SafetyFlag;

class EncounterSourceTest extends HealthContract {
    private static final String NOBODY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";
    private final Stub strangers = Stub.saying(200, NOBODY);

    @Override
    SourceSystem source(FhirClient client) {
        return new EncounterSource(Asking.SOURCE, client, Asking.CLOCK);
    }

    @Override
    String endpoint() {
        return "health.fhir.url";
    }

    @Override
    SourceSystem strangers() {
        return source(Asking.client(strangers.url()));
    }

    @AfterAll
    void close() {
        strangers.close();
    }

    @Override
    public Question question() {
        return Asking.about(Asking.MAYA, Asking.GRACE);
    }

    static String bundle(String more, String... resources) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"" + more + ",\"entry\":[{\"resource\":"
                + String.join("},{\"resource\":", resources) + "}]}";
    }

    static String encounter(String id, String number, String more) {
        return "{\"resourceType\":\"Encounter\",\"id\":\"" + id
                + "\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"}," + more
                + "\"subject\":{\"identifier\":{\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"" + number
                + "\"}}}";
    }

    private Answer saying(String bundle) throws SourceUnavailable {
        try (Stub stub = Stub.saying(200, bundle)) {
            return source(Asking.client(stub.url())).ask(Asking.about(Asking.MAYA));
        }
    }

    @Test
    void bringsAChildsAttendancesWithWhatWasFound() throws SourceUnavailable {
        Answer answer = answering().ask(Asking.about(Asking.MAYA));
        assertThat(answer.items()).extracting(i -> i.labels().dataClass()).containsOnly(DataClass.CHILD_HEALTH);
        assertThat(SampleBundle.values(answer.items(), FieldKind.EVENT_DATE))
                .containsExactly("2026-01-11", "2026-02-20", "2026-01-11", "2026-02-20");
        assertThat(SampleBundle.values(answer.items(), FieldKind.NARRATIVE))
                .anySatisfy(n -> assertThat(n).contains("different ages"));
        assertThat(answer.items().get(1).eventKey())
                .contains("https://exampleshire-hospital.example/attendance|ED-2026-0220-17");
        assertThat(answer.items().get(2).labels().nature()).isEqualTo(Nature.FACT);
    }

    @Test
    void keepsAParentsTreatmentInItsOwnRow() throws SourceUnavailable {
        List<SourceItem> items = answering().ask(Asking.about(Asking.GRACE)).items();
        assertThat(items)
                .extracting(i -> i.labels().dataClass())
                .containsExactly(
                        DataClass.PARENT_HEALTH_TREATMENT, DataClass.PARENT_HEALTH_TREATMENT, DataClass.INVOLVEMENT);
    }

    @Test
    void passesOnThatThePracticeWithholdsItemsAndNothingMore() throws SourceUnavailable {
        SourceItem warning = answering().ask(Asking.about(Asking.GRACE)).items().get(2);
        assertThat(warning.fields()).hasSize(1);
        assertThat(warning.fields().get(0).kind()).isEqualTo(FieldKind.STATUS);
        assertThat(warning.fields().get(0).value()).isEqualTo("items withheld by the practice");
    }

    @Test
    void carriesTheRestrictionOfTheServersOwnPatientRecord() throws SourceUnavailable {
        Answer answer = answering().ask(Asking.about(Asking.TOMAS));
        assertThat(answer.people().get(0).key()).isEqualTo(Asking.TOMAS.key());
        assertThat(answer.people().get(0).flags()).extracting(f -> f.flag()).containsExactly(SafetyFlag.PDS_RESTRICTED);
    }

    @Test
    void neverPutsTheNumberIntoAnAddress() throws SourceUnavailable {
        strangers().ask(question());
        List<LoggedRequest> requests =
                strangers.server.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(
                        com.github.tomakehurst.wiremock.client.WireMock.anyUrl()));
        assertThat(requests).isNotEmpty().allSatisfy(r -> {
            assertThat(r.getUrl()).doesNotContain("999000");
            assertThat(r.getBodyAsString()).contains("999000");
        });
    }

    @Test
    void refusesAnAnswerAboutSomebodyElse() {
        assertThatThrownBy(() -> saying(bundle("", encounter("e", "9990000026", ""))))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("not asked about");
    }

    @Test
    void givesAnUnknownServiceToAPerson() throws SourceUnavailable {
        Answer answer = saying(bundle("", encounter("e", "9990000018", "\"serviceType\":{\"text\":\"Tulip room\"},")));
        assertThat(answer.items().get(0).labels().dataClass()).isEqualTo(DataClass.UNKNOWN);
        assertThat(answer.items().get(0).unknownTerms().get(0).original()).isEqualTo("Tulip room");
    }

    @Test
    void putsASexualHealthClinicIntoItsOwnRow() throws SourceUnavailable {
        Answer answer = saying(
                bundle("", encounter("e", "9990000018", "\"serviceType\":{\"text\":\"Sexual health clinic\"},")));
        assertThat(answer.items().get(0).labels().dataClass()).isEqualTo(DataClass.SEXUAL_REPRODUCTIVE_HEALTH);
    }

    @Test
    void saysNoRecordIfThereIsAssistedConceptionAndNothingElse() throws SourceUnavailable {
        Answer answer =
                saying(bundle("", encounter("e", "9990000018", "\"serviceType\":{\"text\":\"Fertility clinic\"},")));
        assertThat(answer).isEqualTo(saying(NOBODY));
        assertThat(answer.kind()).isEqualTo(Answer.Kind.NO_RECORD);
    }

    @Test
    void followsThePagesOfItsOwnServerOnly() throws SourceUnavailable {
        String link = ",\"link\":[{\"relation\":\"next\",\"url\":\"%s/more?page=2\"}]";
        try (Stub stub = Stub.saying(200, NOBODY)) {
            stub.server.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(
                            urlPathEqualTo("/Encounter/_search"))
                    .willReturn(aResponse()
                            .withBody(bundle(link.formatted(stub.url()), encounter("e1", "9990000018", "")))));
            stub.server.stubFor(get(urlPathEqualTo("/more"))
                    .willReturn(aResponse().withBody(bundle("", encounter("e2", "9990000018", "")))));
            assertThat(source(Asking.client(stub.url()))
                            .ask(Asking.about(Asking.MAYA))
                            .items())
                    .hasSize(2);
        }
        assertThatThrownBy(
                        () -> saying(bundle(link.formatted("http://127.0.0.1:1"), encounter("e1", "9990000018", ""))))
                .hasMessageContaining("another server");
    }

    @Test
    void doesNotPageForEver() throws SourceUnavailable {
        try (Stub stub = new Stub()) {
            stub.server.start();
            String endless = bundle(
                    ",\"link\":[{\"relation\":\"next\",\"url\":\"" + stub.url() + "/again\"}]",
                    encounter("e1", "9990000018", ""));
            stub.server.stubFor(com.github.tomakehurst.wiremock.client.WireMock.any(
                            com.github.tomakehurst.wiremock.client.WireMock.anyUrl())
                    .willReturn(aResponse().withBody(endless)));
            assertThatThrownBy(() -> source(Asking.client(stub.url())).ask(Asking.about(Asking.MAYA)))
                    .hasMessageContaining("no end");
        }
    }
}
