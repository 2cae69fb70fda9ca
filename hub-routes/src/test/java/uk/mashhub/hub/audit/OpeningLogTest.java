package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.storage.Seeded;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.InMemoryEntryStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;

class OpeningLogTest {
    private final RandomSource random = Seeded.source(7);
    private final SignedIn who = new SignedIn(
            UserId.random(random),
            new AreaCode("E10999999"),
            new TeamId("council-screening"),
            TestTime.MONDAY,
            Optional.empty(),
            Optional.empty());

    @Test
    void aQueueOfAnyLengthFitsTheLog() {
        DisclosureLog log = new DisclosureLog(
                new InMemoryEntryStore(), new Ed25519Signer(random.bytes(32)), TestTime.STILL, random::bytes);
        List<Draft> drafts = OpeningLog.list(who, queue(1201));
        assertThat(drafts.stream().mapToInt(d -> d.claims().size()).sum()).isEqualTo(1201);
        assertThatCode(() -> drafts.forEach(log::append)).doesNotThrowAnyException();
    }

    @Test
    void thatNothingWaitsIsLoggedToo() {
        assertThat(OpeningLog.list(who, queue(0)))
                .singleElement()
                .satisfies(d -> assertThat(d.claims()).isEmpty());
    }

    private List<ViewDoor.Queued> queue(int lines) {
        List<ViewDoor.Queued> queue = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            queue.add(new ViewDoor.Queued(
                    ViewId.random(random),
                    1,
                    EnquiryId.random(random),
                    ("{\"line\":" + i + "}").getBytes(StandardCharsets.UTF_8)));
        }
        return queue;
    }
}
