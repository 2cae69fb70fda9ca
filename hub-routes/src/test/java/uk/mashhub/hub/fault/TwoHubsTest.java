package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/**
 * Two hubs on one PostgreSQL and one broker, both under load. One is killed half way, and started again: nothing is lost, nothing is
 * decided twice, nobody has to sign in again, and what is stopped at one holds at the other.
 */
class TwoHubsTest {
    private static final int EACH = 25;
    private static final int RAISED = 4;
    private static final long SEED = Long.getLong("two.seed", new SecureRandom().nextInt(1_000_000));
    private static final int DONE = 204;
    private static final Pattern NAMED = Pattern.compile("\"(?:family|postcode)\"\\s*:\\s*\"([^\"]{4,})\"");
    private static final String WHICH = "seed " + SEED;

    @Test
    void loseNothingAndRepeatNothingWhenOneIsKilled() throws Exception {
        try (TwoHubs two = new TwoHubs()) {
            // At once, as a machine does after a power cut.
            two.hub(0).begin();
            two.hub(1).begin();
            two.hub(0).awaitUp();
            two.hub(1).awaitUp();
            two.lead(0);
            Visitor screening = Visitor.signIn(two.url(), "screening");
            Visitor decision = Visitor.signIn(two.url(), "decision");

            List<Feed> feeds = List.of(
                    new Feed(two.door(0), "first", EACH, SEED), new Feed(two.door(1), "second", EACH, SEED + 1));
            List<Thread> threads = new ArrayList<>();
            for (Feed feed : feeds) {
                feed.allow(EACH);
                threads.add(new Thread(feed, "feed"));
            }
            threads.forEach(Thread::start);
            try {
                TheHub.await("load", () -> accepted(feeds) >= EACH ? true : null);
                List<String> raised = raise(two, decision);

                two.hub(0).close();
                two.lead(1);
                theSessionsLive(screening, decision, raised);
                two.hub(0).start();
                for (Thread thread : threads) {
                    thread.join(TimeUnit.MINUTES.toMillis(2));
                }
            } finally {
                threads.forEach(Thread::interrupt);
            }
            assertThat(accepted(feeds)).as(WHICH).isEqualTo(2 * EACH);
            settle(two, screening);
            holds(two);
            aStopAtOneHoldsAtTheOther(two, decision);
            two.holdLog();
            tellNothingOfAnybody(two);
        }
    }

    private static int accepted(List<Feed> feeds) {
        return feeds.stream().mapToInt(Feed::accepted).sum();
    }

    /** Asks every agency about some of them, now at one hub and now at the other. */
    private static List<String> raise(TwoHubs two, Visitor decision) throws Exception {
        JsonNode queue = TheHub.await("a queue, " + WHICH, () -> {
            try {
                return decision.queue().size() >= RAISED ? decision.queue() : null;
            } catch (Exception e) {
                return null;
            }
        });
        List<String> raised = new ArrayList<>();
        for (JsonNode queued : queue) {
            if (raised.size() < RAISED) {
                two.lead(raised.size() % 2);
                String reference = queued.path("line").path("reference").asString("");
                act(
                        decision,
                        reference,
                        Map.of("act", "SetPurpose", "purpose", "S47", "grounds", "He is looking for them."));
                act(decision, reference, Map.of("act", "Rate", "rating", "RED", "reason", "He is looking for them."));
                raised.add(reference);
            }
        }
        assertThat(raised).as(WHICH).hasSize(RAISED);
        return raised;
    }

    private static void act(Visitor visitor, String reference, Map<String, Object> act) throws Exception {
        Visitor.Answered answer = visitor.act(id(visitor, reference), act);
        assertThat(answer.status()).as(answer.text()).isEqualTo(DONE);
    }

    private static String id(Visitor visitor, String reference) throws Exception {
        for (JsonNode queued : visitor.queue()) {
            if (queued.path("line").path("reference").asString("").equals(reference)) {
                return queued.path("id").asString();
            }
        }
        throw new AssertionError("no " + reference + " on the queue, " + WHICH);
    }

    /** Both signed in at the hub that is dead. One that signs nobody in knows them by what the database holds. */
    private static void theSessionsLive(Visitor screening, Visitor decision, List<String> raised) throws Exception {
        assertThat(screening.status("/api/desk/queue")).as(WHICH).isEqualTo(200);
        String view = id(decision, raised.get(0));
        assertThat(decision.view(view).isMissingNode()).isFalse();
        // The form's own token too.
        act(decision, raised.get(0), Map.of("act", "Rate", "rating", "AMBER", "reason", "They are with an aunt."));
        assertThat(decision.page("/packet/" + view)).doesNotContain("Sign in again");
    }

    private static void settle(TwoHubs two, Visitor screening) {
        TheHub.await("all on the queue, " + WHICH, () -> {
            try {
                boolean there = screening.queue().size() >= 2 * EACH;
                boolean answered = two.count("select count(*) from outbox where sent_at is null") == 0
                        && two.count("select count(*) from question q where q.state = 'ASKED' and q.source <> all"
                                        + " (array['schools-by-hand', 'housing-by-hand'])")
                                == 0;
                return there && answered ? true : null;
            } catch (Exception e) {
                return null;
            }
        });
    }

