package uk.mashhub.hub.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.witness.WitnessMain;

/** An agency's witness, as a process of its own that ends with this one. */
final class WitnessProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("witness \\S+ listens on port ([0-9]{1,5})");

    private final Process process;
    private final String name;
    private final NoteKey key;
    private final int port;

    private WitnessProcess(Process process, String name, NoteKey key, int port) {
        this.process = process;
        this.name = name;
        this.key = key;
        this.port = port;
    }

    /** The child's main: a witness, until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        WitnessMain.main(arguments);
        if (!arguments[0].equals("init")) {
            System.in.read();
            System.exit(0);
        }
    }

    /**
     * Makes a witness's key and runs it.
     *
     * @param log whose checkpoints it cosigns
     */
    static WitnessProcess start(Path dir, String name, NoteKey log) throws IOException {
        Files.createDirectories(dir);
        Process init = launch(dir, "init", dir.toString(), name + "/witness");
        NoteKey key = NoteKey.read(line(init)).orElseThrow(() -> failed(dir));
        Files.writeString(dir.resolve("policy"), "log " + log.vkey() + "\nquorum none\n");
        Process process = launch(dir, "run", dir.toString(), "127.0.0.1", "0");
        Matcher listens = LISTENS.matcher(line(process));
        if (!listens.matches()) {
            process.destroy();
            throw failed(dir);
        }
        return new WitnessProcess(process, name, key, Integer.parseInt(listens.group(1)));
    }

    private static Process launch(Path dir, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WitnessProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(dir.resolve("witness.log").toFile())
                .start();
    }

    private static String line(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        return line == null ? "" : line;
    }

    private static CommandFailed failed(Path dir) {
        return new CommandFailed("a witness did not start; see " + dir.resolve("witness.log"));
    }

    /** Its line of a policy file. */
    String policyLine() {
        return "witness " + name + " " + key.vkey() + " http://127.0.0.1:" + port + "\n";
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
