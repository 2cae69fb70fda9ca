package uk.mashhub.hub.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The hub's tables as they are in a database, each after all that it refers to. Flyway's own is not one of them, nor are
 * sessions and their sign-outs: whoever was signed in signs in again. */
final class Tables {
    private static final String COLUMNS = """
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
              where c.relnamespace = 'hub'::regnamespace and c.relkind = 'r' and c.relname not in ('flyway_schema_history', 'web_session', 'web_sign_out')
                and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by c.relname, a.attnum""";
    private static final String REFERENCES = """
            select c.relname, f.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
              join pg_class f on f.oid = k.confrelid
              where k.contype = 'f' and c.relnamespace = 'hub'::regnamespace and c.oid <> f.oid""";

    private Tables() {}

    static List<Table> of(Connection connection) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        pairs(connection, COLUMNS, columns);
        Map<String, List<String>> references = new HashMap<>();
        pairs(connection, REFERENCES, references);
        List<Table> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (placed.size() < columns.size()) {
            List<String> next = columns.keySet().stream()
                    .filter(t -> !placed.contains(t))
                    .filter(t -> placed.containsAll(references.getOrDefault(t, List.of())))
                    .toList();
            if (next.isEmpty()) {
                throw new SQLException("tables refer to each other in a circle");
            }
            next.forEach(t -> ordered.add(new Table(t, columns.getOrDefault(t, List.of()))));
            placed.addAll(next);
        }
        return ordered;
    }

    private static void pairs(Connection connection, String sql, Map<String, List<String>> into) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                into.computeIfAbsent(rows.getString(1), k -> new ArrayList<>()).add(rows.getString(2));
            }
        }
    }
}
