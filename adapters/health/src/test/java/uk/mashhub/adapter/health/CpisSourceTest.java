package uk.mashhub.adapter.health;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

class CpisSourceTest extends HealthContract {
    private static final String NOBODY = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
    private static final AgencyId OTHERSHIRE = new AgencyId("othershire-council");
    private final Stub strangers = Stub.saying(200, NOBODY);

    @Override
    SourceSystem source(FhirClient client) {
        return new CpisSource(Asking.SOURCE, client, Map.of("OTH1", OTHERSHIRE), false, Asking.CLOCK);
    }

    @Override
    String endpoint() {
        return "health.cpis.url";
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
        return Asking.about(Asking.RUBY);
    }

    private SourceItem item(String category, String more) throws SourceUnavailable {
        String team = "{\"resourceType\":\"CareTeam\",\"id\":\"t\",\"status\":\"active\"," + more
                + "\"category\":[{\"coding\":[{\"code\":\"" + category
                + "\",\"display\":\"Something\"}]}],\"name\":\"SOMEWHERE\"}";
        try (Stub stub = Stub.saying(
                200, NOBODY.replace("}", ",\"entry\":[{\"fullUrl\":\"urn:uuid:t\",\"resource\":" + team + "}]}"))) {
            return source(Asking.client(stub.url())).ask(question()).items().get(0);
        }
    }

    @Test
    void saysWhichAuthorityHasThePlanAndWhomToRing() throws SourceUnavailable {
        SourceItem plan = answering().ask(question()).items().get(0);
        assertThat(plan.labels().dataClass()).isEqualTo(DataClass.PLAN_LEGAL_STATUS);
        assertThat(plan.originator()).contains(OTHERSHIRE);
        assertThat(plan.when().from()).contains(LocalDate.parse("2025-09-12"));
        assertThat(SampleBundle.values(List.of(plan), FieldKind.PLAN))
                .containsExactly("Subject to a child protection plan");
        assertThat(SampleBundle.values(List.of(plan), FieldKind.CONTACT_POINT))
                .containsExactly("01632 960201", "07700 900201");
        assertThat(plan.fields()).anySatisfy(f -> assertThat(f.label()).isEqualTo("Emergency duty team, out of hours"));
    }

    @Test
    void tellsTheThreeStatusesApart() throws SourceUnavailable {
        assertThat(SampleBundle.values(List.of(item("764841000000100", "")), FieldKind.LEGAL_STATUS))
                .containsExactly("Looked after by a local authority");
        assertThat(SampleBundle.values(List.of(item("818901000000100", "")), FieldKind.PLAN))
                .containsExactly("Unborn child subject to a child protection plan");
        SourceItem other = item("999", "");
        assertThat(SampleBundle.values(List.of(other), FieldKind.PLAN)).isEmpty();
        assertThat(other.unknownTerms().get(0).original()).isEqualTo("Something");
        assertThat(other.originator()).isEmpty();
    }

    @Test
    void asksWithoutClaimingAnUnscheduledAttendance() throws SourceUnavailable {
        strangers().ask(question());
        strangers.server.verify(getRequestedFor(urlPathEqualTo("/CareTeam"))
                .withQueryParam("patient:identifier", equalTo("https://fhir.nhs.uk/Id/nhs-number|9990000093"))
                .withHeader("IsUnscheduledAccessEvent", equalTo("false")));
    }

    @Test
    void refusesAnAnswerAboutSomebodyElse() {
        String other =
                "\"subject\":{\"identifier\":{\"system\":\"https://fhir.nhs.uk/Id/nhs-number\",\"value\":\"9990000018\"}},";
        assertThatThrownBy(() -> item("342191000000101", other))
                .isInstanceOf(SourceUnavailable.class)
                .hasMessageContaining("not asked about");
    }

    @Test
    void isUnavailableWhenTheAnswerIsAnError() {
        String outcome = NOBODY.replace(
                "}",
                ",\"entry\":[{\"resource\":{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"exception\"}]}}]}");
        for (Stub stub : List.of(
                Stub.saying(200, outcome), Stub.saying(500, outcome), Stub.saying(401, ""), Stub.saying(302, ""))) {
            try (stub) {
                assertThatThrownBy(() -> source(Asking.client(stub.url())).ask(question()))
                        .isInstanceOf(SourceUnavailable.class);
            }
        }
    }

    @Test
    void saysNoRecordOfAChildWhoIsOnNoPlan() throws SourceUnavailable {
        assertThat(answering().ask(Asking.about(Asking.MAYA)).kind()).isEqualTo(Answer.Kind.NO_RECORD);
    }
}
