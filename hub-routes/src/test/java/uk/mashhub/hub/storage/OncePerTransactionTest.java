package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.server.TestDatabase;

class OncePerTransactionTest {
    private final TestDatabase database = TestDatabase.shared();
    private final OncePerTransaction<String> once = new OncePerTransaction<>();

    @Test
    void itIsKnownUntilTheTransactionEnds() {
        database.inApp().executeWithoutResult(status -> {
            once.remember("first");
            once.remember("second");
            assertThat(once.known()).contains("second");
            once.forget();
            assertThat(once.known()).isEmpty();
            once.remember("third");
        });
        database.inApp().executeWithoutResult(status -> assertThat(once.known()).isEmpty());
    }

    @Test
    void whatWasRememberedIsForgottenWhereItWasRolledBack() {
        database.inApp().executeWithoutResult(status -> {
            once.remember("first");
            status.setRollbackOnly();
        });
        assertThat(once.known()).isEmpty();
    }

    @Test
    void whatASavepointTakesBackIsNotRemembered() {
        TransactionTemplate trial = database.inApp();
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        TransactionTemplate apart = database.inApp();
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        database.inApp().executeWithoutResult(status -> {
            once.remember("before");
            trial.executeWithoutResult(inner -> {
                once.remember("tried");
                inner.setRollbackOnly();
            });
            assertThat(once.known()).isEmpty();
            apart.executeWithoutResult(inner -> {});
            assertThat(once.known()).as("nor after another transaction ended").isEmpty();
        });
    }

    @Test
    void outsideATransactionNothingIsRemembered() {
        once.remember("first");
        assertThat(once.known()).isEmpty();
    }

    @Test
    void aTransactionInsideAnotherKnowsItsOwn() {
        TransactionTemplate apart = database.inApp();
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        database.inApp().executeWithoutResult(status -> {
            once.remember("outer");
            apart.executeWithoutResult(inner -> {
                assertThat(once.known()).isEmpty();
                once.remember("inner");
            });
            assertThat(once.known()).contains("outer");
        });
    }
}
