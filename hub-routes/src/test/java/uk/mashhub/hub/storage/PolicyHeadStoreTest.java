package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.UserId;

class PolicyHeadStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");
    private static final PolicyHash OLD = new PolicyHash("a".repeat(64));
    private static final PolicyHash NEW = new PolicyHash("b".repeat(64));

    private final TestDatabase database = TestDatabase.shared();
    private final PolicyHeadStore heads = new PolicyHeadStore(database.app);
    private final PolicyStore store = new PolicyStore(database.app);

    private PolicyHead proposed(PolicyHash hash) {
        store.keep(new PolicyVersion(hash, new byte[] {7}, new byte[] {8}), AT);
        UUID id = database.random.uuid();
        store.propose(new PolicyProposal(id, hash, AT, AT, List.of()));
        return new PolicyHead(hash, id);
    }

    private void sign(PolicyHead proposal) {
        assertThat(store.sign(proposal.proposal(), signature())).isTrue();
    }

    private PolicySignature signature() {
        return new PolicySignature(UserId.random(database.random), AT, new byte[] {1});
    }

    @Test
    void movesTheHeadAndKeepsWhatWasPublished() {
        heads.move(proposed(OLD));
        PolicyHead next = proposed(NEW);
        heads.move(next);

        assertThat(heads.head()).contains(next);
        assertThat(store.version(OLD).orElseThrow().files()).containsExactly(8);
        assertThat(store.version(OLD).orElseThrow().canonical()).containsExactly(7);
    }

    @Test
    void takesOneSignatureOfOnePerson() {
        PolicyHead proposal = proposed(OLD);
        PolicySignature once = signature();

        assertThat(store.sign(proposal.proposal(), once)).isTrue();
        assertThat(store.sign(proposal.proposal(), once)).isFalse();
        assertThat(store.proposal(proposal.proposal()).orElseThrow().signed()).isFalse();
    }

    @Test
    void findsDueWhatTwoHaveSignedLastOfAllThatHasStarted() {
        database.inApp().executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            PolicyHead signedOnce = proposed(NEW);
            sign(signedOnce);
            PolicyHead first = proposed(OLD);
            PolicyHead second = proposed(NEW);
            List.of(second, first, second, first).forEach(this::sign);

            assertThat(store.due(AT).findFirst().orElseThrow().id()).isEqualTo(first.proposal());
            assertThat(store.due(AT.minusSeconds(1)).findFirst().map(PolicyProposal::id))
                    .isNotEqualTo(Optional.of(first.proposal()));
        });
    }

    @Test
    void changesNothingThatWasSigned() {
        proposed(OLD);
        for (String table : List.of("policy_version", "policy_proposal", "policy_signature")) {
            assertThatThrownBy(() -> JdbcClient.create(database.owner())
                            .sql("delete from " + table)
                            .update())
                    .as(table)
                    .hasStackTraceContaining("append only");
        }
    }

    @Test
    void holdsTheHeadWhileADecisionIsUnderWay() throws Exception {
        PolicyHead before = proposed(OLD);
        PolicyHead after = proposed(NEW);
        heads.move(before);
        CompletableFuture<Void> publish = database.inApp().execute(s -> {
            assertThat(heads.hold()).contains(before);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> heads.move(after));
            assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return other;
        });

        publish.get(10, TimeUnit.SECONDS);
        assertThat(heads.hold()).contains(after);
    }
}
