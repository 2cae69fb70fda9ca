package uk.mashhub.match.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.match.weight.ModelFile;

class EvaluationTest {
    private static final String RECORDS = """
            rec_id, given, surname, born
            rec-1-org, Ada, Okonkwo, 20190307
            rec-1-dup-0, Ada, Okonkow, 20190307
            rec-2-org, Gethin, Llewellyn, 20160712
            rec-2-dup-0, , , 19990101
            rec-3-org, Wei, Zhang, 20110523
            """;
    private static final String MAP = """
            id: rec_id
            truthPattern: 'rec-(\\d+)-.*'
            forename: given
            surname: surname
            born: born
            """;

    @TempDir
    Path dir;

    @Test
    void countsPairsThatWereNeverComparedAsMissed() throws IOException {
        Report report = evaluate(RECORDS, MAP, "rec_id");
        assertThat(report.facts()).containsEntry("truePairs", 2L).containsEntry("blockingRecall", 0.5);
        assertThat(report.links().best().recall()).isEqualTo(0.5);
        assertThat(report.links().best().precision()).isEqualTo(1);
    }

    @Test
    void printsTheKeysThatOthersRead() throws IOException {
        assertThat(evaluate(RECORDS, MAP, "rec_id").json())
                .contains(List.of(
                        "\"f1\"",
                        "\"precision\"",
                        "\"recall\"",
                        "\"threshold\"",
                        "\"recallAtPrecision999\"",
                        "\"blockingRecall\"",
                        "\"reviewBand\"",
                        "\"seconds\"",
                        "\"peakMemoryMb\""));
    }

    @Test
    void readsLabelsFromAFile() throws IOException {
        Path labels = dir.resolve("labels.csv");
        Files.writeString(labels, "a,b,score\nrec-1-org,rec-1-dup-0,1.0\nrec-1-org,rec-3-org,0\n");
        Report report = evaluate(RECORDS, MAP + "left: a\nright: b\nscore: score\n", labels.toString());
        assertThat(report.facts()).containsEntry("truePairs", 1L);
        assertThat(report.links().best().f1()).isEqualTo(1);
    }

    @Test
    void readsAFileOfPairsOfNames() throws IOException {
        Report report = evaluate(
                "one,two,same\nAda Okonkwo,\"Okonkwo, Ada\",true\nAda Okonkwo,Wei Zhang,false\n",
                "left: one\nright: two\n",
                "same");
        assertThat(report.links().best().f1()).isEqualTo(1);
    }

    @Test
    void findsRecallAtPrecision999() {
        Curve curve = Curve.of(
                List.of(
                        new Curve.Scored(9, true),
                        new Curve.Scored(8, true),
                        new Curve.Scored(7, false),
                        new Curve.Scored(6, true)),
                4);
        assertThat(curve.recallAtPrecision999()).isEqualTo(0.5);
        assertThat(curve.best().f1()).isCloseTo(0.75, within(1e-9));
        assertThat(curve.at(7.5).linked()).isEqualTo(2);
    }

    @Test
    void drawsPicturesThatAreWellFormed() throws Exception {
        Report report = evaluate(RECORDS, MAP, "rec_id");
        for (String svg : List.of(Pictures.precisionRecall(report.links()), Pictures.weights(report.scored()))) {
            var xml = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(xml.getDocumentElement().getTagName()).isEqualTo("svg");
        }
    }

    private Report evaluate(String records, String map, String truth) throws IOException {
        Path csv = dir.resolve("records.csv");
        Path yaml = dir.resolve("map.yaml");
        Files.writeString(csv, records);
        Files.writeString(yaml, map);
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new Evaluation(ModelFile.shipped(), 7, clock).of(new Inputs(csv, Optional.empty(), yaml, truth));
    }
}
