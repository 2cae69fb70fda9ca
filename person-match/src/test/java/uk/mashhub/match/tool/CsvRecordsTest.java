package uk.mashhub.match.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.match.link.Linked;
import uk.mashhub.match.link.Linker;
import uk.mashhub.match.link.Markers;
import uk.mashhub.match.weight.ModelFile;

class CsvRecordsTest {
    @TempDir
    Path dir;

    @Test
    void trimsHeadersAndValues() throws IOException {
        CsvRecords read = read("\uFEFFid, name ,born\n 1 ,\" Reed, Ada \",\n");
        assertThat(read.header()).containsExactly("id", "name", "born");
        assertThat(read.rows().get(0).value("name")).isEqualTo("Reed, Ada");
        assertThat(read.rows().get(0).value("born")).isEmpty();
    }

    @Test
    void leavesOutARowWhoseColumnsAreShiftedAndNamesItsLine() throws IOException {
        CsvRecords read = read("id,name,born\n1,Ada,20190307\n2,Owain\n3,Efua,20190307,extra\n4,Wei,20190307\n");
        assertThat(read.rows()).extracting(r -> r.value("id")).containsExactly("1", "4");
        assertThat(read.problems()).extracting(Problem::line).containsExactly(3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,id\n1,2\n", "id,,name\n1,2,3\n", "id,name\n1,\"open\n"})
    void refusesWhatItWouldHaveToGuess(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class);
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        Path file = dir.resolve("latin1.csv");
        Files.write(file, "id,name\n1,Ada\n2,Zo\u00eb\n3,Wei\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvRecords.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a list",
                "surnam: typo",
                "id: a\nid: b",
                "truthPattern: '('",
                "truthPattern: 'no group'",
                "bornFormat: mdy"
            })
    void refusesAMapThatSaysSomethingElse(String yaml) {
        assertThatThrownBy(() -> FieldMap.of(yaml, "map.yaml")).isInstanceOf(BadInput.class);
    }

    @Test
    void refusesAFileWithoutAColumnOfTheMap() throws IOException {
        CsvRecords read = read("id,name\n1,Ada\n");
        FieldMap map = FieldMap.of("id: id\nsurname: family_name", "map.yaml");
        assertThatThrownBy(() -> map.checkAllBut(read, "a.csv", java.util.Set.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("family_name");
    }

    @Test
    void flagsValuesThatCannotBeAndKeepsThemOutOfTheComparison() throws IOException {
        CsvRecords read =
                read("id,born,nhs\n1,2019-02-31,9990000018\n2,sometime,9990000019\n3,2019-03-07,9990000018\n1,,\n");
        FieldMap map = FieldMap.of("id: id\nborn: born\nnhsNumber: nhs", "map.yaml");
        Records records = Records.of(read, map, "A");
        assertThat(records.problems().stream().map(Problem::toString))
                .anyMatch(p -> p.startsWith("records.csv: line 2: the date of birth is no day"))
                .anyMatch(p -> p.startsWith("records.csv: line 3: the date of birth has not eight"))
                .anyMatch(p -> p.startsWith("records.csv: line 3: nhsNumber fails its check"))
                .anyMatch(p -> p.startsWith("records.csv: line 5: no id, or one that another row has"))
                .noneMatch(p -> p.contains("9990000019"));
        assertThat(records.profiles()).hasSize(3);
        assertThat(records.profiles().get(1).values(uk.mashhub.match.weight.Field.NHS_NUMBER))
                .isEmpty();
        assertThat(records.profiles().get(1).born()).isEmpty();
    }

    /** Impossible dates in every order, and dates that are none at all: kept or left out, and flagged with their line. */
    @ParameterizedTest
    @ValueSource(strings = {"2019-02-29", "31/04/2019", "00000000", "99999999", "2019-13-01"})
    void keepsADateThatIsNoDayByItsDigitsAndFlagsIt(String born) throws IOException {
        FieldMap map = FieldMap.of("id: id\nborn: born", "map.yaml");
        Records records = Records.of(read("id,born\n1," + born + "\n"), map, "A");
        assertThat(records.problems()).extracting(Problem::line).containsExactly(2L);
        assertThat(records.profiles().get(0).born().orElseThrow().day()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019",
                "1/2/19",
                "7 March 2015",
                "20190307120000",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"
            })
    void leavesOutADateThatHasNotEightDigitsAndFlagsIt(String born) throws IOException {
        FieldMap map = FieldMap.of("id: id\nborn: born", "map.yaml");
        Records records = Records.of(read("id,born\n1," + born + "\n"), map, "A");
        assertThat(records.problems()).extracting(Problem::line).containsExactly(2L);
        assertThat(records.profiles().get(0).born()).isEmpty();
    }

    /** Rows broken in every way: the command ends with a report or a refusal, and no value goes to another column. */
    @Test
    void neverShiftsAValueWhateverIsBroken() throws IOException {
        String sound = "id,forename,surname,born\n1,Ada,Reed,20190307\n2,Owain,Byrne,20160712\n3,Wei,Zhang,20110523\n";
        FieldMap map = FieldMap.of("id: id\nforename: forename\nsurname: surname\nborn: born", "map.yaml");
        java.util.Random random = new java.util.Random(9);
        int kept = 0;
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(sound);
            int at = 25 + random.nextInt(sound.length() - 25);
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ',');
                case 2 -> text.insert(at, '"');
                default -> text.insert(at, "\u0000\uFFFD\r");
            }
            try {
                Records records = Records.of(read(text.toString()), map, "A");
                for (CsvRecords.Row row : records.rows().values()) {
                    kept++;
                    assertThat(row.values()).as(text.toString()).containsOnlyKeys("id", "forename", "surname", "born");
                    assertThat(row.value("surname")).as(text.toString()).doesNotContain("2019");
                }
            } catch (BadInput refused) {
                assertThat(refused).as(text.toString()).hasMessageContaining("records.csv");
            }
        }
        assertThat(kept).isGreaterThan(2_000);
    }

    /** A number that fails its check is no key: two records that share it are not found by it. */
    @Test
    void neverFindsAnybodyByANumberThatFailsItsCheck() throws IOException {
        FieldMap map = FieldMap.of("id: id\nnhsNumber: nhs\nupn: upn", "map.yaml");
        Records records = Records.of(read("id,nhs,upn\n1,9990000019,X\n2,9990000019,X\n"), map, "A");
        assertThat(records.problems()).hasSize(4);
        assertThat(records.rows().get("1").value("nhs")).isEqualTo("9990000019");
        Linked linked = new Linker(ModelFile.shipped(), 7, Markers.NONE).within(records.profiles());
        List<String> found = new ArrayList<>();
        linked.eachCandidate((a, b) -> found.add(a.id() + " " + b.id()));
        assertThat(found).isEmpty();
    }

    @Test
    void saysWhichColumnOfTheHeaderIsWrong() {
        assertThatThrownBy(() -> read("id,name,id\n1,2,3\n"))
                .hasMessage("records.csv: line 1: column 3 has the name of an earlier one");
        assertThatThrownBy(() -> read("id,,name\n1,2,3\n")).hasMessage("records.csv: line 1: column 2 has no name");
    }

    @Test
    void namesProblemsByFileAndLineInTheirOrder() throws IOException {
        FieldMap map = FieldMap.of("id: id\nborn: born", "map.yaml");
        Records first = Records.of(read("id,born\n1,soon\n2\n3,later\n"), map, "A");
        Path other = dir.resolve("other.csv");
        Files.writeString(other, "id,born\n3,20190307\n4,then\n");
        first.add(Records.of(CsvRecords.read(other), map, "B"));
        assertThat(first.problems())
                .extracting(p -> p.file() + " " + p.line())
                .containsExactly("records.csv 2", "records.csv 3", "records.csv 4", "other.csv 2", "other.csv 3");
    }

    private CsvRecords read(String text) throws IOException {
        Path file = dir.resolve("records.csv");
        Files.writeString(file, text);
        return CsvRecords.read(file);
    }
}
