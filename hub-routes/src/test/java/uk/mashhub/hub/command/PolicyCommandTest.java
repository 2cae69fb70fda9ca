package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code mash policy check} as an information governance lead meets it. */
class PolicyCommandTest {
    private static final Path SHIPPED = Path.of("../config/agreements");

    @TempDir
    Path draft;

    private final StringWriter out = new StringWriter();

    @Test
    void provesTheShippedPolicy() {
        assertThat(check(SHIPPED)).as(out::toString).isZero();
        assertThat(out.toString())
                .contains("No rule is dead, shadowed or contradictory.")
                .contains("proved")
                .doesNotContain("REFUTED")
                .containsPattern("[0-9.]+ s, at most [0-9]+ MB of heap");
    }

    @Test
    void refusesAPolicyThatBreaksAnInvariantAndShowsWhere() throws IOException {
        copy();
        change(
                "special-classes.yaml",
                "{STATUTE_GENDER_RECOGNITION: yes}",
                "{STATUTE_GENDER_RECOGNITION: yes, CONFIDENTIAL: no}");
        assertThat(check(draft)).isEqualTo(1);
        assertThat(line("Nobody ever has a sign of somebody's gender history")).contains("REFUTED");
        assertThat(out.toString())
                .contains("CONFIDENTIAL = yes, STATUTE_GENDER_RECOGNITION = yes")
                .contains("comes out as SHOW; rules that spoke: ");
    }

    @Test
    void refusesAnIdleRuleAndNamesItsFile() throws IOException {
        copy();
        change(
                "statutes.yaml",
                "{STATUTE_SEXUAL_OFFENCE_COMPLAINANT: yes, PERPETRATOR_SIDE: yes}",
                "{STATUTE_SEXUAL_OFFENCE_COMPLAINANT: yes, PERPETRATOR_SIDE: yes, RECALLED: yes}");
        assertThat(check(draft)).isEqualTo(1);
        assertThat(line("SHADOWED")).containsPattern("statutes.yaml:[0-9]+ STA-03");
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        copy();
        change("invariants.yaml", "STATUTE_GENDER_RECOGNITION: yes", "STATUTE_GENDER_RECOGNITON: yes");
        assertThat(check(draft)).isEqualTo(1);
        assertThat(out.toString()).contains("Did you mean 'STATUTE_GENDER_RECOGNITION'?");
    }

    @Test
    void putsTheShippedCasesToTheShippedPolicy() {
        assertThat(run("test", "../config/cases", "--agreements", SHIPPED.toString()))
                .as(out::toString)
                .isZero();
        assertThat(out.toString()).contains("44 of 44 cases come out as expected.");
    }

    @Test
    void failsWhereACaseComesOutOtherwise() throws IOException {
        copy();
        change("openings.yaml", "Your training is out of date.", "Your training has run out.");
        assertThat(run("test", "../config/cases", "--agreements", draft.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("DIFFERENT    enquiries.yaml 34 training")
                .contains("expected  REFUSE: \"Your training is out of date.\"")
                .contains("decided   REFUSE: \"Your training has run out.\"")
                .contains("43 of 44 cases come out as expected.");
    }

    @Test
    void explainsOneCaseGateByGate() {
        assertThat(run("explain", "../config/cases/safety.yaml", "11", "--agreements", SHIPPED.toString()))
                .isZero();
        assertThat(out.toString())
                .containsSubsequence("Case 11", "Item 'bail'", "SAF-01", "law: ", "takes it down", "=> REDACT")
                .doesNotContain("Case 13");
    }

    @Test
    void rehearsesADraftInWords() throws IOException {
        copy();
        Path newer = Files.createDirectory(draft.resolve("newer"));
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, newer.resolve(file.getFileName()));
            }
        }
        String matrix = Files.readString(newer.resolve("matrix.yaml"));
        Files.writeString(
                newer.resolve("matrix.yaml"),
                matrix.replace(
                        "s17: {if: AGREEMENT_OR_OVERRIDE, then: SUMMARISE, else: SILENT}",
                        "s17: {if: AGREEMENT_OR_OVERRIDE, then: SUMMARISE, else: WITHHOLD}"));
        assertThat(run("rehearse", draft.toString(), newer.toString())).isZero();
        assertThat(out.toString())
                .contains("would be WITHHOLD, was SILENT")
                .contains("information is parent health treatment; purpose is prescreen or MASH enquiry or section 17")
                .contains("unless a rule speaks that takes more: ")
                .doesNotContain("Less would be given");
    }

    @Test
    void printsABookThatEndsWithOneWhereAnInvariantFails() throws IOException {
        Path book = Files.createTempDirectory(draft, "book").resolve("book.html");
        assertThat(run("print", SHIPPED.toString(), "--out", book.toString()))
                .as(out::toString)
                .isZero();
        assertThat(Files.readString(book)).contains("Proved on ").doesNotContain("NOT TRUE");
        copy();
        change(
                "special-classes.yaml",
                "{STATUTE_GENDER_RECOGNITION: yes}",
                "{STATUTE_GENDER_RECOGNITION: yes, CONFIDENTIAL: no}");
        assertThat(run("print", draft.toString(), "--out", book.toString())).isEqualTo(1);
        assertThat(Files.readString(book)).contains("a counter-example was found");
        assertThat(out.toString()).contains("Not everything in it is proved");
    }

    @Test
    void printsNoBookOfAgreementsThatDoNotLoad() throws IOException {
        copy();
        change("safety.yaml", "gate: SAFETY", "gate: SAFTEY");
        Path book = draft.resolve("book.html");
        assertThat(run("print", draft.toString(), "--out", book.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Did you mean 'SAFETY'?");
        assertThat(book).doesNotExist();
    }

    private int run(String... words) {
        return new CommandLine(new PolicyCommand()).setOut(new PrintWriter(out)).execute(words);
    }

    @Test
    void refusesTheAgreementOfAnAgencyThatNoAreaHas() throws IOException {
        Path agreements =
                Files.createDirectories(draft.resolve("agreements/agencies")).getParent();
        Path areas = Files.createDirectories(draft.resolve("areas"));
        Files.copy(SHIPPED.resolve("../areas/exampleshire.yaml"), areas.resolve("exampleshire.yaml"));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, agreements.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                agreements.resolve("agencies/exampleshire-polise.yaml"),
                Files.readString(SHIPPED.resolve("agencies/exampleshire-police.yaml"))
                        .replace("agency: exampleshire-police", "agency: exampleshire-polise"));
        assertThat(check(agreements)).isEqualTo(1);
        assertThat(out.toString()).contains("No area has the agency 'exampleshire-polise', which has an agreement.");
    }

    @Test
    void warnsOfReviewsThatAreOverdueOnADay() {
        CommandLine line = new CommandLine(new PolicyCommand()).setOut(new PrintWriter(out));
        assertThat(line.execute("check", SHIPPED.toString(), "--on", "2099-01-01"))
                .isZero();
        assertThat(line("overdue")).contains("agencies/exampleshire-council.yaml:");
    }

    private int check(Path folder) {
        CommandLine line = new CommandLine(new PolicyCommand()).setOut(new PrintWriter(out));
        return line.execute("check", folder.toString());
    }

    private String line(String words) {
        return out.toString().lines().filter(l -> l.contains(words)).findFirst().orElse("no line says: " + words);
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, draft.resolve(file.getFileName()));
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(draft.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(draft.resolve(file), text.replace(from, to));
    }
}
