package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.proof.Timestamping;
import uk.mashhub.hub.proof.Witnessing;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.TreeStore;

/** One referral, taken by the people of the room from its arrival to its decision. */
final class DemoJourney {
    /** The child of the sample referral that is followed. Invented. */
    private static final String CHILD = "Maya";

    private static final List<String> READERS =
            List.of("decision", "screening", "police", "health", "education", "housing", "support");
    private static final List<String> SHOWN = List.of("decision", "police", "housing");
    private static final long PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final RunningHub hub;
    private final Path demo;
    /** Of the enquiry that is followed. */
    private String reference = "";

    DemoJourney(RunningHub hub, Path demo) {
        this.hub = hub;
        this.demo = demo;
    }

    void run() throws IOException, InterruptedException {
        Visitor decision = Visitor.signIn(hub.url(), "decision");
        JsonNode arrived = found(
                decision,
                "the sample referral",
                line -> line.path("name").asString("").startsWith(CHILD));
        reference = arrived.path("line").path("reference").asString();
        String view = arrived.path("id").asString();
        done(
                decision.act(
                        view,
                        Map.of(
                                "act",
                                "SetPurpose",
                                "purpose",
                                "S47",
                                "grounds",
                                "Unexplained injury and domestic abuse in the home: reasonable cause to suspect significant harm.")));
        view = await(
                        decision,
                        "section 47",
                        line -> line.path("purpose").asString("").equals("S47"))
                .path("id")
                .asString();
        done(decision.act(view, Map.of("act", "Rate", "rating", "RED", "reason", "Injury, and violence in the home.")));
        byHand("education", "schools-by-hand", "EDUCATION", "Attendance 81%. Withdrawn since January; often hungry.");
        byHand("housing", "housing-by-hand", "HOUSING", "Joint tenancy; two noise complaints this winter.");
        await(decision, "all answers", line -> line.path("stage").asString("").equals("READY"));
        child(decision);
        leave();
    }

    private void byHand(String user, String source, String dataClass, String text)
            throws IOException, InterruptedException {
        Visitor desk = Visitor.signIn(hub.url(), user);
        JsonNode queued = await(desk, "the view of " + user, line -> true);
        String view = queued.path("id").asString();
        String about = desk.view(view).path("perspective").asString();
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("act", "AnswerByHand");
        act.put("source", source);
        act.put("holdsRecord", true);
        act.put("dataClass", dataClass);
        act.put("whenNotKnown", true);
        act.put("about", about);
        act.put("text", text);
        done(desk.act(view, act));
    }

    private void child(Visitor decision) throws IOException, InterruptedException {
        JsonNode queued = await(decision, "the packet", line -> true);
        String view = queued.path("id").asString();
        String child = decision.view(view).path("perspective").asString();
        done(decision.act(
                view,
                Map.of(
                        "act",
                        "DecideChild",
                        "child",
                        child,
                        "outcomes",
                        List.of("STRATEGY_DISCUSSION"),
                        "rationale",
                        "Threshold for a strategy discussion is met.",
                        "dissent",
                        "",
                        "version",
                        queued.path("version").asString())));
    }

    private static void done(Visitor.Answered answer) {
        if (answer.status() != 204) {
            throw new CommandFailed("the desk refused: " + answer.status() + " " + answer.text());
        }
    }

    /** The queue line of the followed referral once it is as wanted. Not every reader is told the child's name. */
    private JsonNode await(Visitor visitor, String what, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        return found(visitor, what, line -> followed(line) && wanted.test(line));
    }

    private boolean followed(JsonNode line) {
        return line.path("reference").asString("").equals(reference);
    }

    /** The oldest line of a queue that is as wanted: of several referrals about the child, that is the school's. */
    private static JsonNode found(Visitor visitor, String what, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            @org.jspecify.annotations.Nullable JsonNode found = null;
            for (JsonNode queued : visitor.queue()) {
                if (wanted.test(queued.path("line"))
                        && (found == null || receivedAt(queued).isBefore(receivedAt(found)))) {
                    found = queued;
                }
            }
            if (found != null) {
                return found;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new CommandFailed("waited " + PATIENCE_SECONDS + " seconds for " + what);
    }

    private static Instant receivedAt(JsonNode queued) {
        return Instant.parse(queued.path("line").path("receivedAt").asString());
    }

    private void leave() throws IOException, InterruptedException {
        prove();
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        Path views = Files.createDirectories(demo.resolve("views"));
        for (String reader : READERS) {
            Visitor visitor = Visitor.signIn(hub.url(), reader);
            for (JsonNode queued : visitor.queue()) {
                JsonNode view = visitor.view(queued.path("id").asString());
                String name = reader + "-" + view.path("reference").asString() + "-"
                        + queued.path("id").asString().substring(0, 8);
                Files.write(views.resolve(name + ".json"), JSON.writeValueAsBytes(view));
                Files.writeString(
                        views.resolve(name + ".tlog-proof"),
                        visitor.receipt(queued.path("id").asString()));
                if (SHOWN.contains(reader) && followed(queued.path("line"))) {
                    shown.put(reader, view);
                }
            }
        }
        exportLog();
        new SideBySide().print(System.out, shown);
        System.out.println("Every view is in " + views + ", the log in " + demo.resolve("log"));
        System.out.println("Check the log: ./mash log verify target/demo/log --policy target/demo/log.policy");
        System.out.println(
                "or with nothing of the hub: java -jar disclosure-log/verifier/target/disclosure-log-verifier.jar"
                        + " target/demo/log");
        System.out.println("Check a view's receipt: ./mash log receipt target/demo/views/<name>.tlog-proof --policy"
                + " target/demo/log.policy");
    }

    /** Takes in all that was logged, and has it witnessed, without waiting for the hub's own timers. */
    private void prove() {
        hub.part(Sequencing.class).run();
        hub.part(Witnessing.class).run();
    }

    private void exportLog() throws IOException {
        prove();
        hub.part(Timestamping.class).stamp();
        CosignedHeads heads = hub.part(CosignedHeads.class);
        byte[] head =
                heads.newest().orElseThrow(() -> new CommandFailed("the agencies' witnesses have cosigned nothing"));
        hub.part(LogExport.class)
                .write(demo.resolve("log"), hub.part(TreeStore.class), head, heads.vouched(Long.MAX_VALUE));
    }
}
