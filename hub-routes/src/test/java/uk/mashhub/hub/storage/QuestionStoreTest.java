package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;

class QuestionStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");

    private final TestDatabase database = TestDatabase.shared();
    private final QuestionStore questions = new QuestionStore(database.app, database.vault);
    private final EnquiryStore enquiries = new EnquiryStore(database.app, database.vault, database.random);
    private final EnquiryId enquiry = EnquiryId.random(database.random);
    private final QuestionRow asked = new QuestionRow(
            QuestionId.random(database.random),
            enquiry,
            new AgencyId("exampleshire-police"),
            new SourceId("records"),
            "ASKED",
            AT,
            AT.plusSeconds(3600),
            AT,
            "");

    @BeforeEach
    void ask() {
        enquiries.create(new EnquiryRow(
                enquiry, TestDatabase.AREA, "MH-" + enquiry, "RECEIVED", "S17", "AMBER", AT, AT, 1, Optional.empty()));
        questions.add(asked, "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesBackTheQuestionAndItsKeys() {
        assertThat(questions.find(asked.token())).contains(asked);
        assertThat(questions.of(enquiry)).containsExactly(asked);
        assertThat(questions.keys(asked.token())).asString().isEqualTo("{\"a\":1}");
        assertThat(questions.lock(QuestionId.random(database.random))).isEmpty();
    }

    @Test
    void settlesAStateWithItsReason() {
        questions.settle(asked.token(), "REFUSED", AT.plusSeconds(5), "no gateway");
        questions.settle(asked.token(), "ANSWERED", AT.plusSeconds(9), "");

        QuestionRow found = questions.find(asked.token()).orElseThrow();
        assertThat(found.state()).isEqualTo("ANSWERED");
        assertThat(found.since()).isEqualTo(AT.plusSeconds(9));
        assertThat(found.reason()).isEmpty();
        assertThat(questions.keys(asked.token())).asString().isEqualTo("{\"a\":1}");
    }

    @Test
    void findsWhatIsOverdueInItsState() {}

    @Test
    void seesTheNewStateAfterWaitingForItsLock() throws Exception {
        CompletableFuture<QuestionRow> waiting = database.inApp().execute(s -> {
            questions.settle(asked.token(), "ANSWERED", AT, "late");
            CompletableFuture<QuestionRow> other = CompletableFuture.supplyAsync(() ->
                    database.inApp().execute(t -> questions.lock(asked.token()).orElseThrow()));
            assertThatThrownBy(() -> other.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return other;
        });

        assertThat(waiting.get(10, TimeUnit.SECONDS).state()).isEqualTo("ANSWERED");
    }

    @Test
    void keepsAContactByteForByte() {
        ReferralStore referrals = new ReferralStore(database.app, database.vault);
        ReferralRow row = new ReferralRow(
                ReferralId.random(database.random),
                Optional.empty(),
                new Principal("exampleshire-schools"),
                new SourceId("marf"),
                "council-marf-v1+json",
                AT);
        byte[] body = database.random.bytes(4096);
        referrals.add(row, "agency:exampleshire-council", body);
        referrals.attach(row.id(), enquiry);

        assertThat(referrals.body(row.id()))
                .hasValueSatisfying(b -> assertThat(b).isEqualTo(body));
        assertThat(referrals.of(enquiry)).extracting(ReferralRow::id).containsExactly(row.id());
        assertThat(referrals.find(row.id()).orElseThrow().enquiry()).contains(enquiry);
        assertThat(referrals.body(ReferralId.random(database.random))).isEmpty();
    }
}
