package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.KeptLinkStore;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What one ledger or one record holds that today's types refuse is that one's fault. */
@ExtendWith(OutputCaptureExtension.class)
class KeptLinkReadingTest {
    private static final byte[] REFUSED = "{\"statutes\":7,\"waiting\":7}".getBytes(StandardCharsets.UTF_8);
    private static final String SAID = "cannot be read (IllegalArgumentException)";

    private final SmallHub hub = SmallHub.started();
    private final KeptLinkStore kept = new KeptLinkStore(hub.database.app);
    private final AtomicReference<Instant> now = new AtomicReference<>(TestTime.MONDAY);
    private final Clock clock = mock(Clock.class);
    private final List<String> added = new ArrayList<>();

    @BeforeEach
    void readsWhatOthersLeft() {
        when(clock.instant()).thenAnswer(call -> now.get());
        while (!unread().isEmpty()) {
            hub.keptLinkReading.run();
        }
    }

    /** Or no other test would come to the end of what is unread. */
    @AfterEach
    void takesAwayWhatIsRefused() {
        JdbcClient root = JdbcClient.create(hub.database.superuser());
        added.forEach(where ->
                assertThat(root.sql("delete from hub." + where).update()).isOne());
    }

    /** One ledger of an area in a step. */
    private KeptLinkReading reading(Predicate<RuntimeException> ofOne) throws Exception {
        return new KeptLinkReading(
                hub.ledger,
                kept,
                hub.units,
                Partnership.load(Path.of("../config/areas")),
                hub.database.inApp(),
                ofOne,
                clock,
                1);
    }

    private List<EnquiryId> unread() {
        return kept.unread(hub.area.code(), Set.of(), 100);
    }

    private EnquiryId referred() {
        return hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
    }

    private EnquiryId withALedgerThatIsRefused() {
        EnquiryId enquiry = referred();
        long seq = hub.in(() ->
                hub.enquiries.append(enquiry, "LinksKept", Holders.agency(hub.area.keeper()), now.get(), REFUSED));
        added.add("enquiry_fact where seq = " + seq);
        return enquiry;
    }

    private EnquiryFact.Waiting withALink() {
        EnquiryId enquiry = referred();
        PersonId person = hub.enquiries.peopleOf(enquiry).get(0);
        PersonId candidate = hub.enquiries.peopleOf(referred()).get(0);
        EnquiryFact.Waiting link = new EnquiryFact.Waiting(
                LinkId.random(hub.database.random), person, candidate, List.of(), Optional.empty());
        hub.in(() -> {
            hub.ledger.append(enquiry, hub.area.keeper(), new EnquiryFact.LinksKept(List.of(link)));
            return true;
        });
        return link;
    }

    private static int times(CapturedOutput output) {
        return output.toString().split(java.util.regex.Pattern.quote(SAID), -1).length - 1;
    }

    @Test
    void readsWhatIsNewerThanALedgerThatCannotBeReadAndSaysSoOnceInAWhile(CapturedOutput output) throws Exception {
        EnquiryId refused = withALedgerThatIsRefused();
        EnquiryFact.Waiting newer = withALink();
        KeptLinkReading reading = reading(fault -> true);
        for (int i = 0; i < 3; i++) {
            reading.run();
        }
        assertThat(unread()).containsExactly(refused);
        assertThat(kept.after(Optional.empty(), Integer.MAX_VALUE))
                .extracting(KeptLinkStore.Row::link)
                .contains(newer.link());
        assertThat(times(output)).isOne();

        now.set(now.get().plus(Resting.FOR));
        reading.run();
        reading.run();
        assertThat(times(output)).as("tried again").isEqualTo(2);
    }

    @Test
    void asksOfTheOtherLinksWhoseTheyAreWhereOneCannotBeAskedOf(CapturedOutput output) throws Exception {
        EnquiryFact.Waiting link = withALink();
        KeptLinkReading reading = reading(fault -> true);
        reading.run();
        assertThat(unread()).isEmpty();
        long seq = hub.in(() -> hub.persons.append(link.person(), "Statutes", Holders.HUB, now.get(), REFUSED));
        added.add("person_fact where seq = " + seq);

        int links = kept.after(Optional.empty(), Integer.MAX_VALUE).size();
        for (int asked = 0; asked < 3 * (links + 10); asked += 10) {
            reading.run();
        }
        assertThat(times(output)).isOne();
    }

    @Test
    void stopsForWhatTheHubNeeds() throws Exception {
        withALedgerThatIsRefused();
        KeptLinkReading reading = reading(fault -> false);
        assertThatThrownBy(reading::run).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(reading::run).as("nothing rests").isInstanceOf(IllegalArgumentException.class);
    }
}
