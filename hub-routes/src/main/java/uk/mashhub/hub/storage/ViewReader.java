package uk.mashhub.hub.storage;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.model.RandomSource;

/**
 * The readers' side of views. Each piece of work is one transaction on a readers' connection, in the role of one team
 * (ruling 18); an exception in it rolls everything back, the log's entry included, and nothing is shown.
 *
 * <p>Who may be which team is settled before this is called.
 */
public final class ViewReader {
    private final JdbcClient jdbc;
    private final PlatformTransactionManager manager;
    private final Vault vault;
    private final RandomSource random;

    /** @param jdbc over the readers' pool, whose user is hub_web */
    public ViewReader(JdbcClient jdbc, PlatformTransactionManager manager, Vault vault, RandomSource random) {
        this.jdbc = jdbc;
        this.manager = manager;
        this.vault = vault;
        this.random = random;
    }

    /**
     * Reads as a team. The result is returned after the commit.
     *
     * @param teamRole from {@link TeamRoles}
     * @param work must not keep the {@link Reading}
     */
    public <T> T as(String teamRole, Function<Reading, T> work) {
        String role = TeamRoles.checked(teamRole);
        TransactionTemplate transaction = new TransactionTemplate(manager);
        // Always a transaction of its own: SET LOCAL must not leak into, or out of, another piece of work.
        transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        Optional<T> result = transaction.execute(status -> {
            jdbc.sql("set local role \"" + role + "\"").update();
            return Optional.of(work.apply(new Reading(jdbc, manager, vault, random)));
        });
        return result.orElseThrow();
    }
}
