package uk.mashhub.hub.command;

/** Every command, the demo, and the benchmark that drives it: what {@code ./mash} runs in a copy of the repository. An installed hub has {@link Mash} alone. */
public final class Demo {
    private Demo() {}

    /** Runs a command; the exit code is as {@link Mash} has it. */
    public static void main(String[] args) {
        System.exit(Mash.line()
                .addSubcommand(new DemoCommand())
                .addSubcommand(new BenchCommand())
                .execute(args));
    }
}
