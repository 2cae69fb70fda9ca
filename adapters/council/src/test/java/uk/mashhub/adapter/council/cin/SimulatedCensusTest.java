package uk.mashhub.adapter.council.cin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.council.marf.MarfTranslator;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.simulators.SimulatorSettings;
import uk.mashhub.simulators.council.CouncilSimulator;
import uk.mashhub.simulators.council.SampleForms;

/** The demo's forms, asked of the demo's census. */
class SimulatedCensusTest {
    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");

    @TempDir
    private Path folder;

    private byte[] census;

    @BeforeEach
    void letTheCouncilPutItsCensus() throws IOException {
        SimulatorSettings settings =
                new SimulatorSettings(folder, Clock.fixed(NOW, ZoneOffset.UTC), length -> new byte[length]);
        Files.createDirectories(settings.inbox("council"));
        new CouncilSimulator().start(settings);
        try (Stream<Path> files = Files.list(settings.inbox("council"))) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactly("CIN_Census_2026.xml");
            census = Files.readAllBytes(all.get(0));
        }
    }

    @Test
    void isReadWithoutAnyDoubt() throws Unreadable {
        List<CinChild> children = CinCensusReader.read(census).children();
        assertThat(children).hasSizeGreaterThan(40).allSatisfy(c -> {
            assertThat(c.upn()).isPresent();
            assertThat(c.unknownTerms()).isEmpty();
        });
        assertThat(new String(census, StandardCharsets.UTF_8)).doesNotContain("Maya");
    }

    @Test
    void holdsAnOpenCaseForArloAlone() throws Exception {
        for (String form : SampleForms.names()) {
            assertThat(statuses(form).contains(CinCensusSource.OPEN_CASE))
                    .as(form)
                    .isEqualTo(form.equals(SampleForms.OPEN_CASE));
        }
    }

    @Test
    void knowsTheChildrenOfTheFirstFiveFamilies() throws Exception {
        for (String form : SampleForms.names().subList(0, 5)) {
            assertThat(statuses(form)).as(form).isNotEmpty();
        }
    }

    private List<String> statuses(String form) throws Unreadable, SourceUnavailable {
        Contact contact = new MarfTranslator(Census.SOURCE)
                .translate(SampleForms.read(form), new Received(new SourceId("school-form"), NOW));
        AskedPerson[] asked =
                contact.people().stream().map(SimulatedCensusTest::asked).toArray(AskedPerson[]::new);
        Answer answer = Census.source(census).ask(Census.question(asked));
        return answer.items().stream()
                .flatMap(i -> i.fields().stream())
                .filter(f -> f.kind() == FieldKind.STATUS && f.label().equals("Case status"))
                .map(f -> f.value())
                .toList();
    }

    private static AskedPerson asked(ContactPerson p) {
        return new AskedPerson(
                p.key(),
                p.details().names(),
                p.details().birthDate(),
                p.details().identifiers(),
                Optional.empty());
    }
}
