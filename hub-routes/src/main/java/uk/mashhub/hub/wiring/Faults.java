package uk.mashhub.hub.wiring;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.proof.LogRefused;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.log.ClockBehind;

/** Tells failures of what the hub needs from failures of a message. */
final class Faults {
    /**
     * What a message alone can cause, by the classes of PostgreSQL's appendix A: 22 data exception, 23 integrity
     * constraint, 42 a statement that is wrong, 54 a limit of a statement or row, 0A not supported. Whatever else a
     * database says is the database's.
     */
    private static final Set<String> OF_THE_MESSAGE = Set.of("22", "23", "42", "54", "0A");
    /** A right was taken from the hub: insufficient_privilege. */
    private static final String NO_RIGHT = "42501";
    /** Class 40, transaction rollback: deadlock_detected, serialization_failure and the like. */
    private static final String ROLLED_BACK = "40";

    private Faults() {}

    /** A deadlock or a serialisation failure: nobody's fault. */
    static boolean retryAtOnce(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof ConcurrencyFailureException
                    || t instanceof SQLException s && stateOf(s).startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether something that the hub needs is away: a database, a key, the policy, memory, a class. A stack that
     * overflows is the message's, which nests too deep.
     */
    static boolean ofInfrastructure(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            // What the database itself says comes before what Spring makes of it.
            if (t instanceof SQLException s) {
                return infrastructure(s);
            }
        }
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (away(t)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what failed did so by itself: what comes after it may succeed, and it would fail again. */
    static boolean ofOne(Throwable fault) {
        return !ofInfrastructure(fault) && !retryAtOnce(fault);
    }

    private static boolean away(Throwable t) {
        return t instanceof DataAccessResourceFailureException
                || t instanceof RecoverableDataAccessException
                || t instanceof QueryTimeoutException
                || t instanceof CannotCreateTransactionException
                || t instanceof TransactionSystemException
                || t instanceof KeyMissing
                || t instanceof PublishedPolicy.NotInForce
                || t instanceof ClockBehind
                || t instanceof LogRefused
                || t instanceof LinkageError
                || t instanceof VirtualMachineError && !(t instanceof StackOverflowError);
    }

    private static boolean infrastructure(SQLException e) {
        String state = stateOf(e);
        return state.equals(NO_RIGHT) || state.length() < 2 || !OF_THE_MESSAGE.contains(state.substring(0, 2));
    }

    private static String stateOf(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** What is away, without any value. */
    static String words(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    /** Which kind of fault and where, without its message: messages may hold personal data. */
    static String place(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String at = trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        return fault.getClass().getSimpleName() + at;
    }
}
