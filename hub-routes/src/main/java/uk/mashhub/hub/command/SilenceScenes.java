package uk.mashhub.hub.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays what {@link SilenceBench} compares: families that are alike, of whom something is known that leaves no sign, or nothing. Everything is
 * done at the doors; the database is looked at only to know when the next thing can be done.
 */
final class SilenceScenes implements AutoCloseable {
    /** The one source that somebody answers by hand here. */
    static final String BY_HAND = "schools-by-hand";

    private static final String WORDS = "Something that a nurse at the school was told by the girl.";
    private static final int LOOK_MILLIS = 5;
    private static final int PATIENCE_SECONDS = 60;

    private static final String TO_RATE = """
            select h.view_id from referral r join view_head h using (enquiry_id)
              where r.referral_id = ? and h.team = 'council-decision' and h.withdrawn_at is null
              and exists (select from question q where q.enquiry_id = r.enquiry_id and q.state not in ('ASKED', 'UNAVAILABLE'))
            """;

    /** The education desk's view of an enquiry in which all others have answered. */
    private static final String TO_ANSWER = """
            select h.view_id from referral r join view_head h using (enquiry_id)
              where r.referral_id = ? and h.team = 'education-desk' and h.withdrawn_at is null
              and exists (select from question q where q.enquiry_id = r.enquiry_id and q.source = 'schools-by-hand')
              and not exists (select from question q where q.enquiry_id = r.enquiry_id and q.source <> 'schools-by-hand'
                and q.state in ('ASKED', 'UNAVAILABLE'))
            """;

    /** When the team's newest version was committed, in seconds since 1970. */
    private static final String SHOWN_AT = """
            select h.team, h.view_id, h.version, extract(epoch from pg_xact_commit_timestamp(h.xmin)) from view_head h
              where h.enquiry_id = (select enquiry_id from referral where referral_id = ?) and h.withdrawn_at is null
            """;

    /** What is so, of two families that are otherwise alike. */
    enum Arm {
        /** The reference. */
        NOTHING,
        /** The same once more: what differs from the first by chance alone. */
        NOTHING_AGAIN,
        /** There is something that leaves no sign. */
        SILENT,
        /** There is something that is shown: the comparison must see it, or it sees nothing. */
        SHOWN
    }

    /**
     * What one team has of it.
     *
     * @param delayMs from what was done until its view of it was committed
     */
    record View(UUID id, long version, double delayMs) {}

    /** @param doorMs how long the sender of the last referral waited for its receipt */
    record Played(Arm arm, double doorMs, Map<String, View> views) {
        View view(String team) {
            View view = views.get(team);
            if (view == null) {
                throw new CommandFailed("the team " + team + " has no view of a family");
            }
            return view;
        }
    }

    private final Door door;
    private final BenchForms forms;
    private final Connection watching;
    private final Visitor decision;
    private final Visitor education;

    SilenceScenes(BenchHub hub, BenchForms forms) throws Exception {
        this.door = hub.door();
        this.forms = forms;
        this.watching = hub.watching();
        this.decision = Visitor.signIn(hub.url(), "decision");
        this.education = Visitor.signIn(hub.url(), "education");
    }

    /** The school answers: what it was told leaves no sign below section 47 (sexual health), or it holds nothing. */
    Played item(Arm arm) throws Exception {
        Sent sent = send(forms.form());
        UUID desk = rated(sent);
        Map<String, Object> act = new LinkedHashMap<>(Map.of(
                "act",
                "AnswerByHand",
                "source",
                BY_HAND,
                "about",
                education.view(desk.toString()).path("perspective").asString(),
                "holdsRecord",
                arm == Arm.SILENT || arm == Arm.SHOWN));
        if (arm == Arm.SILENT || arm == Arm.SHOWN) {
            act.put("dataClass", arm == Arm.SILENT ? "SEXUAL_REPRODUCTIVE_HEALTH" : "EDUCATION");
            act.put("whenNotKnown", true);
            act.put("text", WORDS);
        }
        double began = now();
        done(education.act(desk.toString(), act));
        return new Played(arm, sent.doorMs(), views(sent, began));
    }

