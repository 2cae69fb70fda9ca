package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Who may open what is checked when it is opened, and again each time. */
class ViewDoorTest {
    private final SmallHub hub = SmallHub.started();
    private final SignedIn dana = hub.somebody("council-decision");
    private final EnquiryId enquiry =
            hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
    private final ViewId view = viewOf(enquiry);

    private ViewId viewOf(EnquiryId id) {
        return hub.views.headsOf(id).stream()
                .filter(h -> h.key().team().equals(dana.team()))
                .map(ViewHead::id)
                .findFirst()
                .orElseThrow();
    }

    private static SignedIn with(SignedIn who, Optional<LocalDate> trained, Optional<LocalDate> vetted) {
        return new SignedIn(who.user(), who.area(), who.team(), who.authenticatedAt(), trained, vetted);
    }

    private boolean opens(SignedIn who) {
        boolean listed = hub.queue(who).stream().anyMatch(q -> q.id().equals(view));
        boolean opened = hub.door.open(who, view).isPresent();
        assertThat(listed).as("the list says what the door does").isEqualTo(opened);
        return opened;
    }

    @Test
    void opensForThoseWhoseTrainingAndVettingAreInDateAndForNobodyElse() {
        Optional<LocalDate> today = Optional.of(
                LocalDate.ofInstant(hub.clock.instant(), hub.area.calendar().zone()));
        Optional<LocalDate> yesterday = today.map(d -> d.minusDays(1));
        assertThat(opens(with(dana, today, today))).isTrue();
        assertThat(opens(with(dana, yesterday, today))).as("training ran out").isFalse();
        assertThat(opens(with(dana, today, yesterday))).as("vetting ran out").isFalse();
        assertThat(opens(with(dana, Optional.empty(), today)))
                .as("training unknown")
                .isFalse();
        assertThat(opens(with(dana, today, Optional.empty())))
                .as("vetting unknown")
                .isFalse();
    }

    @Test
    void listsWhatWasPreparedForTheTeamAndNothingElse() {
        for (var team : hub.area.teams()) {
            SignedIn reader = hub.somebody(team.id().value());
            List<ViewId> own = hub.views.headsOf(enquiry).stream()
                    .filter(h -> h.key().team().equals(team.id()))
                    .map(ViewHead::id)
                    .toList();
            assertThat(hub.queue(reader))
                    .as(team.name())
                    .filteredOn(q -> q.enquiry().equals(enquiry))
                    .extracting(ViewDoor.Queued::id)
                    .containsExactlyInAnyOrderElementsOf(own);
        }
    }

    @Test
    void servesNothingThatWasDecidedWithAnOlderPolicyUntilItIsDecidedAgain(@TempDir Path folder) throws IOException {
        assertThat(opens(dana)).isTrue();
        SmallHub next = new SmallHub(otherPolicy(folder));
        try {
            assertThat(opens(dana)).as("by the hub that decided it").isFalse();
            assertThat(next.door.open(dana, view))
                    .as("by the hub with the new policy")
                    .isEmpty();
            assertThat(next.enquiries.flipping(Instant.EPOCH, 1000)).contains(enquiry);

            next.in(() -> {
                next.journey.timePassed(enquiry);
                return true;
            });

            assertThat(next.enquiries.flipping(Instant.EPOCH, 1000)).doesNotContain(enquiry);
            LoggedView again = next.door.open(dana, viewOf(enquiry)).orElseThrow();
            assertThat(again.version()).isGreaterThan(1);
            assertThat(new String(again.content(), StandardCharsets.UTF_8))
                    .contains(next.policy.hash().hex());
        } finally {
            hub.publish();
        }
    }

    private static Path otherPolicy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../config/agreements"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        folder.resolve(file.getFileName().toString()),
                        Files.readString(file).replace("review: 2027-04-01", "review: 2027-05-01"));
            }
        }
        return folder;
    }
}
