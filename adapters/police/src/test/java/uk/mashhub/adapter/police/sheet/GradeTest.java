package uk.mashhub.adapter.police.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.SubjectRole;

class GradeTest {
    private static final long SEED = 20_260_302L;
    private static final String SHAREABLE = "[1-3][ /-]*[A-E][ /-]*P|[A-E][ /-]*[1-5][ /-]*[1-3]";

    private static SourceItem item(String grade, String handling, boolean covert) {
        Terms terms = new Terms();
        IntelligenceGrade read = IntelligenceSheet.grade(grade, "here", terms);
        Heading heading = new Heading(
                "l1",
                "1",
                Optional.empty(),
                Optional.of("event"),
                Optional.empty(),
                EventTime.unknown(),
                List.of(new SourceSubject(new PersonKey("p"), SubjectRole.UNKNOWN)),
                Classification.OFFICIAL_SENSITIVE,
                Set.of(),
                false,
                terms.all());
        return new IntelligenceSheet(heading, read, handling, covert, "who", "what").item();
    }

    @Test
    void asksTheOriginatorUnlessTheGradeIsAPlainlyShareableOne() {
        Random random = new Random(SEED);
        String letters = "12345ABCDEPC6FXpc -/?";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder grade = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                grade.append(letters.charAt(random.nextInt(letters.length())));
            }
            SourceItem item = item(grade.toString(), "", false);
            boolean asks = item.labels().handling().conditions().contains(HandlingCondition.CONSULT_ORIGINATOR);
            boolean shareable = grade.toString()
                    .strip()
                    .toUpperCase(java.util.Locale.ROOT)
                    .replaceAll("^[ /-]+|[ /-]+$", "")
                    .matches(SHAREABLE);
            assertThat(asks).as("grade '%s' of seed %d", grade, SEED).isEqualTo(!shareable);
            assertThat(item.labels().dataClass()).isEqualTo(DataClass.INTELLIGENCE);
        }
    }

    @Test
    void readsBothSchemes() {
        assertThat(item("1-A-P", "", false).labels().grade().handling()).isEqualTo(HandlingCode.P);
        assertThat(item("2/D/C", "", false).labels().grade().handling()).isEqualTo(HandlingCode.C);
        assertThat(item("B21", "", false).labels().grade().handling()).isEqualTo(HandlingCode.P);
        assertThat(item("B25", "", false).labels().grade().handling()).isEqualTo(HandlingCode.C);
    }

    @Test
    void protectsACovertSourceWhateverTheGrade() {
        SourceItem item = item("1AP", "", true);
        assertThat(item.labels().handling().conditions()).contains(HandlingCondition.SOURCE_PROTECTED);
        assertThat(item.fields()).noneMatch(f -> f.value().equals("who"));
    }
}
