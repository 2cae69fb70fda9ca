package uk.mashhub.hub.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.UserId;

/**
 * The index over the log as one agency's information governance leads find it, on a readers' connection: the database shows
 * their agency's rows alone, and to anybody else none.
 */
public final class Lookups {
    private final JdbcClient jdbc;
    private final Bodies bodies;

    Lookups(JdbcClient jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /** So many rows, newest first; none of an enquiry that the user must not know of (ruling 6). */
    public List<LookupRow> find(LookupQuery query, UserId user, int limit) {
        return find(query, user, Optional.empty(), limit);
    }

    /** Those of these rows that are found still, newest first. */
    public List<LookupRow> still(LookupQuery query, UserId user, List<UUID> rows) {
        return rows.isEmpty() ? List.of() : find(query, user, Optional.of(rows), rows.size());
    }

    private List<LookupRow> find(LookupQuery query, UserId user, Optional<List<UUID>> among, int limit) {
        List<String> where = new ArrayList<>(
                List.of("(l.enquiry_id is null or l.enquiry_id not in (select enquiry_id from kept_from(:user)))"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("user", user.value());
        values.put("limit", limit);
        among.ifPresent(rows -> {
            where.add("l.row_id in (:among)");
            values.put("among", rows);
        });
        query.enquiry().ifPresent(ids -> {
            where.add(ids.isEmpty() ? "false" : "l.enquiry_id in (:enquiries)");
            if (!ids.isEmpty()) {
                values.put("enquiries", ids.stream().map(EnquiryId::value).toList());
            }
        });
        equal(where, values, "entry_id", query.entry());
        equal(where, values, "recipient", query.recipient());
        equal(where, values, "agent", query.agent());
        equal(where, values, "outcome", query.outcome());
        equal(where, values, "policy", query.policy());
        equal(where, values, "share", query.share().map(Enum::name));
        if (!query.acts().isEmpty()) {
            where.add("l.act in (:acts)");
            values.put("acts", query.acts());
        }
        query.from().ifPresent(from -> {
            where.add("l.at >= :from");
            values.put("from", Columns.time(from));
        });
        query.to().ifPresent(to -> {
            where.add("l.at < :to");
            values.put("to", Columns.time(to));
        });
        query.after().ifPresent(place -> {
            where.add("(l.at, l.row_id) < (:placeAt, :placeRow)");
            values.put("placeAt", Columns.time(place.at()));
            values.put("placeRow", place.row());
        });
        for (int i = 0; i < query.keys().size(); i++) {
            where.add("exists (select from log_lookup_key k where k.row_id = coalesce(l.of_row, l.row_id)"
                    + " and k.key = :key" + i + ")");
            values.put("key" + i, query.keys().get(i));
        }
        return jdbc.sql("select l.row_id, l.entry_id, l.area, l.agency, l.share, l.enquiry_id, l.at, l.act, l.agent,"
                        + " l.recipient, l.purpose, l.outcome, l.policy, l.of_row from log_lookup l where "
                        + String.join(" and ", where) + " order by l.at desc, l.row_id desc limit :limit")
                .params(values)
                .query((row, n) -> new LookupRow(
                        Columns.uuid(row, "row_id"),
                        row.getString("entry_id"),
                        new AreaCode(row.getString("area")),
                        new AgencyId(row.getString("agency")),
                        LookupRow.Share.valueOf(row.getString("share")),
                        Optional.ofNullable(row.getObject("enquiry_id", UUID.class))
                                .map(EnquiryId::new),
                        Columns.instant(row, "at"),
                        row.getString("act"),
                        row.getString("agent"),
                        row.getString("recipient"),
                        row.getString("purpose"),
                        row.getString("outcome"),
                        row.getString("policy"),
                        Optional.ofNullable(row.getObject("of_row", UUID.class))))
                .list();
    }

    private static void equal(List<String> where, Map<String, Object> values, String column, Optional<String> value) {
        value.ifPresent(v -> {
            where.add("l." + column + " = :" + column);
            values.put(column, v);
        });
    }

    /** The HMACs that lead to each of these rows now; what names somebody who is kept apart leads nowhere. */
    public Map<UUID, List<byte[]>> keys(List<UUID> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select row_id, key from log_lookup_key where row_id in (:rows)")
                .param("rows", rows)
                .query((row, n) -> Map.entry(Columns.uuid(row, "row_id"), row.getBytes("key")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What rows say, opened: by the row that says it. */
    public Map<UUID, byte[]> bodies(List<UUID> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select l.row_id, l.body, " + Bodies.WRAP
                        + " from log_lookup l join key_wrap w on w.row_id = l.row_id"
                        + " and w.table_name = 'log_lookup' and w.version = 1 where l.row_id in (:rows)")
                .param("rows", rows)
                .query((row, n) -> Map.entry(
                        Columns.uuid(row, "row_id"),
                        bodies.open(new BodyName(LookupStore.TABLE, Columns.uuid(row, "row_id"), 1), row, "body")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
