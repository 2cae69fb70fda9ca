package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.StoredFact;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.EnquiryId;

/** A new key for a holder: logged, by two people; what was sealed before is read as before. */
class KeyChangeTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");

    private final SmallHub hub = SmallHub.started();
    private final TestDatabase database = hub.database;
    private final String holder = "agency:change-" + UUID.randomUUID();
    private final EnquiryId enquiry = EnquiryId.random(database.random);

    @TempDir
    private Path dir;

    private KeyRing keys = database.keys;

    @BeforeEach
    void hasAKeystoreOfItsOwn() throws IOException {
        OwnerOnly.replace(dir.resolve("password"), "of-the-test-only".getBytes(StandardCharsets.US_ASCII));
        keys = KeyRing.create(dir.resolve("keys.p12"), dir.resolve("password"), database.random);
        store().create(new EnquiryRow(
                enquiry, TestDatabase.AREA, "MH-" + enquiry, "RECEIVED", "S17", "AMBER", AT, AT, 1, Optional.empty()));
        write("before");
    }

    private EnquiryStore store() {
        return new EnquiryStore(database.app, new Vault(keys, database.random), database.random);
    }

    private void write(String text) {
        store().append(enquiry, "RECEIVED", holder, AT, text.getBytes(StandardCharsets.UTF_8));
    }

    private KeyChange change() {
        return new KeyChange(holder, "A. Operator", "B. Lead", "a laptop was stolen");
    }

    private long logged() {
        return JdbcClient.create(database.superuser())
                .sql("select count(*) from log_entry where act = 'KEYS' and convert_from(entry, 'UTF8') like"
                        + " '%\"ROTATED\"%'")
                .query(Long.class)
                .single();
    }

    @Test
    void sealsUnderTheNewKeyAndReadsWhatIsUnderTheOld() {
        long before = logged();

        Long epoch = database.inApp().execute(status -> change().make(hub.audit, keys));
        write("after");

        assertThat(epoch).isEqualTo(2);
        assertThat(logged()).isEqualTo(before + 1);
        assertThat(JdbcClient.create(database.superuser())
                        .sql("select epoch from key_epoch where holder = :holder order by epoch")
                        .param("holder", holder)
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
        assertThat(store().facts(enquiry).stream()
                        .map(StoredFact::json)
                        .map(b -> new String(b, StandardCharsets.UTF_8)))
                .containsExactly("before", "after");
    }

    @Test
    void makesNoKeyThatCannotBeLogged() {
        Audit away = mock(Audit.class);
        doThrow(new IllegalStateException("the log is away")).when(away).noted(any(), anyString(), any(), any());

        assertThatThrownBy(() -> change().make(away, keys)).hasMessageContaining("the log is away");
        assertThat(keys.epoch(holder)).isEqualTo(1);
    }

    @Test
    void takesTwoPeopleAndAHolder() {
        assertThatThrownBy(() -> new KeyChange(holder, "A. Operator", "a. operator ", "why"))
                .hasMessageContaining("two people");
        assertThatThrownBy(() -> new KeyChange("agency:nobody", "A", "B", "why").make(hub.audit, keys))
                .hasMessageContaining("nothing is sealed for agency:nobody");
    }
}