    /**
     * A second referral about a family that names mother and child. The first named the father too; he is protected (Serious
     * Organised Crime and Police Act 2005 s82), or he is not. The protected person is not in the second, but known to the hub beside it.
     */
    Played person(Arm arm) throws Exception {
        byte[] form = forms.form();
        Sent first = send(form);
        rated(first);
        if (arm == Arm.SILENT) {
            protect(
                    first,
                    JsonMapper.shared()
                            .readTree(form)
                            .at("/household/1/birthDate")
                            .asString());
        }
        double began = now();
        Sent second = send(BenchForms.withoutTheFather(form));
        rated(second);
        return new Played(arm, second.doorMs(), views(second, began));
    }

    private void protect(Sent sent, String born) throws Exception {
        String view = awaited(TO_RATE, sent.referral()).toString();
        for (JsonNode person : decision.view(view).path("people")) {
            if (person.toString().contains(born)) {
                done(decision.act(
                        view,
                        Map.of(
                                "act",
                                "RaiseFlag",
                                "person",
                                person.path("handle").asString(),
                                "flag",
                                "PROTECTED_PERSON",
                                "reason",
                                "Told by the unit.")));
                return;
            }
        }
        throw new CommandFailed("the decision maker's packet does not have the father");
    }

    private record Sent(UUID referral, double doorMs) {}

    private Sent send(byte[] form) throws Exception {
        long began = System.nanoTime();
        Visitor.Answered answer = door.form("school-form", "bench-" + UUID.randomUUID(), form);
        double took = (System.nanoTime() - began) / 1e6;
        if (answer.status() != 202) {
            throw new CommandFailed("the door answered " + answer.status() + ": " + answer.text());
        }
        return new Sent(UUID.fromString(answer.text().replaceAll(".*\"receipt\":\"([^\"]+)\".*", "$1")), took);
    }

    /** Rates it as soon as the census has answered, and waits until all systems have; returns the education desk's view. */
    private UUID rated(Sent sent) throws Exception {
        done(decision.act(
                awaited(TO_RATE, sent.referral()).toString(),
                Map.of("act", "Rate", "rating", "AMBER", "reason", "Injury, and violence in the home.")));
        return awaited(TO_ANSWER, sent.referral());
    }

    private static void done(Visitor.Answered answer) {
        if (answer.status() != 204) {
            throw new CommandFailed("the desk answered " + answer.status() + ": " + answer.text());
        }
    }

    private UUID awaited(String sql, UUID referral) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (PreparedStatement query = watching.prepareStatement(sql)) {
            query.setObject(1, referral);
            while (System.nanoTime() < end) {
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        return row.getObject(1, UUID.class);
                    }
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
        }
        throw new CommandFailed("waited " + PATIENCE_SECONDS + " seconds for the hub");
    }

    private Map<String, View> views(Sent sent, double began) throws SQLException {
        Map<String, View> views = new LinkedHashMap<>();
        try (PreparedStatement query = watching.prepareStatement(SHOWN_AT)) {
            query.setObject(1, sent.referral());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    views.put(
                            row.getString(1),
                            new View(row.getObject(2, UUID.class), row.getLong(3), 1000 * (row.getDouble(4) - began)));
                }
            }
        }
        return views;
    }

    /** In seconds since 1970, as PostgreSQL on the same machine counts them. */
    private static double now() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    /** On the team's queue are from now on, of all that was played, the views of one arm alone. */
    void queueHas(String team, Arm arm, List<Played> all) throws SQLException {
        List<UUID> every = new ArrayList<>();
        List<UUID> these = new ArrayList<>();
        for (Played played : all) {
            UUID view = played.view(team).id();
            every.add(view);
            if (played.arm() == arm) {
                these.add(view);
            }
        }
        try (PreparedStatement update = watching.prepareStatement(
                "update view_head set withdrawn_at = case when view_id = any(?) then null else at end where view_id = any(?)")) {
            update.setArray(1, watching.createArrayOf("uuid", these.toArray()));
            update.setArray(2, watching.createArrayOf("uuid", every.toArray()));
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        watching.close();
    }
}
