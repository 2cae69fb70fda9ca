package uk.mashhub.hub.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A question that was lost on the way, such as one at the dead letters, is asked once more when a person says so. */
class AskAgainTest {
    private static final AgencyId POLICE = new AgencyId("exampleshire-police");
    private static final SourceId RECORDS = new SourceId("police-records");

    private final SmallHub hub = SmallHub.started();
    private final SignedIn dana = hub.somebody("council-decision");
    private final EnquiryId id =
            hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());

    private Agency police() {
        return hub.area.agency(POLICE).orElseThrow();
    }

    private void asksOnceMore() {
        hub.in(() -> {
            hub.asking().askOnceMore(hub.ledger.lock(id), hub.packet(id), police());
            return true;
        });
    }

    private List<QuestionId> asked() {
        return hub.questions.of(id).stream()
                .filter(q -> q.source().equals(RECORDS))
                .map(QuestionRow::token)
                .toList();
    }

    private long sent() {
        return JdbcClient.create(hub.database.superuser())
                .sql(
                        "select count(*) from outbox where duplicate_id in (select token from question where enquiry_id = :id)")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private void answers(QuestionId token) {
        hub.answer(new Answer(
                token,
                RECORDS,
                Answer.Kind.NO_RECORD,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    @Test
    void isForTheScreeningTeamAndBusinessSupportWhileAnAnswerIsMissing() {
        assertThat(hub.act(dana, id, new Act.AskAgain(POLICE)))
                .as("nobody asked them")
                .isPresent();
        QuestionId token = hub.ask(id, "police-records");
        assertThat(hub.act(hub.somebody("health-desk"), id, new Act.AskAgain(POLICE)))
                .isPresent();
        verify(hub.enquirer, never()).askOnceMore(any(), any(), any());
        assertThat(hub.act(hub.somebody("business-support"), id, new Act.AskAgain(POLICE)))
                .isEmpty();
        verify(hub.enquirer).askOnceMore(any(), any(), argThat(a -> a.id().equals(POLICE)));
        answers(token);
        assertThat(hub.act(dana, id, new Act.AskAgain(POLICE)))
                .as("they have answered")
                .isPresent();
    }

    @Test
    void sendsANewQuestionByTheOrdinaryChainAndTakesAnAnswerToEither() {
        QuestionId lost = hub.ask(id, "police-records");
        asksOnceMore();
        assertThat(asked()).hasSize(2).contains(lost);
        assertThat(sent()).isEqualTo(1);
        QuestionId again =
                asked().stream().filter(t -> !t.equals(lost)).findFirst().orElseThrow();
        answers(again);
        asksOnceMore();
        assertThat(asked()).as("nothing is missing").hasSize(2);
        answers(lost);
        assertThat(hub.packet(id).agencies())
                .filteredOn(a -> a.agency().equals(POLICE))
                .flatExtracting(a -> a.sources())
                .allSatisfy(s -> assertThat(s.state().name()).isEqualTo("NO_RECORD"));
    }
}
