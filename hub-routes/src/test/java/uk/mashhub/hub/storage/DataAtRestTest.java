package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/** Stores a marked body by every store that takes one, then looks for the mark in every file of the server. */
class DataAtRestTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");
    private static final String MARK = "Quillfeather of 14 Larch Road ZZ1 1AA";

    private final TestDatabase database = TestDatabase.shared();
    private final byte[] body = ("{\"name\":\"" + MARK + "\"}").getBytes(StandardCharsets.UTF_8);

    @Test
    void findsNoPlaintextInAnyFileOfTheServer() throws IOException {
        storeEverywhere();
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("checkpoint").update();

        assertThat(filesWith(MARK)).isEmpty();
        assertThat(filesWith("Quillfeather")).isEmpty();
    }

    @Test
    void wouldFindWhatIsNotSealed() throws IOException {
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("create table careless (body text)").update();
        root.sql("insert into careless values ('Zebedee Careless')").update();
        root.sql("checkpoint").update();

        assertThat(filesWith("Zebedee Careless")).isNotEmpty();

        root.sql("drop table careless").update();
    }

    private void storeEverywhere() {
        EnquiryStore enquiries = new EnquiryStore(database.app, database.vault, database.random);
        EnquiryId id = EnquiryId.random(database.random);
        enquiries.create(new EnquiryRow(
                id, TestDatabase.AREA, "MH-" + id, "RECEIVED", "S17", "AMBER", AT, AT, 1, Optional.empty()));
        enquiries.append(id, "RECEIVED", Holders.HUB, AT, body);
        PersonStore people = new PersonStore(database.app, database.vault, database.random);
        PersonId person = PersonId.random(database.random);
        people.create(person, AT);
        people.append(person, "DETAILS", Holders.HUB, AT, body);
        Principal police = new Principal("exampleshire-police");
        AgencyId agency = new AgencyId("exampleshire-police");
        SourceId source = new SourceId("records");
        new QuestionStore(database.app, database.vault)
                .add(
                        new QuestionRow(
                                QuestionId.random(database.random), id, agency, source, "REFUSED", AT, AT, AT, MARK),
                        body);
        new ReferralStore(database.app, database.vault)
                .add(
                        new ReferralRow(
                                ReferralId.random(database.random), Optional.of(id), police, source, "marf", AT),
                        Holders.HUB,
                        body);
        new QuarantineStore(database.app, database.vault, database.keys, database.random)
                .add(
                        new QuarantineRow(
                                police, agency, "hub.intake", 1, body, "F", "p", "r", "WAITING", AT, Optional.empty()),
                        Optional.of(body));
        new Inbox(database.app, database.keys)
                .arrive(police, new MessageId("Quillfeather-" + id), body, database.random.uuid(), AT);
        new Attempts(database.app, database.appManager, database.keys).failed(police, body, AT);
        new ConflictStore(database.app, database.random)
                .add(TestDatabase.AREA, UserId.random(database.random), true, List.of(person), AT);
        Views views = new Views(database);
        ViewHead head = views.write(views.aHead(new TeamId("at-rest-desk"), 1), MARK, MARK);
        new TraceStore(database.app, database.vault, database.random).keep(head.id(), 1, head.disclosure(), body);
    }

    private List<Path> filesWith(String mark) throws IOException {
        try (Stream<Path> files = Files.walk(database.folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(database.folder.resolve("postgres/binaries")))
                    .filter(f -> holds(f, mark))
                    .toList();
        }
    }

    private static boolean holds(Path file, String mark) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(mark);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
