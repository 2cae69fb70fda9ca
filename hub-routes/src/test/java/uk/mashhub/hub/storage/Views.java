package uk.mashhub.hub.storage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;

/** Views of invented enquiries, and the act of writing them. */
final class Views {
    static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");

    private static final PolicyHash POLICY = new PolicyHash("1".repeat(64));

    private final TestDatabase database;
    private final ViewStore store;

    Views(TestDatabase database) {
        this.database = database;
        this.store = new ViewStore(database.app, database.vault, database.random);
    }

    ViewHead aHead(TeamId team, long version) {
        ViewKey key = new ViewKey(
                EnquiryId.random(database.random),
                TestDatabase.AREA,
                team,
                Role.values()[0],
                PersonId.random(database.random),
                Purpose.values()[0],
                Artefact.values()[0]);
        return of(ViewId.random(database.random), key, database.team(team), version);
    }

    ViewHead next(ViewHead head) {
        return of(head.id(), head.key(), head.teamRole(), head.version() + 1);
    }

    private ViewHead of(ViewId id, ViewKey key, String teamRole, long version) {
        return new ViewHead(
                id,
                key,
                teamRole,
                version,
                "0".repeat(64),
                "2".repeat(64),
                POLICY.hex(),
                0,
                DisclosureId.random(database.random),
                AT,
                Optional.empty(),
                new Listing(ViewList.QUEUE, 0, AT));
    }

    ViewHead write(ViewHead head, String queue, String view) {
        database.inApp()
                .executeWithoutResult(status -> store.write(
                        head.key().enquiry(),
                        List.of(new ViewStore.Version(
                                head,
                                queue.getBytes(StandardCharsets.UTF_8),
                                view.getBytes(StandardCharsets.UTF_8),
                                Holders.team(TestDatabase.AREA, head.key().team())))));
        return head;
    }

    void withdraw(ViewHead head) {
        database.inApp()
                .executeWithoutResult(s -> store.withdraw(head.id(), head.key().enquiry(), AT));
    }

    /** The first lines of a team's queue. */
    List<Reading.HeadBody> page(Reading reading, int size) {
        return reading.page(ViewList.QUEUE, Turn.START, UserId.random(database.random), POLICY, 0, AT, size)
                .heads();
    }

    ViewStore store() {
        return store;
    }
}
