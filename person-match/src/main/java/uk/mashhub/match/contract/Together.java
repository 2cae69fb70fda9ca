package uk.mashhub.match.contract;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.PersonIndex;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** An index whose first visitor, having looked and not yet entered, waits until everybody else stands at the door. */
record Together(PersonIndex index, CountDownLatch arrived) implements PersonIndex {
    @Override
    public Found candidates(Set<BlockingKey> keys) {
        Found found = index.candidates(keys);
        try {
            arrived.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return found;
    }

    @Override
    public void add(PersonId id, PersonDetails details, Set<BlockingKey> keys) {
        index.add(id, details, keys);
    }

    @Override
    public void restrict(PersonId id, Set<StatuteFlag> statutes) {
        index.restrict(id, statutes);
    }

    @Override
    public <T> T alone(Set<BlockingKey> keys, Supplier<T> work) {
        arrived.countDown();
        return index.alone(keys, work);
    }
}
