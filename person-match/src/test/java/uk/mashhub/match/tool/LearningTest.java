package uk.mashhub.match.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.match.weight.ModelFile;

/** What {@code ./mash match explain} says of two records of a file that whoever asks holds. */
class LearningTest {
    @TempDir
    Path dir;

    private Learning learnt() throws IOException {
        Path records = dir.resolve("records.csv");
        Path map = dir.resolve("map.yaml");
        Files.writeString(records, """
                id, given, surname, born, phone
                a, Ada, Okonkwo, 20190307, 020 7946 0018
                b, Ada, Okonkwo, 20190703,
                c, Gethin, Llewellyn, 20160712,
                """);
        Files.writeString(map, "id: id\nforename: given\nsurname: surname\nborn: born\nphone: phone\n");
        return Learning.of(new Inputs(records, Optional.empty(), map, ""), ModelFile.shipped(), 1);
    }

    @Test
    void saysWhatTheRecordsHoldAndWhatEachFieldAdds() throws IOException {
        Learning.Explained explained = learnt().explain("a", "b");
        assertThat(explained.words())
                .anyMatch(line -> line.matches("surname okonkwo agrees.*: \\+\\d+\\.\\d"))
                .anyMatch(line ->
                        line.startsWith("date of birth 2019-03-07 / 2019-07-03 ") && line.contains("in another order"))
                .noneMatch(line -> line.startsWith("telephone"));
        assertThat(explained.words().get(explained.words().size() - 1)).startsWith("together: ");
        assertThat(explained.json()).contains("2019-03-07 / 2019-07-03", "SWAPPED");
        assertThat(explained.picture()).startsWith("<svg").doesNotContain("okonkwo", "2019");
        assertThat(explained.toString()).doesNotContain("okonkwo");
    }

    @Test
    void saysWhenThereIsNoSuchRecord() throws IOException {
        Learning learnt = learnt();
        assertThatThrownBy(() -> learnt.explain("a", "x")).isInstanceOf(BadInput.class);
    }
}
