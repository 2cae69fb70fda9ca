package uk.mashhub.hub.disclose;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that count what is read over them: which statements, how many rows, how many bytes of bodies. */
public final class CountedReading extends DelegatingDataSource {
    private final List<String> statements = new ArrayList<>();
    private long rows;
    private long bytes;

    public CountedReading(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        return counted(Connection.class, super.getConnection());
    }

    /** What was read since the last time, in words. */
    public String taken() {
        String all = String.join("\n", statements) + "\nrows " + rows + "\nbytes " + bytes;
        statements.clear();
        rows = 0;
        bytes = 0;
        return all;
    }

    private <T> T counted(Class<T> type, Object target) {
        InvocationHandler handler =
                (proxy, method, arguments) -> result(invoke(target, method, arguments), method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object result(Object result, Method method, Object[] arguments) {
        if (method.getName().startsWith("prepareStatement")) {
            statements.add((String) arguments[0]);
            return counted(PreparedStatement.class, result);
        }
        if (method.getName().equals("createStatement")) {
            return counted(Statement.class, result);
        }
        if (method.getName().startsWith("execute") && arguments != null && arguments[0] instanceof String sql) {
            statements.add(sql);
        }
        if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
            rows++;
        }
        if (method.getName().equals("getBytes") && result instanceof byte[] body) {
            bytes += body.length;
        }
        return result instanceof ResultSet ? counted(ResultSet.class, result) : result;
    }
}