    private static void holds(TwoHubs two) throws Exception {
        assertThat(two.count("select count(*) from inbox where principal = 'school-form'"))
                .as("in the inbox, " + WHICH)
                .isEqualTo(2 * EACH);
        assertThat(two.count("select count(*) from enquiry"))
                .as("enquiries, " + WHICH)
                .isEqualTo(2 * EACH);
        assertThat(two.count("select count(*) from quarantine"))
                .as("quarantined, " + WHICH)
                .isZero();
        assertThat(two.count("select count(*) from attempt"))
                .as("failures counted, " + WHICH)
                .isZero();
        assertThat(two.count("select count(*) from (select 1 from view_head where withdrawn_at is null"
                        + " group by enquiry_id, area, team, role, perspective, purpose having count(*) > 1) d"))
                .as("views twice, " + WHICH)
                .isZero();
        assertThat(two.count("select count(*) from (select 1 from decision_trace group by view_id, version"
                        + " having count(*) > 1) d"))
                .as("versions twice, " + WHICH)
                .isZero();
        assertThat(two.count(
                        "select count(*) from view_head h where h.version <> (select count(*) from decision_trace t"
                                + " where t.view_id = h.view_id)"))
                .as("versions without a gap, " + WHICH)
                .isZero();
        assertThat(two.count(
                        "select count(distinct teams) from (select string_agg(distinct h.team, ',' order by h.team)"
                                + " as teams from view_head h where h.withdrawn_at is null and h.purpose = 'PRESCREEN'"
                                + " group by h.enquiry_id) t"))
                .as("the same teams for every one that nobody raised, " + WHICH)
                .isEqualTo(1);
        for (String act : new String[] {"DISCLOSURE", "DECISION"}) {
            assertThat(two.count("select count(*) from decision_trace t where (select count(*) from log_entry l"
                            + " where l.act = '" + act + "' and l.disclosure_id = t.disclosure_id::text) <> 1"))
                    .as("versions without one " + act + ", " + WHICH)
                    .isZero();
        }
        assertThat(two.count("select count(*) from hub_instance"))
                .as("hubs, " + WHICH)
                .isEqualTo(2);
    }

    /** What they write of themselves is for machines, a JSON object a line; neither that nor a trace names anybody. */
    private static void tellNothingOfAnybody(TwoHubs two) throws Exception {
        Set<String> named = new TreeSet<>();
        for (int i = 0; i < EACH; i++) {
            for (long seed : new long[] {SEED, SEED + 1}) {
                NAMED.matcher(new String(Forms.form(i, seed), StandardCharsets.UTF_8))
                        .results()
                        .forEach(r -> named.add(r.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(EACH);
        String spans = TheHub.await(
                "traces of the last half",
                () -> two.collector().received().contains("answers")
                        ? two.collector().received()
                        : null);
        assertThat(spans).contains("intake", "send", "mash.enquiry", "mash-hub");
        assertThat(named).as("in traces, " + WHICH).noneMatch(spans::contains);
        List<String> lines = Stream.concat(
                        two.hub(0).log().lines(), two.hub(1).log().lines())
                .filter(l -> !l.startsWith("The hub is up"))
                .toList();
        assertThat(lines).as("somebody signed in at least").isNotEmpty();
        for (String line : lines) {
            JsonNode entry = JsonMapper.shared().readTree(line);
            assertThat(entry.path("@timestamp").asString("")).as(line).isNotEmpty();
            assertThat(entry.path("service").path("name").asString("")).as(line).isEqualTo("mash-hub");
            assertThat(named).as(line).noneMatch(line::contains);
        }
    }

    /** The very next view, at the other hub. */
    private static void aStopAtOneHoldsAtTheOther(TwoHubs two, Visitor decision) throws Exception {
        two.lead(0);
        Visitor lead = Visitor.signIn(two.url(), "ig-police");
        String reference =
                decision.queue().get(0).path("line").path("reference").asString("");
        for (JsonNode queued : decision.queue()) {
            if (queued.path("line").path("purpose").asString("").equals("S47")) {
                reference = queued.path("line").path("reference").asString("");
            }
        }
        String view = id(decision, reference);
        assertThat(decision.view(view).toString()).doesNotContain("not sharing at present");
        lead.press(lead.answer("/sharing"), "Stop sharing by Exampleshire Police", Map.of());
        two.lead(1);
        String next = decision.answer("/api/desk/views/" + view).body();
        assertThat(next).as("served as it was before the stop").doesNotContain("\"lines\"");
        String again = reference;
        TheHub.await("the packet decided again", () -> {
            try {
                return decision.view(id(decision, again)).toString().contains("Exampleshire Police: not sharing")
                        ? true
                        : null;
            } catch (Exception | AssertionError e) {
                return null;
            }
        });
    }
}
