package uk.mashhub.hub.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database whose client dies at one step, for the server as after kill -9: its connection ends in the middle of what it did,
 * nobody says goodbye, and nothing more comes. A step is the instant before or after a statement or a commit.
 */
final class CutDatabase extends DelegatingDataSource {
    private static final Set<String> STEPS = Set.of("execute", "executeQuery", "executeUpdate", "commit");

    private final Predicate<List<String>> last;
    private final Runnable death;
    private final List<String> steps = new ArrayList<>();
    private boolean dead;

    /** @param last the number of the step at which it dies, from 0 */
    CutDatabase(DataSource source, int last) {
        this(source, steps -> steps.size() > last, () -> {});
    }

    /**
     * One whose client dies itself.
     *
     * @param last told all steps so far, the newest at their end: whether it dies now
     * @param death ends the process
     */
    CutDatabase(DataSource source, Predicate<List<String>> last, Runnable death) {
        super(source);
        this.last = last;
        this.death = death;
    }

    /** Whoever meets this would be dead. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Whether it came to the step. */
    boolean dead() {
        return dead;
    }

    /** The step at which it died, in words. */
    String lastStep() {
        return steps.size() + " " + steps.get(steps.size() - 1);
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireAlive();
        Connection real = super.getConnection();
        return proxy(Connection.class, real, real, "commit");
    }

    private <T> T proxy(Class<T> type, T target, Connection connection, String what) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean step = STEPS.contains(method.getName());
                    if (step) {
                        pass("before: " + what, connection);
                    }
                    Object result = invoke(target, method, arguments);
                    if (step) {
                        pass("after: " + what, connection);
                    }
                    return result instanceof PreparedStatement statement
                            ? proxy(PreparedStatement.class, statement, connection, String.valueOf(arguments[0]))
                            : result;
                }));
    }

    private Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        // Its connection is closed by now; Spring tidies up, which no dead process does.
        if (!dead || method.getName().equals("close")) {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
        throw new Killed();
    }

    private void pass(String step, Connection connection) throws SQLException {
        requireAlive();
        steps.add(step);
        if (last.test(List.copyOf(steps))) {
            death.run();
            dead = true;
            connection.abort(Runnable::run);
            throw new Killed();
        }
    }

    private void requireAlive() {
        if (dead) {
            throw new Killed();
        }
    }
}
