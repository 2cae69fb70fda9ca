package uk.mashhub.hub.command;

import picocli.CommandLine.Command;

/** What measures the whole hub. */
@Command(
        name = "bench",
        description = "Measures the whole hub, started as processes of its own.",
        subcommands = {JourneyBench.class, SilenceBench.class})
final class BenchCommand {}
