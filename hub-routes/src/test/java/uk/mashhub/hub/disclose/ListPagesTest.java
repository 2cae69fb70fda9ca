package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.storage.Place;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.vocabulary.Rating;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Lists are read a page at a time. The database is shared, so other enquiries stand on them too. */
class ListPagesTest {
    private static final int MORE_THAN_A_PAGE = ViewDoor.PAGE + 2;

    private final SmallHub hub = SmallHub.started();
    private final SignedIn dana = hub.somebody("council-decision");
    private final SignedIn sam = hub.somebody("council-screening");

    private record Referred(EnquiryId id, PacketPerson child) {}

    private Referred referred() {
        PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
        return new Referred(hub.refer(List.of(child), List.of()), child);
    }

    private List<ViewDoor.Page> pages(SignedIn who, ViewList list) {
        List<ViewDoor.Page> pages = new ArrayList<>();
        Optional<Turn> turn = Optional.of(Turn.START);
        while (turn.isPresent()) {
            pages.add(hub.door.list(who, list, turn.get()));
            turn = pages.get(pages.size() - 1).next();
        }
        return pages;
    }

    private static List<ViewId> ids(ViewDoor.Page page) {
        return page.lines().stream().map(ViewDoor.Queued::id).toList();
    }

    private Place place(ViewDoor.Queued line) {
        return hub.views.headsOf(line.enquiry()).stream()
                .filter(h -> h.id().equals(line.id()))
                .map(ViewHead::place)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fillsEveryPageButTheLastInOneOrderAndRepeatsNothing() {
        Set<EnquiryId> mine = new HashSet<>();
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            mine.add(referred().id());
        }
        hub.act(dana, mine.iterator().next(), new Act.Rate(Rating.RED, "Hurt."));
        List<ViewDoor.Page> pages = pages(dana, ViewList.QUEUE);
        List<ViewDoor.Queued> all = hub.queue(dana);

        assertThat(pages.subList(0, pages.size() - 1))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.lines()).hasSize(ViewDoor.PAGE));
        assertThat(all).extracting(ViewDoor.Queued::id).doesNotHaveDuplicates();
        assertThat(all).extracting(ViewDoor.Queued::enquiry).containsAll(mine);
        assertThat(all.stream().map(line -> place(line)).toList())
                .isSortedAccordingTo((a, b) -> a.rank() != b.rank()
                        ? Integer.compare(a.rank(), b.rank())
                        : a.dueAt().compareTo(b.dueAt()));
    }

    @Test
    void turnsBackToTheSamePage() {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            referred();
        }
        ViewDoor.Page first = hub.door.list(dana, ViewList.QUEUE, Turn.START);
        ViewDoor.Page second = hub.door.list(dana, ViewList.QUEUE, first.next().orElseThrow());
        ViewDoor.Page back =
                hub.door.list(dana, ViewList.QUEUE, second.previous().orElseThrow());
        assertThat(first.previous()).isEmpty();
        assertThat(ids(back)).isEqualTo(ids(first));
        assertThat(back.previous()).isEmpty();
        assertThat(ids(hub.door.list(dana, ViewList.QUEUE, back.next().orElseThrow())))
                .isEqualTo(ids(second));
    }

    @Test
    void missesNothingWhenALineBeforeThePlaceGoes() {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            referred();
        }
        ViewDoor.Page first = hub.door.list(dana, ViewList.QUEUE, Turn.START);
        List<ViewId> second =
                ids(hub.door.list(dana, ViewList.QUEUE, first.next().orElseThrow()));
        hub.in(() -> {
            ViewDoor.Queued gone = first.lines().get(3);
            hub.enquiries.lock(gone.enquiry());
            hub.views.withdraw(gone.id(), gone.enquiry(), hub.clock.instant());
            return true;
        });
        assertThat(ids(hub.door.list(dana, ViewList.QUEUE, first.next().orElseThrow())))
                .isEqualTo(second);
    }

    /** A gap on a page would tell that there is something (ruling 6). */
    @Test
    void leavesNoGapWhereAConflictKeepsSomethingBack() {
        List<Referred> mine = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            mine.add(referred());
        }
        SignedIn kept = hub.somebody("council-screening");
        for (Referred one : mine.subList(0, 5)) {
            hub.act(
                    kept,
                    one.id(),
                    new Act.DeclareConflict(kept.user(), List.of(one.child().id())));
        }
        List<ViewDoor.Page> pages = pages(kept, ViewList.QUEUE);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(p -> assertThat(p.lines()).hasSize(ViewDoor.PAGE));
        assertThat(hub.queue(kept))
                .extracting(ViewDoor.Queued::enquiry)
                .doesNotContainAnyElementsOf(
                        mine.subList(0, 5).stream().map(Referred::id).toList());
        assertThat(hub.queue(kept)).hasSize(hub.queue(sam).size() - 5);
    }

    @Test
    void keepsWhatIsClosedOnAListOfItsOwnForThoseWhoHoldViewsOfIt() {
        Referred one = referred();
        hub.act(
                dana,
                one.id(),
                new Act.DecideChild(
                        one.child().id(), Set.of(ThresholdOutcome.NO_FURTHER_ACTION), "Nothing in it.", "", 1));
        hub.act(dana, one.id(), new Act.TellReferrer(ThresholdOutcome.NO_FURTHER_ACTION, true));
        assertThat(on(dana, ViewList.CLOSED, one)).isFalse();
        assertThat(hub.act(dana, one.id(), new Act.Close("Done."))).isEmpty();
        assertThat(on(dana, ViewList.QUEUE, one)).isFalse();
        assertThat(on(dana, ViewList.CLOSED, one)).isTrue();
        assertThat(on(sam, ViewList.CLOSED, one)).isFalse();
        assertThat(hub.act(dana, one.id(), new Act.Reopen("A late answer."))).isEmpty();
        assertThat(on(dana, ViewList.QUEUE, one)).isTrue();
        assertThat(on(dana, ViewList.CLOSED, one)).isFalse();
    }

    private boolean on(SignedIn who, ViewList list, Referred one) {
        return hub.list(who, list).stream().anyMatch(q -> q.enquiry().equals(one.id()));
    }
}
