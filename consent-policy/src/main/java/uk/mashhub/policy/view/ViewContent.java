package uk.mashhub.policy.view;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.json.Json;

/** The content of a view: the page to read first in this package. Two readings that are equal give equal content. */
public final class ViewContent {
    private final Reading reading;
    private final Roster roster;
    private final Lines lines;
    private final AgencyStates agencies;
    private final Contradictions contradictions;

    private ViewContent(Reading reading) {
        this.reading = reading;
        this.roster = new Roster(reading);
        this.lines = new Lines(reading, roster);
        this.agencies = new AgencyStates(reading);
        this.contradictions = new Contradictions(reading, roster);
    }

    public static Json of(Reading reading) {
        return new ViewContent(reading).content();
    }

    /** That a case is open is an item that business support is not shown: for it the enquiry waits to be rated. */
    private Stage stage(Packet packet) {
        boolean support = reading.scene().audience().role() == Role.BUSINESS_SUPPORT;
        return support && packet.stage() == Stage.OPEN_CASE ? Stage.RECEIVED : packet.stage();
    }

    private Json content() {
        Packet packet = reading.scene().packet();
        return Json.object()
                .put("reference", packet.reference())
                .put("audience", audience(reading.scene().audience()))
                .put("perspective", reading.names().person(reading.scene().perspective()))
                .put("purpose", packet.purpose().name())
                .put("rating", packet.rating().name())
                .put("stage", stage(packet).name())
                .put("artefact", reading.scene().artefact().name())
                .put("policy", reading.policy())
                .put("receivedAt", packet.receivedAt().toString())
                .put("dueAt", packet.dueAt().toString())
                .put("banners", Json.rows(new Banners(reading, roster).all()))
                .put(
                        "people",
                        Json.rows(roster.people().stream().map(this::person).toList()))
                .put("household", Json.rows(new HouseholdLines(reading, roster).all()))
                .put("chronology", Json.rows(lines.chronology()))
                .put("withheld", Json.rows(new Stubs(reading).all()))
                .put("agencies", Json.rows(agencies.all()))
                .put("gaps", Json.words(gaps()))
                .put("contradictions", Json.rows(contradictions.all()))
                .put("decisions", Json.rows(new ChildDecisions(reading, roster).all()))
                .done();
    }

    private static Json audience(Audience audience) {
        return Json.object()
                .put("team", audience.team().value())
                .put("role", audience.role().name())
                .put("agency", audience.agency().value())
                .put("placement", audience.placement().name())
                .done();
    }

    private Json person(PacketPerson person) {
        return Json.object()
                .put("handle", reading.names().person(person.id()))
                .put("roles", Json.words(roster.roles(person)))
                .put("name", roster.name(person))
                .put("lines", Json.rows(lines.under(person.id())))
                .done();
    }

    private List<String> gaps() {
        List<String> gaps = new ArrayList<>(agencies.gaps());
        roster.people().stream()
                .filter(p -> p.roles().contains(SubjectRole.INDEX_CHILD))
                .filter(p -> !contradictions.known(p.id(), FieldKind.BIRTH_DATE))
                .map(p -> "No date of birth is shown for " + roster.name(p))
                .forEach(gaps::add);
        return gaps;
    }
}
