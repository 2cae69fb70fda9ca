package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
        boolean listed = hub.door.queue(who).stream().anyMatch(q -> q.id().equals(view));
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
}
