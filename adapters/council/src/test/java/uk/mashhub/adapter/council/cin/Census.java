package uk.mashhub.adapter.council.cin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import uk.mashhub.adapter.SftpFiles;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;

/** Censuses, questions and answers for tests. */
final class Census {
    static final SourceId SOURCE = new SourceId("council-cin");

    private Census() {}

    /** A census of one year with these Child elements. */
    static String of(int year, String children) {
        return "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>" + year
                + "</Year><ReferenceDate>"
                + year + "-03-31</ReferenceDate></CollectionDetails></Header><Children>" + children
                + "</Children></Message>";
    }

    /** A child numbered L-1 with this in its CINdetails. */
    static String child(String details) {
        return child(
                "<LAchildID>L-1</LAchildID><UPN>H999400116001</UPN><PersonBirthDate>2016-05-14</PersonBirthDate>",
                details);
    }

    static String child(String identifiers, String details) {
        return "<Child><ChildIdentifiers>" + identifiers + "</ChildIdentifiers><ChildCharacteristics/>" + "<CINdetails>"
                + details + "</CINdetails></Child>";
    }

    /** Two children to whom the council gave one pupil number. */
    static String twoWithOneNumber() {
        String open = "<CINreferralDate>2026-01-05</CINreferralDate>";
        return child(open)
                + child(open + "<PrimaryNeedCode>N1</PrimaryNeedCode>").replace("L-1", "L-2");
    }

    static CinCensus read(String xml) throws Unreadable {
        return CinCensusReader.read(bytes(xml));
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** A file of the shared data, or a test that is skipped aloud. */
    static byte[] shared(String path) {
        String folder = System.getenv("MASH_SHARED_DATA");
        Assumptions.assumeTrue(folder != null, "set MASH_SHARED_DATA to read " + path);
        try {
            return Files.readAllBytes(Path.of(folder, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AskedPerson asked(String key, PersonIdentifier... numbers) {
        return new AskedPerson(
                new PersonKey(key),
                List.of(PersonName.usual("Maya", "Okonkwo-Test")),
                Optional.of(BirthDate.accurate(LocalDate.of(2016, 5, 14))),
                List.of(numbers),
                Optional.empty());
    }

    static PersonIdentifier local(String number) {
        return new LocalId(SOURCE, number);
    }

    static Question question(AskedPerson... people) {
        return new Question(
                new QuestionId(new UUID(7, 7)),
                SOURCE,
                Purpose.PRESCREEN,
                Instant.parse("2026-04-01T12:00:00Z"),
                List.of(people));
    }

    static Answer ask(String xml, AskedPerson... people) throws SourceUnavailable {
        return source(bytes(xml)).ask(question(people));
    }

    static CinCensusSource source(byte[] file) {
        return new CinCensusSource(SOURCE, always(file));
    }

    static SftpFiles always(byte[] file) {
        return pattern -> Optional.of(file);
    }

    static List<SourceItem> items(Answer answer, DataClass dataClass) {
        return answer.items().stream()
                .filter(i -> i.labels().dataClass() == dataClass)
                .toList();
    }

    static List<String> values(SourceItem item) {
        return item.fields().stream().map(f -> f.label() + ": " + f.value()).toList();
    }
}
