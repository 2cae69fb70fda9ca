package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.Turn;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Reading takes the same statements, rows and bytes whether or not something is kept from the team (ruling 12): however
 * exactly somebody measures, there is nothing to measure.
 */
class SilentReadingTest {
    private final SmallHub hub = SmallHub.started();
    private final SignedIn sam = hub.somebody("council-screening");
    private final CountedReading counted = new CountedReading(hub.database.webPool);
    private final ViewDoor door = hub.doorOver(counted);

    /** A child of whom the school says something, or nothing. */
    private EnquiryId referred(Optional<DataClass> said) {
        PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
        return hub.refer(
                List.of(child), said.map(kind -> item(child, kind)).stream().toList());
    }

    private Item item(PacketPerson child, DataClass kind) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-health"),
                new SourceId("health-referrals"),
                "r",
                new Subject(child.id(), SubjectRole.INDEX_CHILD),
                ItemLabels.fact(kind),
                new ItemField(FieldKind.NARRATIVE, "What is known", "Something about her."));
    }

    private String opening(EnquiryId enquiry) {
        ViewHead view = hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(sam.team()))
                .findFirst()
                .orElseThrow();
        counted.taken();
        assertThat(door.open(sam, view.id())).isPresent();
        return counted.taken();
    }

    /** What a list costs that holds this enquiry and no other. */
    private String listing(EnquiryId enquiry) {
        JdbcClient.create(hub.database.superuser())
                .sql("update view_head set withdrawn_at = at where team = 'council-screening' and enquiry_id <> :this")
                .param("this", enquiry.value())
                .update();
        counted.taken();
        assertThat(door.list(sam, ViewList.QUEUE, Turn.START).lines())
                .singleElement()
                .satisfies(q -> assertThat(q.enquiry()).isEqualTo(enquiry));
        return counted.taken();
    }

    @Test
    void anOpeningTakesTheSameWhetherOrNotSomethingIsSilent() {
        String nothing = opening(referred(Optional.empty()));
        assertThat(opening(referred(Optional.of(DataClass.SEXUAL_REPRODUCTIVE_HEALTH))))
                .isEqualTo(nothing);
        assertThat(opening(referred(Optional.of(DataClass.CHILD_HEALTH))))
                .as("what is shown can be measured")
                .isNotEqualTo(nothing);
    }

    @Test
    void aListTakesTheSameWhetherOrNotSomethingIsSilent() {
        String nothing = listing(referred(Optional.empty()));
        assertThat(nothing).contains("rows", "view_head");
        assertThat(listing(referred(Optional.of(DataClass.SEXUAL_REPRODUCTIVE_HEALTH))))
                .isEqualTo(nothing);
    }
}
