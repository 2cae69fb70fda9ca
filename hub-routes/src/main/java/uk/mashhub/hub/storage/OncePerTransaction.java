package uk.mashhub.hub.storage;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read once in a transaction under a lock that lasts as long as the transaction, and so need not be read again. Outside
 * a transaction nothing is remembered. Thread-safe: a transaction has one thread.
 *
 * @param <T> never null
 */
public final class OncePerTransaction<T> {
    /** What is known in this transaction. */
    public Optional<T> known() {
        return held().map(Held::value);
    }

    /** Remembers until the transaction ends, in place of what was known before. */
    public void remember(T value) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        held().ifPresentOrElse(held -> held.value = value, () -> {
            Held<T> held = new Held<>(this, value);
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(held);
        });
    }

    /** Forgets, because it was changed. */
    public void forget() {
        held().ifPresent(Held::drop);
    }

    @SuppressWarnings("unchecked") // Bound above, under this key, and nowhere else.
    private Optional<Held<T>> held() {
        return Optional.ofNullable((Held<T>) TransactionSynchronizationManager.getResource(this));
    }

    private static final class Held<T> implements TransactionSynchronization {
        private final OncePerTransaction<T> key;
        private T value;
        private boolean gone;

        Held(OncePerTransaction<T> key, T value) {
            this.key = key;
            this.value = value;
        }

        T value() {
            return value;
        }

        /** It stays registered until the transaction ends, and must not come back. */
        void drop() {
            gone = true;
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }

        /** What was written since the savepoint is taken back, and what was remembered may rest on it. */
        @Override
        public void savepointRollback(Object savepoint) {
            drop();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }

        @Override
        public void resume() {
            if (!gone && TransactionSynchronizationManager.getResource(key) == null) {
                TransactionSynchronizationManager.bindResource(key, this);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
