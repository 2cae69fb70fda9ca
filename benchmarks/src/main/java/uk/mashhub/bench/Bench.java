package uk.mashhub.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import uk.mashhub.policy.agreement.RuleBook;

/** {@code ./mash bench policy [--compare]}. JSON on standard output, progress on standard error. */
public final class Bench {
    private static final int REQUESTS = 20_000;

    private Bench() {}

    /** Ends with 0, 1 where engines disagree, 2 for wrong usage. */
    public static void main(String[] args) throws Exception {
        switch (String.join(" ", args)) {
            case "policy" -> print(new PolicyBench().run());
            case "policy --compare" -> compare();
            default -> {
                System.err.println("mash: bench policy [--compare]");
                System.exit(2);
            }
        }
    }

    private static void compare() throws Exception {
        RuleBook book = Shipped.book();
        Map<String, Object> report = new Comparison(book, Sentence.of(book, Shipped.TODAY))
                .of(Situations.known(book, PolicyBenchmarks.SEED, REQUESTS));
        print(report);
        System.exit(List.of().equals(report.get("differences")) ? 0 : 1);
    }

    private static void print(Map<String, Object> report) throws Exception {
        System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }
}
