package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.mashhub.hub.setup.Home;
import uk.mashhub.hub.setup.InnerFault;
import uk.mashhub.hub.storage.OwnerOnly;

/**
 * Makes an archive of the classes that a hub loads at its start (JEP 310, application class-data sharing), from which Java takes them
 * ready. It is the hub's own start that says which. Java looks whether an archive was made by itself from the same jars, and
 * otherwise starts as without one.
 */
@Command(
        name = "prepare",
        description = {
            "Makes an archive in DIR/cache, from which a hub starts quicker: starts it once, notes what it loads, and stops it.",
            "For a hub that does not run; to be done again after each new version of the hub or of Java. Nothing depends on it."
        })
final class PrepareCommand implements Callable<Integer> {
    /** In the hub's folder. Only whoever starts the hub can say that it is to be used: the hub could write there what is then run. */
    static final String ARCHIVE = "cache/hub.jsa";

    private static final int MOST_MINUTES = 10;

    @Option(names = "--config", required = true, paramLabel = "DIR", description = "the hub's folder")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        folder = Places.named(folder);
        try {
            Home.open(folder);
        } catch (IOException e) {
            throw new CommandFailed(InnerFault.words(e));
        }
        Path archive = folder.resolve(ARCHIVE);
        Path cache = OwnerOnly.folder(archive.resolveSibling("."));
        Path classes = cache.resolve("hub.classes");
        Path fresh = cache.resolve("hub.jsa.new");
        try {
            run(
                    "start",
                    List.of("-XX:DumpLoadedClassList=" + classes),
                    "run",
                    "--until-up",
                    "--config",
                    folder.toString());
            withoutLambdas(classes);
            Files.deleteIfExists(fresh);
            run(
                    "archive",
                    List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + fresh));
            Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(classes);
            Files.deleteIfExists(fresh);
        }
        System.out.println("  made   " + archive + ", " + Files.size(archive) / 1_000_000 + " MB");
        System.out.println("Start the hub with it: MASH_ARCHIVE=" + archive + " ./mash run --config " + folder);
        return 0;
    }

    /** Java 17 dies while it makes an archive with lambdas of a class that it leaves out, such as one of a signed jar (JDK-8285914). */
    private static void withoutLambdas(Path classes) throws IOException {
        Files.write(
                classes,
                Files.readAllLines(classes).stream()
                        .filter(line -> !line.startsWith("@lambda-proxy"))
                        .toList());
    }

    /** In a Java of its own, with the jars and the memory of this one. */
    private void run(String what, List<String> options, String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("cache/" + what + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        if (words.length > 0) {
            command.add(Mash.class.getName());
            command.addAll(List.of(words));
        }
        Process running = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!running.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            running.destroyForcibly().waitFor();
        }
        if (running.exitValue() != 0) {
            throw new CommandFailed(
                    "nothing was prepared, and the hub starts as before: " + last(said) + " (see " + said + ")");
        }
        Files.delete(said);
    }

    private static String last(Path said) throws IOException {
        try (Stream<String> lines = Files.lines(said, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("it said nothing");
        }
    }
}
