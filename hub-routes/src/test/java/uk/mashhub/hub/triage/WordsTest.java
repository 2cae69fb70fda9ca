package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Every code that a page can show has words. */
class WordsTest {
    private static final Map<String, Class<? extends Enum<?>>> CODES = Map.ofEntries(
            Map.entry("rating", Rating.class),
            Map.entry("stage", Stage.class),
            Map.entry("purpose", Purpose.class),
            Map.entry("role", SubjectRole.class),
            Map.entry("nature", Nature.class),
            Map.entry("decision", ThresholdOutcome.class),
            Map.entry("consent", ConsentState.class),
            Map.entry("notsought", NotSoughtReason.class),
            Map.entry("giver", ConsentGiver.class),
            Map.entry("competence", Competence.Kind.class),
            Map.entry("own", OwnerAct.Kind.class),
            Map.entry("flag", SafetyFlag.class),
            Map.entry("class", DataClass.class),
            Map.entry("fault", Unreadable.Fault.class));

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/messages.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void noCodeLacksItsWords() throws IOException {
        Properties words = words();
        Stream<String> codes = CODES.entrySet().stream()
                .flatMap(e -> Arrays.stream(e.getValue().getEnumConstants()).map(c -> e.getKey() + "." + c.name()));
        assertThat(codes)
                .allSatisfy(code -> assertThat(words.getProperty(code)).as(code).isNotBlank());
    }

    /** What a source wrote is kept as it was written; what a page says of it is not its code. */
    @Test
    void noCodeThatSourcesWriteLacksItsWords() throws IOException {
        Properties words = words();
        List<Class<? extends Enum<?>>> written = List.of(
                Sex.class,
                ConcernCategory.class,
                DatedAddress.AddressUse.class,
                NameUse.class,
                BirthDate.Accuracy.class);
        assertThat(written.stream().flatMap(codes -> Arrays.stream(codes.getEnumConstants())))
                .allSatisfy(code -> assertThat(words.getProperty("value." + code.name()))
                        .as(code.name())
                        .isNotBlank());
    }

    @Test
    void noPacketOfAJourneyShowsACode() throws IOException {
        Properties words = words();
        List<Path> views;
        try (Stream<Path> all = Files.walk(Path.of("../docs/journeys"))) {
            views = all.filter(p -> p.getFileName().toString().contains("view")).toList();
        }
        assertThat(views).isNotEmpty();
        for (Path view : views) {
            Stream<JsonNode> fields =
                    JsonMapper.shared().readTree(Files.readAllBytes(view)).findParents("label").stream();
            assertThat(fields.map(f -> new PacketPage.Field("", f.path("value").asString("")))
                            .map(PacketPage.Field::code)
                            .filter(code -> !code.isEmpty()))
                    .as(view.toString())
                    .allSatisfy(code ->
                            assertThat(words.getProperty("value." + code)).isNotBlank());
        }
    }

    @Test
    void everyActOfTheLogHasWords() throws IOException {
        Properties words = words();
        for (uk.mashhub.log.Act act : uk.mashhub.log.Act.values()) {
            assertThat(words.getProperty("act." + act)).as(act.name()).isNotBlank();
        }
        for (LookupRow.Share share : LookupRow.Share.values()) {
            assertThat(words.getProperty("share." + share)).as(share.name()).isNotBlank();
        }
    }

    @Test
    void everyActSaysThatItWasDone() throws IOException {
        Properties words = words();
        for (Class<?> act : uk.mashhub.hub.enquiry.Act.class.getPermittedSubclasses()) {
            assertThat(words.getProperty("done." + act.getSimpleName()))
                    .as(act.getSimpleName())
                    .isNotBlank();
        }
    }
}
