package uk.mashhub.hub.wiring;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.log.ClockBehind;

/** Tells failures of what the hub needs from failures of a message. */
final class Faults {
    /** Classes 08 connection, 53 resources, 57 operator intervention, 58 system error (PostgreSQL appendix A). */
    private static final Set<String> INFRASTRUCTURE = Set.of("08", "53", "57", "58");

    private Faults() {}

    /** A deadlock or a serialisation failure: nobody's fault. */
    static boolean retryAtOnce(Throwable fault) {
        return fault instanceof PessimisticLockingFailureException;
    }

    /** Whether something that the hub needs is away. */
    static boolean ofInfrastructure(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof DataAccessResourceFailureException
                    || t instanceof RecoverableDataAccessException
                    || t instanceof QueryTimeoutException
                    || t instanceof CannotCreateTransactionException
                    || t instanceof TransactionSystemException
                    || t instanceof KeyMissing
                    || t instanceof PublishedPolicy.NotPublished
                    || t instanceof ClockBehind
                    || t instanceof SQLException s && infrastructure(s)) {
                return true;
            }
        }
        return false;
    }

    private static boolean infrastructure(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() >= 2 && INFRASTRUCTURE.contains(state.substring(0, 2));
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
