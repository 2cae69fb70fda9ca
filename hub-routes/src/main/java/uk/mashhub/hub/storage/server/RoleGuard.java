package uk.mashhub.hub.storage.server;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the database, at start, whether a pool's user could step round row-level security (ruling 18). Configuration is
 * never believed; what the server says about the connection is.
 */
public final class RoleGuard {
    /** What only those who hold no data may not have; each is asked of the connection's own user. */
    private static final String FAULTS = """
            select fault from (
              select 'is a superuser' as fault from pg_roles where rolname = session_user and rolsuper
              union all
              select 'has BYPASSRLS' from pg_roles where rolname = session_user and rolbypassrls
              union all
              select 'may create roles' from pg_roles where rolname = session_user and rolcreaterole
              union all
              select 'may replicate' from pg_roles where rolname = session_user and rolreplication
              union all
              select 'is a member of ' || o.rolname || ', which is a superuser or bypasses row security' from pg_roles o
                where (o.rolsuper or o.rolbypassrls) and o.rolname <> session_user
                  and pg_has_role(session_user, o.oid, 'MEMBER')
              union all
              select distinct 'owns tables, or may become their owner' from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'hub' and c.relkind in ('r', 'p', 'v', 'm')
                  and pg_has_role(session_user, c.relowner, 'MEMBER')
              union all
              select 'runs as another role than it logged in as' where current_user <> session_user
              union all
              select 'finds row security not forced on ' || c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'hub' and c.relname in ('view_head', 'view_body', 'view_link', 'key_wrap')
                  and not (c.relrowsecurity and c.relforcerowsecurity)
            ) f""";
    /** Rights that a readers' connection has before it takes a team's role: there must be none. */
    private static final String OWN_RIGHTS = """
            select 'has rights of its own on ' || c.relname from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'hub' and c.relkind in ('r', 'p', 'v', 'm')
                and has_table_privilege(session_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
            union all
            select 'may use the schema without a team''s role' where has_schema_privilege(session_user, 'hub', 'USAGE')
            union all
            select 'inherits the rights of ' || r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
              join pg_roles u on u.oid = m.member where u.rolname = session_user and m.inherit_option""";

    /** What a backup's user may do beside reading: nothing. */
    private static final String WRITES = """
            select 'may change ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'hub' and c.relkind in ('r', 'p', 'v', 'm')
                and has_table_privilege(session_user, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')""";

    private static final String BYPASSES = "has BYPASSRLS";

    private RoleGuard() {}

    /**
     * Checks the journey's pool.
     *
     * @throws RoleRefused naming the user and what is wrong with it
     */
    public static void checkApp(DataSource pool) {
        refuse(pool, FAULTS);
    }

    /**
     * Checks the readers' pool, which must have no right of its own besides.
     *
     * @throws RoleRefused naming the user and what is wrong with it
     */
    public static void checkWeb(DataSource pool) {
        refuse(pool, FAULTS);
        refuse(pool, OWN_RIGHTS);
    }

    /**
     * Checks a backup's connection: it reads every row, and changes none.
     *
     * @throws RoleRefused naming the user and what is wrong with it
     */
    public static void checkBackup(DataSource connection) {
        JdbcClient jdbc = JdbcClient.create(connection);
        List<String> found = new ArrayList<>(
                jdbc.sql(FAULTS + " union all " + WRITES).query(String.class).list());
        if (!found.remove(BYPASSES)) {
            found.add("lacks BYPASSRLS, so that a backup would lack rows");
        }
        refuse(jdbc, found);
    }

    private static void refuse(DataSource pool, String faults) {
        JdbcClient jdbc = JdbcClient.create(pool);
        refuse(jdbc, jdbc.sql(faults).query(String.class).list());
    }

    private static void refuse(JdbcClient jdbc, List<String> found) {
        if (!found.isEmpty()) {
            String user = jdbc.sql("select session_user").query(String.class).single();
            throw new RoleRefused("database user " + user + " " + String.join(", and ", found));
        }
    }
}
