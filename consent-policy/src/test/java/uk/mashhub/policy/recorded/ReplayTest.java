package uk.mashhub.policy.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;

/** Decisions as a hub records them, put to a policy. */
class ReplayTest {
    @TempDir
    Path folder;

    @Test
    void findsWhatWouldComeOutOtherwise() throws IOException {
        Replay.Report report = replay(
                line("d-1", "SHOW", "\"RECALLED\":\"no\""),
                line("d-2", "SHOW", "\"RECALLED\":\"yes\""),
                line("d-3", "SILENT", "\"RECALLED\":\"yes\""));
        assertThat(report.problems()).isEmpty();
        assertThat(report.decisions()).isEqualTo(3);
        assertThat(report.incomplete()).isZero();
        assertThat(ReplayText.of(report))
                .containsExactly(
                        "1 of 3 recorded decisions would come out otherwise.",
                        "  1 would be SILENT, was SHOW",
                        "    disclosure d-2");
    }

    @Test
    void takesAFactThatIsNotRecordedForOneThatCannotBeWorkedOut() throws IOException {
        Replay.Report report =
                replay(line("d-1", "SHOW", "\"HELD\":\"no\"").replace("\"STATUTE_ADOPTION\":\"no\",", ""));
        assertThat(report.incomplete()).isEqualTo(1);
        assertThat(ReplayText.of(report)).anyMatch(l -> l.startsWith("  1 would be SILENT, was SHOW"));
    }

    @Test
    void passesOverAFactThatThereIsNoLonger() throws IOException {
        Replay.Report report = replay(line("d-1", "SHOW", "\"HELD\":\"no\",\"HELD_LONG_AGO\":\"yes\""));
        assertThat(report.problems()).isEmpty();
        assertThat(report.differing()).isEmpty();
    }

    @Test
    void comparesWhatOfAnAddressWasLeft() throws IOException {
        String whole = line("d-1", "REDACT", "\"HELD\":\"no\"");
        String part = whole.replace("\"redactions\":[]", "\"redactions\":[],\"generalised\":[\"ADDRESS\"]");
        Replay.Report report = replay(part);
        assertThat(report.problems()).isEmpty();
        assertThat(ReplayText.of(report)).contains("  1 would be SHOW, was REDACT; with all of the address");
    }

    @Test
    void namesTheLineThatIsNoRecordedDecision() throws IOException {
        String good = line("d-1", "SHOW", "\"HELD\":\"no\"");
        Replay.Report report = replay(
                good,
                good.replace("\"outcome\":\"SHOW\"", "\"outcome\":\"SHOWN\""),
                good.replace("\"at\"", "\"when\""),
                good + good,
                good.replace("\"reviewers\":[]", "\"reviewers\":[\"OWNER\""),
                good.replace(",\"reviewers\":[]", ""),
                "secret");
        assertThat(report.decisions()).isEqualTo(1);
        assertThat(report.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "recorded.jsonl:2: not a recorded decision",
                        "recorded.jsonl:3: not a recorded decision",
                        "recorded.jsonl:4: not a recorded decision",
                        "recorded.jsonl:5: not a recorded decision",
                        "recorded.jsonl:6: not a recorded decision",
                        "recorded.jsonl:7: not a recorded decision");
    }

    private Replay.Report replay(String... lines) throws IOException {
        return Replay.of(policy(), Files.write(folder.resolve("recorded.jsonl"), List.of(lines)));
    }

    /** A bruise that the decision maker reads at section 47, with some facts of its own. */
    static String line(String disclosure, String outcome, String facts) {
        String rest = Attribute.of(Asking.MAY_SEE).stream()
                .filter(a -> !facts.contains("\"" + a.term() + "\""))
                .map(a -> "\"" + a.term() + "\":\"" + plain(a) + "\",")
                .collect(Collectors.joining());
        return "{\"disclosure\":\"" + disclosure + "\",\"at\":\"2026-11-20T11:00:00Z\",\"facts\":{" + rest + facts
                + "},\"verdict\":{\"outcome\":\"" + outcome
                + "\",\"redactions\":[],\"obligations\":[],\"reviewers\":[]}}";
    }

    private static String plain(Attribute attribute) {
        return switch (attribute) {
            case DATA_CLASS -> "CHILD_HEALTH";
            case PURPOSE -> "S47";
            case HANDLING_CODE -> "NOT_GRADED";
            default -> attribute.words().get(0);
        };
    }

    private static SharingPolicy policy() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/agreements"))) {
            here = here.getParent();
        }
        try {
            return SharingPolicy.load(here.resolve("config/agreements"));
        } catch (PolicyRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
