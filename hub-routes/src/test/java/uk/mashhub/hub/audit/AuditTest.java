package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SubjectRole;

class AuditTest {
    private final SmallHub hub = SmallHub.started();

    @Test
    void namesInEachEntryOfAViewTheEntryOfTheVersionBefore() {
        EnquiryId id = hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
        hub.act(hub.somebody("council-screening"), id, new Act.Rate(Rating.GREEN, "First look."));
        hub.act(hub.somebody("council-screening"), id, new Act.Rate(Rating.RED, "He has come back."));

        for (String act : List.of("DISCLOSURE", "DECISION")) {
            List<JsonNode> versions = entries(id, act);
            assertThat(versions).as(act).hasSizeGreaterThanOrEqualTo(3);
            assertThat(versions.get(0).path("previous").isString()).as(act).isFalse();
            for (int i = 1; i < versions.size(); i++) {
                assertThat(versions.get(i).path("previous").asString(""))
                        .as(act)
                        .isEqualTo(versions.get(i - 1).path("id").asString());
            }
        }
    }

    private List<JsonNode> entries(EnquiryId id, String act) {
        return JdbcClient.create(hub.database.superuser())
                .sql("select l.entry from log_entry l join decision_trace t on t.disclosure_id::text = l.disclosure_id"
                        + " join view_head h using (view_id) where h.enquiry_id = :id and h.team = 'council-decision'"
                        + " and l.act = :act order by t.version")
                .param("id", id.value())
                .param("act", act)
                .query((row, n) ->
                        JsonMapper.shared().readTree(new String(row.getBytes("entry"), StandardCharsets.UTF_8)))
                .list();
    }
}
