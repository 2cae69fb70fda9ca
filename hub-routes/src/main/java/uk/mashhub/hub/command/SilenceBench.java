package uk.mashhub.hub.command;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.command.SilenceScenes.Arm;
import uk.mashhub.hub.command.SilenceScenes.Played;
import uk.mashhub.hub.command.SilenceScenes.View;

/**
 * Could a reader who measures tell that there is something of which they may have no sign (ruling 12)? The same situation with it and without, many
 * times in random order, over a hub that runs as in production; what a reader can measure is compared, as JSON.
 */
@Command(
        name = "silence",
        description = "Measures whether a reader could tell that something is kept from them; prints JSON.")
final class SilenceBench implements Callable<Integer> {
    /** Two readers: of another agency, and of the council's own screening team. */
    private static final Map<String, String> WATCHERS =
            Map.of("police-desk", "police", "council-screening", "screening");

    private static final double CHANCE = 0.05;
    private static final long SEED = 20_261_122;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--families", defaultValue = "40", description = "of each kind (default: ${DEFAULT-VALUE})")
    private int families = 40;

    @Option(
            names = "--openings",
            defaultValue = "15",
            description = "of each packet and page, of which the median counts (default: ${DEFAULT-VALUE})")
    private int openings = 15;

    @Option(names = "--lists", defaultValue = "150", description = "looks at each queue (default: ${DEFAULT-VALUE})")
    private int lists = 150;

    @Option(names = "--warm-up", defaultValue = "20", description = "families before (default: ${DEFAULT-VALUE})")
    private int warmUp = 20;

    private final Random random = new Random(SEED);
    private final Map<String, Object> report = new LinkedHashMap<>();
    /** By what was compared: p of something silent beside nothing. */
    private final Map<String, Double> silent = new LinkedHashMap<>();

    private final List<String> otherShapes = new ArrayList<>();
    private double smallestShown = 1;

    /** One scene, played for an arm. */
    @FunctionalInterface
    private interface Scene {
        Played play(Arm arm) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        Path work = Files.createTempDirectory(Files.createDirectories(root.resolve("target")), "bench-silence");
        int port = Ports.free(0);
        report.put("java", System.getProperty("java.vm.version"));
        report.put("load", Files.readString(Path.of("/proc/loadavg")).strip());
        report.put("families", families);
        say("installing in " + work);
        try (Simulation agencies = Simulation.start(root, work.resolve("agencies"), "http://127.0.0.1:" + port);
                BenchHub hub = BenchHub.install(
                        root,
                        work,
                        port,
                        agencies.endpoints(),
                        java.util.Set.of(SilenceScenes.BY_HAND),
                        List.of("-Xmx512m", "-XX:+UseSerialGC"))) {
            hub.start();
            try (SilenceScenes scenes = new SilenceScenes(hub, new BenchForms(root))) {
                Map<String, Visitor> readers = new LinkedHashMap<>();
                for (Map.Entry<String, String> watcher : new java.util.TreeMap<>(WATCHERS).entrySet()) {
                    readers.put(watcher.getKey(), Visitor.signIn(hub.url(), watcher.getValue()));
                }
                say("warming up");
                situation("warm-up", Arm.values(), warmUp / 4, scenes, scenes::item, readers);
                report.remove("warm-up");
                silent.clear();
                otherShapes.clear();
                smallestShown = 1;
                situation("item", Arm.values(), families, scenes, scenes::item, readers);
                Arm[] without = {Arm.NOTHING, Arm.NOTHING_AGAIN, Arm.SILENT};
                situation("person", without, families, scenes, scenes::person, readers);
            }
        }
        boolean nothingSeen = verdict();
        System.out.println(JSON.writeValueAsString(report));
        return nothingSeen ? 0 : 1;
    }

    /**
     * Of so many comparisons one in twenty is below 0.05 by chance, so that the limit for each is that much lower (Bonferroni). A
     * run that does not even see what is shown has seen nothing of anything.
     */
    private boolean verdict() {
        double limit = CHANCE / silent.size();
        report.put("comparisons", silent.size());
        report.put("limit", limit);
        List<String> seen = new ArrayList<>(otherShapes);
        silent.forEach((what, p) -> {
            if (p < limit) {
                seen.add(what);
            }
        });
        report.put("seen", seen);
        report.put("seesWhatIsShown", smallestShown < limit);
        return seen.isEmpty() && smallestShown < limit;
    }

