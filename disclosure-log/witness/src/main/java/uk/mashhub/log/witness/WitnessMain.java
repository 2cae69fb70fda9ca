package uk.mashhub.log.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.TrustPolicy;

/**
 * The command. {@code init DIR NAME} makes the witness's key in a folder and prints its public half; {@code run DIR HOST PORT}
 * runs the witness with it, for the logs that the folder's {@code policy} names.
 */
public final class WitnessMain {
    private static final String USAGE = """
            usage:
              java -jar disclosure-log-witness.jar init DIR NAME         makes DIR/key and prints its verifier key
              java -jar disclosure-log-witness.jar run DIR HOST PORT     DIR/policy names the logs (C2SP tlog-policy)""";

    private WitnessMain() {}

    public static void main(String[] arguments) {
        try {
            Optional<WitnessServer> server = start(arguments, Clock.systemUTC(), System.out);
            if (server.isEmpty() && !isInit(arguments)) {
                System.exit(2);
            }
        } catch (IOException | PolicyText.Malformed failed) {
            System.err.println("witness: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static boolean isInit(String[] arguments) {
        return arguments.length == 3 && arguments[0].equals("init");
    }

    /** Does what is asked; gives the running witness, if one was asked for. */
    static Optional<WitnessServer> start(String[] arguments, Clock clock, PrintStream out)
            throws IOException, PolicyText.Malformed {
        if (isInit(arguments)) {
            Path dir = Files.createDirectories(Path.of(arguments[1]));
            out.println(WitnessKey.make(dir.resolve("key"), arguments[2]).key().vkey());
            return Optional.empty();
        }
        if (arguments.length != 4 || !arguments[0].equals("run") || !arguments[3].matches("[0-9]{1,5}")) {
            out.println(USAGE);
            return Optional.empty();
        }
        Path dir = Path.of(arguments[1]);
        WitnessKey key = WitnessKey.read(dir.resolve("key"));
        TrustPolicy policy = TrustPolicy.read(Files.readAllBytes(dir.resolve("policy")));
        Witness witness = new Witness(key.key(), key, policy.logs(), new Heads(dir.resolve("heads")), clock);
        InetSocketAddress address = new InetSocketAddress(arguments[2], Integer.parseInt(arguments[3]));
        WitnessServer server = WitnessServer.open(witness, address);
        out.println("witness " + key.key().name() + " listens on port " + server.port());
        return Optional.of(server);
    }
}
