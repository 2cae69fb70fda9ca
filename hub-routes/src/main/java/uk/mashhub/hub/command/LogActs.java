package uk.mashhub.hub.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.proof.LogRefused;
import uk.mashhub.hub.setup.InnerFault;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.ClockBehind;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Logged;

/**
 * Says in a hub's log what somebody does with that log from the command line. The entry gets its proof from the hub, now or when
 * it starts next: only a hub that has asked its witnesses lets the tree grow.
 */
final class LogActs {
    private static final String TYPE = "uk.mashhub.log.command.v1";
    private static final int LONGEST = 200;

    private final LogGuard guard;
    private final DisclosureLog log;
    private final SaltStore salts;
    private final TransactionTemplate transactions;
    private final String who;

    /**
     * The acts of one run.
     *
     * @param guard looks at the whole log before anything is written; the log signs with it
     * @param who two lines: the name that was given, and the user of the machine
     */
    LogActs(LogGuard guard, DisclosureLog log, SaltStore salts, TransactionTemplate transactions, String who) {
        this.guard = guard;
        this.log = log;
        this.salts = salts;
        this.transactions = transactions;
        this.who = who;
    }

    /**
     * Who runs a command.
     *
     * @param name as somebody gave it; the machine knows only which of its users it was
     */
    static String who(Optional<String> name, String user) {
        String given = name.orElse("not named");
        if (given.isBlank() || given.length() > LONGEST || given.chars().anyMatch(Character::isISOControl)) {
            throw new CommandFailed("a name is one line of up to " + LONGEST + " characters");
        }
        return given + "\n" + user;
    }

    /**
     * Logs that something leaves, before it does.
     *
     * @param what in a line, with no name of anybody
     * @throws CommandFailed if it cannot be logged: then nothing may leave
     */
    void leaves(String outcome, String what) {
        try {
            write(Act.EXPORT, outcome, what);
        } catch (LogRefused | ClockBehind | DataAccessException | TransactionException why) {
            throw new CommandFailed("nothing was written, as it cannot be logged: " + InnerFault.words(why));
        }
    }

    /** Logs what a check has found, or says why not: a log that cannot be written to can be checked all the same. */
    void found(String what, int exitCode) {
        String outcome = exitCode == 0 ? "GOOD" : exitCode == 1 ? "BAD" : "NOT_CHECKED";
        try {
            write(Act.VERIFICATION, outcome, what);
        } catch (LogRefused | ClockBehind | DataAccessException | TransactionException why) {
            System.out.println("not logged: " + InnerFault.words(why));
        }
    }

    private void write(Act act, String outcome, String what) {
        guard.look();
        Draft draft = new Draft(
                act,
                Audit.OPERATOR,
                Draft.NOBODY,
                Draft.NO_PURPOSE,
                outcome,
                Draft.NO_POLICY,
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(new Claim(
                        "content", String.join("\n", TYPE, what, who, "").getBytes(StandardCharsets.UTF_8))));
        Logged logged = Objects.requireNonNull(
                transactions.execute(status -> {
                    Logged entry = log.append(draft);
                    salts.keep(entry.entryId(), Holders.HUB, entry.salts());
                    return entry;
                }),
                "logged");
        System.out.println("logged as entry " + logged.entryId());
    }
}