    private void situation(
            String name, Arm[] arms, int each, SilenceScenes scenes, Scene scene, Map<String, Visitor> readers)
            throws Exception {
        say(name + ": " + arms.length * each + " families");
        List<Played> played = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            List<Arm> round = new ArrayList<>(Arrays.asList(arms));
            Collections.shuffle(round, random);
            for (Arm arm : round) {
                played.add(scene.play(arm));
            }
        }
        Map<String, Object> said = new LinkedHashMap<>();
        Map<Arm, List<Double>> doors = new EnumMap<>(Arm.class);
        played.forEach(p -> add(doors, p.arm(), p.doorMs()));
        said.put("doorMs", compared(name + " doorMs", doors));
        for (Map.Entry<String, Visitor> reader : readers.entrySet()) {
            say(name + ": as " + reader.getKey());
            said.put(reader.getKey(), read(name, reader.getKey(), reader.getValue(), played, arms, scenes));
        }
        report.put(name, said);
    }

    private Map<String, Object> read(
            String name, String team, Visitor reader, List<Played> played, Arm[] arms, SilenceScenes scenes)
            throws Exception {
        Map<String, Map<Arm, List<Double>>> measures = new LinkedHashMap<>();
        Map<Arm, TreeSet<String>> shapes = new EnumMap<>(Arm.class);
        List<String> order = new ArrayList<>();
        reader.queue().forEach(line -> order.add(line.path("id").asString()));
        Map<Played, double[][]> took = openings(team, reader, played);
        for (Played one : played) {
            View view = one.view(team);
            HttpResponse<String> packet = reader.answer("/api/desk/views/" + view.id());
            shapes.computeIfAbsent(one.arm(), a -> new TreeSet<>()).add(SilenceShape.of(JSON.readTree(packet.body())));
            double[][] times = took.getOrDefault(one, new double[2][0]);
            put(measures, "openingMs", one.arm(), SilenceSamples.median(times[0]));
            put(measures, "pageMs", one.arm(), SilenceSamples.median(times[1]));
            put(measures, "bytes", one.arm(), packet.body().length());
            put(measures, "versions", one.arm(), view.version());
            put(measures, "delayMs", one.arm(), view.delayMs());
            put(measures, "placeInQueue", one.arm(), order.indexOf(view.id().toString()));
        }
        lists(team, reader, played, arms, scenes, measures);
        Map<String, Object> said = new LinkedHashMap<>();
        measures.forEach((what, samples) -> said.put(what, compared(name + " " + team + " " + what, samples)));
        Map<String, Object> same = new LinkedHashMap<>();
        shapes.forEach((arm, these) -> same.put(
                arm.name(), these.size() + (these.equals(shapes.get(Arm.NOTHING)) ? ", as NOTHING" : ", another")));
        said.put("shapes", same);
        if (!Objects.equals(shapes.get(Arm.SILENT), shapes.get(Arm.NOTHING))) {
            otherShapes.add(name + " " + team + " shapes");
        }
        return said;
    }

    /** Each packet and its page many times, in random order. */
    private Map<Played, double[][]> openings(String team, Visitor reader, List<Played> played)
            throws IOException, InterruptedException {
        Map<Played, double[][]> took = new LinkedHashMap<>();
        played.forEach(one -> took.put(one, new double[2][openings]));
        List<Played> order = new ArrayList<>(played);
        for (int i = 0; i < openings; i++) {
            Collections.shuffle(order, random);
            for (Played one : order) {
                double[][] times = took.getOrDefault(one, new double[2][openings]);
                View view = one.view(team);
                times[0][i] = timed(reader, "/api/desk/views/" + view.id());
                times[1][i] = timed(reader, "/packet/" + view.id());
            }
        }
        return took;
    }

    private void lists(
            String team,
            Visitor reader,
            List<Played> played,
            Arm[] arms,
            SilenceScenes scenes,
            Map<String, Map<Arm, List<Double>>> measures)
            throws Exception {
        for (int i = 0; i < lists; i++) {
            List<Arm> round = new ArrayList<>(Arrays.asList(arms));
            Collections.shuffle(round, random);
            for (Arm arm : round) {
                scenes.queueHas(team, arm, played);
                put(measures, "queueMs", arm, timed(reader, "/api/desk/queue"));
                put(measures, "queuePageMs", arm, timed(reader, "/"));
                if (i == 0) {
                    put(measures, "queueLines", arm, reader.queue().size());
                }
            }
        }
    }

    private static double timed(Visitor reader, String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        int status = reader.status(path);
        double took = (System.nanoTime() - began) / 1e6;
        if (status != 200) {
            throw new CommandFailed("the desk answered " + status);
        }
        return took;
    }

    private static void put(Map<String, Map<Arm, List<Double>>> measures, String what, Arm arm, double value) {
        add(measures.computeIfAbsent(what, w -> new EnumMap<>(Arm.class)), arm, value);
    }

    private static void add(Map<Arm, List<Double>> samples, Arm arm, double value) {
        samples.computeIfAbsent(arm, a -> new ArrayList<>()).add(value);
    }

    /** Every other arm beside nothing. */
    private Map<String, Object> compared(String what, Map<Arm, List<Double>> samples) {
        double[] nothing = values(samples, Arm.NOTHING);
        Map<String, Object> said = new LinkedHashMap<>();
        for (Arm arm : samples.keySet()) {
            if (arm != Arm.NOTHING) {
                SilenceSamples.Compared compared = SilenceSamples.compare(nothing, values(samples, arm));
                said.put(arm.name(), compared.report());
                if (arm == Arm.SILENT) {
                    silent.put(what, compared.p());
                } else if (arm == Arm.SHOWN) {
                    smallestShown = Math.min(smallestShown, compared.p());
                }
            }
        }
        return said;
    }

    private static double[] values(Map<Arm, List<Double>> samples, Arm arm) {
        return samples.getOrDefault(arm, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static void say(String what) {
        System.err.println("bench silence: " + what);
    }
}
