package uk.mashhub.hub.storage;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of people's acts. One that the database takes back, because two waited for each other (PostgreSQL appendix A,
 * class 40), has done nothing and is run again, a few times; then the person is asked to try again.
 */
public final class Retrying {
    private static final int TIMES = 4;

    private final TransactionTemplate transactions;

    public Retrying(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /**
     * Runs work in a transaction of its own.
     *
     * @param work may run more than once; only the last run has any effect
     * @throws ConcurrencyFailureException if the database took it back every time
     */
    public <T> T execute(TransactionCallback<T> work) {
        for (int i = 1; i < TIMES; i++) {
            try {
                return transactions.execute(work);
            } catch (ConcurrencyFailureException e) {
                // Nothing was done: the next run reads anew what the other has changed.
                continue;
            }
        }
        return transactions.execute(work);
    }
}
