package uk.mashhub.policy.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.agreement.Problem;
import uk.mashhub.policy.engine.Trial;
import uk.mashhub.policy.fact.Days;
import uk.mashhub.policy.proof.Delta;

/** Which recorded decisions another policy would make otherwise. Each is made again on the facts recorded, on its own day. */
public final class Replay {
    private static final int MOST_PROBLEMS = 100;
    private final Trial trial;
    private final Map<Delta, List<String>> differing = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long decisions;
    private long incomplete;

    /**
     * What came of it.
     *
     * @param incomplete how many lack a fact that rules may read today
     * @param differing the disclosures by how they would differ, in the order of the file
     * @param problems lines that were not understood, a hundred at most
     */
    public record Report(long decisions, long incomplete, Map<Delta, List<String>> differing, List<Problem> problems) {
        public Report {
            differing = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(differing));
            problems = List.copyOf(problems);
        }
    }

    private Replay(SharingPolicy policy) {
        this.trial = new Trial(policy.book());
    }

    /**
     * Reads a file of recorded decisions, one JSON object a line.
     *
     * @throws IOException if it cannot be read as UTF-8 text
     */
    public static Report of(SharingPolicy policy, Path file) throws IOException {
        Replay replay = new Replay(policy);
        String name = String.valueOf(file.getFileName());
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int n = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                n++;
                if (!line.isBlank()) {
                    replay.line(name, n, line);
                }
            }
        }
        return new Report(replay.decisions, replay.incomplete, replay.differing, replay.problems);
    }

    private void line(String file, int n, String line) {
        try {
            decide(LineReader.read(line));
        } catch (IllegalArgumentException e) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(file, n, "not a recorded decision", ""));
            }
        }
    }

    private void decide(RecordedDecision recorded) {
        decisions++;
        incomplete += recorded.complete() ? 0 : 1;
        Delta.OfItem delta = Delta.OfItem.between(
                recorded.verdict(),
                trial.item(recorded.facts(), Days.of(recorded.at())).verdict());
        if (!delta.same()) {
            differing.computeIfAbsent(delta, d -> new ArrayList<>()).add(recorded.disclosure());
        }
    }
}
