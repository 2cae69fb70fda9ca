package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.Weighed;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** Whose an item is belongs to the space that proofs cover: agencies' agreements are held to every invariant too. */
class OwnersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Path MORE = Path.of("src/test/resources/agencies");

    @TempDir
    Path directory;

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private void tenAgencies() throws IOException {
        Path shipped = EncodingTest.agreements();
        copy(shipped, directory);
        copy(shipped.resolve("agencies"), directory.resolve("agencies"));
        copy(MORE, directory.resolve("agencies"));
    }

    @Test
    void provesThePolicyWithTenAgenciesAgreements() throws IOException {
        tenAgencies();
        CheckReport report = PolicyCheck.of(directory, DAY);
        assertThat(report.holds())
                .as(() -> String.join(System.lineSeparator(), ReportText.of(report)))
                .isTrue();
    }

    @Test
    void refutesAnAgreementThatTakesWhatMustGetThroughAndNamesWhose() throws IOException {
        tenAgencies();
        Path file = directory.resolve("agencies/exampleshire-health.yaml");
        String text = Files.readString(file);
        String narrower =
                "dataClass: CHILD_HEALTH, artefact: INFO_PRODUCT, RELEASED_TO_AUDIENCE: no, READER_OWNS_ITEM: no";
        assertThat(text).contains(narrower);
        Files.writeString(
                file,
                text.replace(narrower, "dataClass: CHILD_HEALTH, RELEASED_TO_AUDIENCE: no, READER_OWNS_ITEM: no"));
        assertThat(PolicyCheck.of(directory, DAY).proofs().stream()
                        .filter(p -> !p.holds())
                        .toList())
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.example())
                        .startsWith("owner = exampleshire-health, ")
                        .contains("HEA-01"));
    }

    @Test
    void saysOfEveryOwnersItemWhatTheEngineDecides() throws IOException {
        tenAgencies();
        RuleBook book = AgreementFolder.read(directory).book().orElseThrow();
        Case items = new Case(Question.MAY_SEE, book);
        Verdicts verdicts =
                new Verdicts(items.sat(), items.space(), items.applying().all());
        List<Integer> outcomes = Stream.of(Outcome.values()).map(verdicts::is).toList();
        List<Optional<AgencyId>> owners = new ArrayList<>(List.of(Optional.empty()));
        book.agencies().forEach(a -> owners.add(Optional.of(a)));
        assertThat(owners).hasSize(11);
        int narrowed = 0;
        for (Optional<AgencyId> owner : owners) {
            for (int c = 0; c < Attribute.DATA_CLASS.words().size(); c++) {
                for (int s = 0; s < Attribute.SECTOR.words().size(); s++) {
                    List<Integer> fixed = new ArrayList<>(List.of(items.space().owned(owner)));
                    for (Attribute a : items.space().attributes()) {
                        int value = a == Attribute.DATA_CLASS ? c : a == Attribute.SECTOR ? s : role(a);
                        fixed.add(items.space().literal(a, value));
                    }
                    assertThat(items.possible(fixed.toArray(new Integer[0]))).isTrue();
                    FactVector facts = items.space().facts();
                    assertThat(facts.owner()).isEqualTo(owner);
                    Weighed weighed = items.trial().item(facts, DAY);
                    int index = weighed.verdict().outcome().ordinal();
                    assertThat(items.sat().holds(outcomes.get(index))).isTrue();
                    narrowed += weighed.ruleIds().stream().anyMatch(id -> id.matches("(MEN|POL|DAS|YJS|HEA)-0[1-4]"))
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(narrowed).isPositive();
    }

    /** An agency's lead at section 17, all else as ordinary as can be. */
    private static int role(Attribute a) {
        return switch (a) {
            case ROLE -> a.words().indexOf("AGENCY_LEAD");
            case PURPOSE -> a.words().indexOf("S17");
            default -> 0;
        };
    }
}
