package uk.mashhub.hub.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.triage.Reader;
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
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.Permission;

/** One act of an agency's IG lead stops its sharing at once, and two people let it go on. */
class StopDeskTest {
    private static final AgencyId POLICE = new AgencyId("exampleshire-police");
    private static final AgencyId SCHOOLS = new AgencyId("exampleshire-schools");

    private final SmallHub hub = SmallHub.started();
    private final StopDesk desk = new StopDesk(hub.stops, hub.heads, hub.audit, hub.database.inApp(), hub.clock);
    private final Reader policeLead = reader("ig-police");
    private final Reader councilLead = reader("ig-council");
    private final PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final EnquiryId enquiry = hub.refer(List.of(child), List.of(name()));

    @AfterEach
    void letEverybodyShare() {
        for (SharingStops.Word word : hub.stops.words(hub.area.code())) {
            if (word.stopped()) {
                hub.stops.say(
                        hub.area.code(),
                        new SharingStops.Word(word.agency(), SharingStops.Kind.LIFTED, word.by(), word.at()));
            }
        }
    }

    private Reader reader(String team) {
        SignedIn who = hub.somebody(team);
        Team found = hub.area.team(who.team()).orElseThrow();
        return new Reader(who, hub.area, found);
    }

    /** The school says what the child is called. */
    private Item name() {
        return OneItem.of(
                hub,
                SCHOOLS,
                new SourceId("school-form"),
                "r-1",
                new Subject(child.id(), SubjectRole.INDEX_CHILD),
                ItemLabels.fact(DataClass.IDENTITY),
                new ItemField(FieldKind.NAME, "Name", "Maya Of-The-School"));
    }

    private Optional<String> view(String team) {
        SignedIn who = hub.somebody(team);
        return hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(who.team()))
                .map(ViewHead::id)
                .findFirst()
                .flatMap(id -> hub.door.open(who, id))
                .map(v -> new String(v.content(), StandardCharsets.UTF_8));
    }

    private void tick() {
        assertThat(hub.enquiries.flipping(Instant.EPOCH, 1000)).contains(enquiry);
        hub.in(() -> {
            hub.journey.timePassed(enquiry);
            return true;
        });
        assertThat(hub.enquiries.flipping(Instant.EPOCH, 1000)).doesNotContain(enquiry);
    }

    @Test
    void holdsAtOnceForEverybodyButTheOwner() {
        assertThat(view("council-decision").orElseThrow()).contains("Of-The-School");

        assertThat(desk.stop(councilLead, SCHOOLS)).isTrue();

        assertThat(view("council-decision")).as("what was decided before").isEmpty();
        tick();
        assertThat(view("council-decision").orElseThrow())
                .doesNotContain("Of-The-School")
                .contains("\"state\":\"STOPPED\"", "not sharing at present; ring Education safeguarding lead");
        assertThat(view("education-desk").orElseThrow()).contains("Of-The-School");
    }

    @Test
    void asksNothingOfIt() {
        hub.ask(enquiry, "hospital-encounters");
        assertThat(mayAskThePolice().allowed()).as("at section 47").isTrue();

        assertThat(desk.stop(policeLead, POLICE)).isTrue();

        assertThat(mayAskThePolice().ruleId()).isEqualTo("STP-02");
    }

    private Permission mayAskThePolice() {
        return hub.in(() -> hub.published
                .hold()
                .mayAsk(hub.packet(enquiry), POLICE, Sector.POLICE, new SourceId("police-records")));
    }

    @Test
    void takesTwoPeopleToShareAgain() {
        desk.stop(policeLead, POLICE);

        assertThat(desk.lift(councilLead, POLICE))
                .as("the first is of the agency")
                .isFalse();
        assertThat(desk.lift(policeLead, POLICE)).isTrue();
        assertThat(stopped(POLICE)).as("after one").isTrue();
        assertThat(desk.lift(policeLead, POLICE)).as("the same person again").isFalse();
        assertThat(desk.lift(councilLead, POLICE)).isTrue();
        assertThat(stopped(POLICE)).as("after two").isFalse();
        tick();
        assertThat(view("council-decision").orElseThrow()).contains("Of-The-School");
    }

    private boolean stopped(AgencyId agency) {
        return hub.stops.of(hub.area.code()).stopped().contains(agency);
    }

    @Test
    void isForTheAgencysOwnLeadAndForTheHostWhereItHasNone() {
        assertThat(desk.stop(councilLead, POLICE)).as("the police have a lead").isFalse();
        assertThat(desk.stop(policeLead, SCHOOLS)).as("another agency").isFalse();
        assertThat(desk.stop(reader("police-desk"), POLICE)).as("no IG lead").isFalse();
        assertThat(hub.stops.of(hub.area.code()).stopped()).isEmpty();

        assertThat(desk.stop(policeLead, POLICE)).isTrue();
        assertThat(desk.stop(policeLead, POLICE)).as("twice").isFalse();
    }

    @Test
    void standsInTheLog() {
        desk.stop(policeLead, POLICE);

        assertThat(hub.database
                        .app
                        .sql("select count(*) from log_entry where act = 'SHARING_STOP'"
                                + " and convert_from(entry, 'UTF8') like '%' || :user || '%STOPPED%'")
                        .param("user", policeLead.who().user().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
