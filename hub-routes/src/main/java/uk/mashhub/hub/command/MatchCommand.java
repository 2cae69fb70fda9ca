package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.match.tool.BadInput;
import uk.mashhub.match.tool.Evaluation;
import uk.mashhub.match.tool.Families;
import uk.mashhub.match.tool.HubKeys;
import uk.mashhub.match.tool.Inputs;
import uk.mashhub.match.tool.Learning;
import uk.mashhub.match.tool.MatchBench;
import uk.mashhub.match.tool.Report;
import uk.mashhub.match.weight.Model;
import uk.mashhub.match.weight.ModelFile;

/** Measures, trains and explains the matching of people on files of records, without the hub. */
@Command(
        name = "match",
        description = "Measure, train and explain the matching of people; invent families to measure it with.")
final class MatchCommand {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What all of them read. */
    static final class MatchFiles {
        @Option(
                names = "--records",
                required = true,
                description = "a CSV file; given twice, the records of the two files are linked")
        List<Path> records = List.of();

        @Option(names = "--map", required = true, description = "YAML: which column holds what; see config/match")
        Path map = Path.of("");

        @Option(names = "--model", description = "model to start from; the shipped one if not given")
        Optional<Path> model = Optional.empty();

        @Option(names = "--seed", defaultValue = "7", description = "of the sample of random pairs")
        long seed;

        Inputs inputs(String truth) {
            if (records.size() > 2) {
                throw new CommandFailed("--records may be given once or twice");
            }
            return new Inputs(records.get(0), records.stream().skip(1).findFirst(), map, truth);
        }

        Model start() {
            return model.map(file -> plainly(() -> ModelFile.read(text(file)))).orElseGet(ModelFile::shipped);
        }
    }

    @Command(name = "evaluate", description = "Measures the matching against a known truth; prints JSON.")
    int evaluate(
            @Mixin MatchFiles files,
            @Option(names = "--truth", required = true, description = "a column, or a file of labelled pairs")
                    String truth,
            @Option(names = "--out", description = "folder for report.json and the pictures") Optional<Path> out) {
        Evaluation evaluation = new Evaluation(files.start(), files.seed, Clock.systemUTC());
        Report report = plainly(() -> evaluation.of(files.inputs(truth)));
        System.out.print(report.json());
        out.ifPresent(dir -> {
            write(dir.resolve("report.json"), report.json());
            write(dir.resolve("precision-recall.svg"), report.precisionRecallPicture());
            write(dir.resolve("weights.svg"), report.weightsPicture());
        });
        return 0;
    }

    @Command(
            name = "keys",
            description = "Measures how well the hub's own keys find people whose records are known; prints JSON.")
    int keys(
            @Mixin MatchFiles files,
            @Option(names = "--truth", required = true, description = "a column, or a file of labelled pairs")
                    String truth) {
        System.out.print(plainly(() -> HubKeys.measure(files.inputs(truth))));
        return 0;
    }

    @Command(name = "train", description = "Learns a model from records; prints it, or writes it to a file.")
    int train(
            @Mixin MatchFiles files, @Option(names = "--out", description = "file for the model") Optional<Path> out) {
        Learning learning = plainly(() -> Learning.of(files.inputs(""), files.start(), files.seed));
        learning.problems().forEach(System.err::println);
        String text = ModelFile.text(learning.weigher());
        out.ifPresentOrElse(file -> write(file, text), () -> System.out.print(text));
        return 0;
    }

    @Command(name = "explain", description = "Says why two records weigh what they do, field by field.")
    int explain(
            @Mixin MatchFiles files,
            @Parameters(index = "0", paramLabel = "ID") String left,
            @Parameters(index = "1", paramLabel = "ID") String right,
            @Option(names = "--out", description = "folder for explained.json and waterfall.svg") Optional<Path> out) {
        Learning.Explained explained = plainly(
                () -> Learning.of(files.inputs(""), files.start(), files.seed).explain(left, right));
        explained.words().forEach(System.out::println);
        out.ifPresent(dir -> {
            write(dir.resolve("explained.json"), explained.json());
            write(dir.resolve("waterfall.svg"), explained.picture());
        });
        return 0;
    }

    @Command(name = "generate", description = "Invents families that are hard to match, with the truth, as CSV.")
    int generate(
            @Option(names = "--seed", required = true, description = "the same seed gives the same families") long seed,
            @Option(names = "--people", required = true, description = "how many people at least") int people,
            @Option(names = "--out", description = "file for the CSV") Optional<Path> out) {
        String csv = plainly(() -> Families.csv(seed, people));
        out.ifPresentOrElse(file -> write(file, csv), () -> System.out.print(csv));
        return 0;
    }

    @Command(name = "bench", description = "How fast batches link and lookups answer, and how that grows; prints JSON.")
    int bench(
            @Option(
                            names = "--records",
                            split = ",",
                            defaultValue = "10000,100000,1000000",
                            description = "how many records; several numbers with commas between")
                    List<Integer> records,
            @Option(
                            names = "--people",
                            defaultValue = "100000",
                            description =
                                    "how many people the index in PostgreSQL holds (default: ${DEFAULT-VALUE}); 0:"
                                            + " leave it out")
                    int people,
            @Option(
                            names = "--seconds",
                            defaultValue = "10",
                            description = "of each run of inserts (default: ${DEFAULT-VALUE})")
                    int seconds,
            @Option(names = "--seed", defaultValue = "1", description = "the same seed gives the same people")
                    long seed)
            throws Exception {
        String library = plainly(() -> new MatchBench(seed, System::nanoTime).json(records));
        ObjectNode report = (ObjectNode) JSON.readTree(library);
        if (people > 0) {
            report.set("postgresql", JSON.valueToTree(MatchBenchDatabase.measure(people, seconds, seed)));
        }
        System.out.println(JSON.writeValueAsString(report));
        return 0;
    }

    /** Tells whoever typed the command what is wrong with a file, in one line. */
    private static <T> T plainly(Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInput | IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read");
        }
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be written");
        }
    }
}
