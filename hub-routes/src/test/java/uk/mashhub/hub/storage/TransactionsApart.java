package uk.mashhub.hub.storage;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.server.TestDatabase;

/** A second transaction beside the one that is open, on a connection of its own. */
final class TransactionsApart {
    private TransactionsApart() {}

    static void run(TestDatabase database, Runnable work) {
        call(database, () -> {
            work.run();
            return true;
        });
    }

    static <T> T call(TestDatabase database, Supplier<T> work) {
        TransactionTemplate apart = new TransactionTemplate(database.appManager);
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return apart.execute(status -> work.get());
    }
}
