package uk.mashhub.hub.retention;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.TermStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;

/**
 * Lets go what is of no enquiry and whose term is over, so many at a time, each time with a proof of deletion in the log: which term,
 * from before when, how many. Rows go with the keys that wrap their bodies; a copy of the database from before is opened by the
 * keystore until an erasure destroys the holder's key (ADR 0005).
 */
public final class Expiring {
    private static final int MOST = 1000;

    private final RetentionSchedules schedules;
    private final TermStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Expiring(
            RetentionSchedules schedules, TermStore store, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.schedules = schedules;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What would go now.
     *
     * @param number at most {@link #MOST}: of more it is only said that there are so many
     */
    public record Due(Term term, long number) {}

    /** The terms, and how much is due under each; changes nothing. */
    public List<Due> due() {
        Instant now = clock.instant();
        return terms().stream()
                .map(term -> new Due(term, store.due(term.what().name(), term.before(now), MOST)))
                .toList();
    }

    /** What goes by a day of its own. */
    public List<Term> terms() {
        return schedules.terms();
    }

    /** Lets a number go of what is kept so long. What cannot be logged stays. */
    public void run(Term term) {
        Instant before = term.before(clock.instant());
        if (store.due(term.what().name(), before, 1) > 0) {
            transactions.executeWithoutResult(status -> drop(term, before));
        }
    }

    private void drop(Term term, Instant before) {
        long gone = store.drop(term.what().name(), before, MOST);
        if (gone > 0) {
            Objects.requireNonNull(audit.noted(
                    Act.ERASURE, Audit.HUB, "TERM", List.of(new Claim("content", proof(term, before, gone)))));
        }
    }

    /** ASCII, one thing a line, each line ended by a newline. */
    static byte[] proof(Term term, Instant before, long gone) {
        return String.join("\n", "uk.mashhub.expiry.v1", "term " + term.what(), "before " + before, "rows " + gone, "")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
