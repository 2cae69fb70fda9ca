package uk.mashhub.hub.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole hub on one machine: embedded database and broker, simulated agencies, sample referrals. */
@Command(name = "demo", description = "Runs the whole hub with simulated agencies. Every person in it is invented.")
final class DemoCommand implements Callable<Integer> {
    private static final int PORT = 8080;

    @Option(names = "--port", description = "port of the pages; 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port = PORT;

    @Option(names = "--once", description = "run one journey to its end, print it, leave it in target/demo, and end")
    private boolean once;

    @Override
    public Integer call() throws Exception {
        Path root = Path.of("").toAbsolutePath();
        Path demo = root.resolve("target/demo");
        int free = Ports.free(once && port == PORT ? 0 : port);
        wipe(demo);
        Files.createDirectories(demo);
        String url = "http://127.0.0.1:" + free;
        Stopping stopping = Stopping.listening();
        System.out.println("Starting the simulated agencies and the hub ...");
        try (Simulation agencies = Simulation.start(root, demo.resolve("agencies"), url);
                Witnesses witnesses = Witnesses.start(root, demo, demo.resolve("data"));
                RunningHub hub =
                        RunningHub.start(root, demo.resolve("data"), free, settings(agencies, witnesses, demo))) {
            DemoStory story = new DemoStory(root, hub, agencies);
            story.feed();
            if (once) {
                story.tell(demo);
                return 0;
            }
            DemoWords.welcome(System.out, url);
            stopping.await();
            return 0;
        } finally {
            stopping.ended();
        }
    }

    /** The terminal is for people; what the hub logs goes to a file. */
    private static Properties settings(Simulation agencies, Witnesses witnesses, Path demo) throws IOException {
        Properties settings = agencies.endpoints();
        settings.setProperty("hub.log.policy", witnesses.policy().toString());
        settings.setProperty("hub.log.time.url", settings.getProperty("time.url"));
        settings.setProperty("hub.log.time.certificate", settings.getProperty("time.certificate"));
        settings.setProperty("logging.file.name", demo.resolve("hub.log").toString());
        settings.setProperty("logging.threshold.console", "OFF");
        return settings;
    }

    private static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException fault) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (UncheckedIOException e) {
            throw new CommandFailed("the folder of an earlier demo cannot be removed: " + folder);
        }
    }
}
