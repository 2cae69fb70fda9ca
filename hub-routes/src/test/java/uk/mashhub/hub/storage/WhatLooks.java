package uk.mashhub.hub.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What in the database looks into some tables, or is changed with them, without the statement naming them: found in the
 * catalogue.
 */
final class WhatLooks {
    private static final Pattern CHANGED =
            Pattern.compile("(?i)\\b(?:insert into|update|delete from) (?!set\\b)(?:hub\\.)?(\\w+)");

    /** Each a name and a text that may mention others. */
    private record Text(String name, String text) {
        boolean mentions(Collection<String> names) {
            return names.stream()
                    .anyMatch(n ->
                            Pattern.compile("\\b" + n + "\\b").matcher(text).find());
        }
    }

    private final JdbcClient jdbc;

    WhatLooks(DataSource superuser) {
        this.jdbc = JdbcClient.create(superuser);
    }

    Set<String> into(Set<String> tables) {
        Map<String, String> functions = new HashMap<>();
        texts("select proname, string_agg(coalesce(prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), ''), ' ')"
                        + " from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        + " where n.nspname in ('hub', 'hub_roles') group by proname")
                .forEach(t -> functions.put(t.name(), t.text()));
        Set<String> reaching = reaching(functions, tables);
        Set<String> all = new TreeSet<>(reaching);
        all.addAll(tables);
        Set<String> looks = new TreeSet<>(reaching);
        // Triggers, those of deletions alone for deletions; policies; a view's own words; references.
        texts("""
                        select case tgtype & 28 when 8 then 'delete from ' else '' end || c.relname, string_agg(p.proname, ' ')
                          from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                          join pg_namespace n on n.oid = c.relnamespace
                          where n.nspname = 'hub' and not t.tgisinternal group by 1
                        union all
                        select tablename, string_agg(coalesce(qual, '') || ' ' || coalesce(with_check, ''), ' ')
                          from pg_policies where schemaname = 'hub' group by tablename
                        union all
                        select viewname, definition from pg_views where schemaname = 'hub'
                        union all
                        select c.relname, string_agg(r.relname, ' ') from pg_constraint k
                          join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
                          where k.contype = 'f' group by c.relname""").stream().filter(t -> t.mentions(all)).map(Text::name).forEach(looks::add);
        looks.addAll(changedWith(functions, tables));
        looks.removeAll(tables);
        looks.removeAll(triggers());
        return looks;
    }

    private static Set<String> reaching(Map<String, String> functions, Set<String> tables) {
        Set<String> reaching = new TreeSet<>();
        boolean more = true;
        while (more) {
            Set<String> known = new TreeSet<>(reaching);
            known.addAll(tables);
            more = reaching.addAll(functions.entrySet().stream()
                    .filter(f -> new Text(f.getKey(), f.getValue()).mentions(known))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        return reaching;
    }

    /** The tables that the triggers of those tables change. */
    private Set<String> changedWith(Map<String, String> functions, Set<String> tables) {
        return texts("select p.proname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                        + " join pg_proc p on p.oid = t.tgfoid where not t.tgisinternal")
                .stream()
                .filter(t -> tables.contains(t.text()))
                .flatMap(t -> CHANGED.matcher(functions.getOrDefault(t.name(), ""))
                        .results()
                        .map(m -> m.group(1)))
                .collect(Collectors.toSet());
    }

    /** No statement calls one. */
    private List<String> triggers() {
        return jdbc.sql("select proname from pg_proc where prorettype = 'trigger'::regtype")
                .query(String.class)
                .list();
    }

    private List<Text> texts(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> new Text(row.getString(1), row.getString(2)))
                .list();
    }
}
