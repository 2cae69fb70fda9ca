package uk.mashhub.hub.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.KeyWalk;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.model.id.PersonId;

/**
 * Gives people who were entered under other blocking keys those that are made now, some at a time, so that whoever comes
 * later finds them by all that may be alike. Whom they find already there {@link EnteredTwice} asks when all have theirs.
 * It goes on where it was after any crash, and of several hubs one is at it at a time. Nothing of anybody is logged.
 */
public final class Rekeying implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Rekeying.class);

    private final KeyWalk walk;
    private final PersonRecords records;
    private final BlockingKeys keys;
    private final TransactionTemplate transactions;
    private final int version;
    private final int most;
    private final Predicate<RuntimeException> ofOne;
    private volatile boolean done;

    /**
     * @param version of the keys, {@link BlockingKeys#VERSION}
     * @param most as many people in one run
     * @param ofOne whether a failure is of one record alone, and not of what the hub needs
     */
    public Rekeying(
            KeyWalk walk,
            PersonRecords records,
            BlockingKeys keys,
            TransactionTemplate transactions,
            int version,
            int most,
            Predicate<RuntimeException> ofOne) {
        this.walk = walk;
        this.records = records;
        this.keys = keys;
        this.transactions = transactions;
        this.version = version;
        this.most = most;
        this.ofOne = ofOne;
    }

    /** One step, unless everybody has been walked past. */
    @Override
    public void run() {
        if (!done) {
            done = Boolean.TRUE.equals(transactions.execute(status -> step()));
        }
    }

    private boolean step() {
        if (walk.done(version)) {
            return true;
        }
        Optional<KeyWalk.Step> step = walk.next(version, most);
        step.ifPresent(s -> {
            walk.replace(keysOf(s.people()));
            walk.walked(version, s);
        });
        return step.filter(s -> s.people().isEmpty()).isPresent();
    }

    /** Of those whose records this release can read. One that it cannot stops nobody else, and keeps what it is found by. */
    private Map<PersonId, List<Long>> keysOf(List<PersonId> people) {
        try {
            return records.keysOf(people, keys);
        } catch (RuntimeException e) {
            unlessOfOne(e);
            Map<PersonId, List<Long>> readable = new HashMap<>();
            people.forEach(id -> keysOf(id).ifPresent(of -> readable.put(id, of)));
            LOG.error(
                    "{} people cannot be read, and are found by the keys that they had",
                    people.size() - readable.size());
            return readable;
        }
    }

    private Optional<List<Long>> keysOf(PersonId id) {
        try {
            return Optional.ofNullable(records.keysOf(List.of(id), keys).get(id));
        } catch (RuntimeException e) {
            unlessOfOne(e);
            return Optional.empty();
        }
    }

    /** After what the database has refused, whatever it was about, nothing more can be asked in the transaction. */
    private void unlessOfOne(RuntimeException fault) {
        if (fault instanceof DataAccessException || !ofOne.test(fault)) {
            throw fault;
        }
    }
}
