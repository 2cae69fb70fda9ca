package uk.mashhub.hub.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.Inputs;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A view is refused if anything that it was decided on has moved meanwhile (ruling 14). */
class InputsTest {
    private final SmallHub hub = SmallHub.started();
    private final People family = People.family();
    private final Inputs inputs = new Inputs(hub.database.app);

    private EnquiryId refer(PacketPerson... people) {
        return hub.refer(List.of(people), List.of());
    }

    private PacketPerson child() {
        return family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    }

    private String now(EnquiryId enquiry) {
        return hub.in(() -> inputs.of(enquiry)).digest();
    }

    @Test
    void keepsWithEveryViewTheVersionsThatItWasDecidedOn() {
        EnquiryId enquiry = refer(child());
        assertThat(hub.views.headsOf(enquiry))
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head.inputs()).isEqualTo(now(enquiry)));
    }

    @Test
    void seesEveryInputMove() {
        PacketPerson child = child();
        EnquiryId enquiry = refer(child);
        String before = now(enquiry);
        EnquiryId other = refer(child());
        String linked = now(enquiry);
        assertThat(linked).as("another child who may be the same").isNotEqualTo(before);

        PacketPerson twin = People.family().person("Otto", 2015, SubjectRole.SIBLING);
        refer(twin);
        assertThat(now(enquiry)).as("a stranger is no input").isEqualTo(linked);
        hub.in(() ->
                hub.book.flag(hub.enquiries.peopleOf(other).get(0), List.of(People.flag(SafetyFlag.SAFE_ADDRESS))));
        String flagged = now(enquiry);
        assertThat(flagged).as("a flag of whoever may be the same").isNotEqualTo(linked);

        hub.in(() -> {
            hub.persons.link(child.id(), twin.id(), PersonStore.LinkState.APART, hub.clock.instant());
            return true;
        });
        assertThat(now(enquiry)).as("what was said of a link").isNotEqualTo(flagged);
    }

    @Test
    void refusesAViewWhoseInputsMovedWhileItWasDecided() {
        PacketPerson child = child();
        EnquiryId enquiry = refer(child);
        JdbcClient root = JdbcClient.create(hub.database.superuser());
        List<String> before = versions(enquiry);
        // Stands for whoever would change a person without the enquiry's lock.
        root.sql("create function hub.somebody_else() returns trigger language plpgsql as"
                        + " $$ begin update hub.person set version = version + 1; return new; end $$")
                .update();
        root.sql("create trigger somebody_else before update on hub.view_head"
                        + " for each row execute function hub.somebody_else()")
                .update();
        try {
            assertThatThrownBy(() -> hub.in(() -> {
                        hub.journey.timePassed(enquiry);
                        return true;
                    }))
                    .isInstanceOf(Inputs.Moved.class)
                    .hasMessageNotContaining("Maya");
        } finally {
            root.sql("drop trigger somebody_else on hub.view_head").update();
            root.sql("drop function hub.somebody_else()").update();
        }
        assertThat(versions(enquiry)).isEqualTo(before);
    }

    private List<String> versions(EnquiryId enquiry) {
        return hub.views.headsOf(enquiry).stream()
                .map(h -> h.id() + " " + h.version() + " " + h.inputs())
                .toList();
    }
}
