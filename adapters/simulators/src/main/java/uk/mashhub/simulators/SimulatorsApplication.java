package uk.mashhub.simulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import uk.mashhub.model.RandomSource;

/**
 * The second process of the demo. Options: {@code --dir DIR} (work directory) and {@code --hub URL} (base address of the
 * hub). Ends when standard input ends, so that it never outlives the process that started it, or on SIGTERM.
 */
public final class SimulatorsApplication {
    private static final Set<String> OPTIONS = Set.of("--dir", "--hub");

    private SimulatorsApplication() {}

    /** Runs until told to end; exit code 0, or 2 if the options are wrong. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = options(args);
        if (options.size() != OPTIONS.size()) {
            System.err.println("usage: simulators --dir DIR --hub URL");
            System.exit(2);
        }
        run(Path.of(options.getOrDefault("--dir", "")), URI.create(options.getOrDefault("--hub", "")));
        System.exit(0);
    }

    private static void run(Path directory, URI hub) throws IOException, InterruptedException {
        EndpointsFile file = new EndpointsFile(directory);
        file.delete();
        SimulatorSettings settings = new SimulatorSettings(directory.toAbsolutePath(), Clock.systemUTC(), random());
        SimulatedAgencies agencies = SimulatedAgencies.start(settings, hub);
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(agencies, file), "stop"));
        file.write(agencies.endpoints());
        System.out.println("simulators are up");
        Thread watch = new Thread(() -> awaitEndOfInput(end), "end-of-input");
        watch.setDaemon(true);
        watch.start();
        end.await();
    }

    private static void stop(SimulatedAgencies agencies, EndpointsFile file) {
        try {
            file.delete();
        } catch (IOException e) {
            System.err.println("endpoints.properties could not be deleted");
        }
        agencies.close();
    }

    private static void awaitEndOfInput(CountDownLatch end) {
        try {
            while (System.in.read() >= 0) {
                // Whatever is typed has no meaning; only the end has.
            }
        } catch (IOException e) {
            // A broken pipe is an end, too.
        }
        end.countDown();
    }

    private static RandomSource random() {
        SecureRandom secure = new SecureRandom();
        return length -> {
            byte[] bytes = new byte[length];
            secure.nextBytes(bytes);
            return bytes;
        };
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (OPTIONS.contains(args[i])) {
                options.put(args[i], args[i + 1]);
            }
        }
        return options;
    }
}
