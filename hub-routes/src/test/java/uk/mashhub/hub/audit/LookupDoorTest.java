package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** An information governance lead looks things up in the log: the own agency's evidence, and nothing of anybody else's. */
class LookupDoorTest {
    private static final Optional<String> WHY = Optional.of("The police ask who has read their record.");

    private final SmallHub hub = SmallHub.started();
    private final SignedIn council = hub.somebody("ig-council");
    private final SignedIn police = hub.somebody("ig-police");
    private final PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final String name = child.details().usualName().orElseThrow().full();

    private Item item(String owner, DataClass dataClass, StatuteFlag... statutes) {
        return item(owner, dataClass, new ItemField(FieldKind.STATUS, "Said", "It was so."), statutes);
    }

    /** What the school says of who she is. */
    private Item identity() {
        return item("exampleshire-schools", DataClass.IDENTITY, new ItemField(FieldKind.NAME, "Name", name));
    }

    private Item item(String owner, DataClass dataClass, ItemField field, StatuteFlag... statutes) {
        return item(owner, dataClass, child, field, statutes);
    }

    private Item item(
            String owner,
            DataClass dataClass,
            PacketPerson about,
            String label,
            String value,
            StatuteFlag... statutes) {
        FieldKind kind = label.equals("Name") ? FieldKind.NAME : FieldKind.IDENTIFIER;
        return item(owner, dataClass, about, new ItemField(kind, label, value), statutes);
    }

    private Item item(String owner, DataClass dataClass, PacketPerson about, ItemField field, StatuteFlag... statutes) {
        ItemLabels plain = ItemLabels.fact(dataClass);
        return OneItem.of(
                hub,
                new AgencyId(owner),
                new SourceId("school-form"),
                "record " + dataClass + " " + field.label() + " " + about.id(),
                new Subject(about.id(), about.roles().iterator().next()),
                new ItemLabels(
                        dataClass,
                        plain.nature(),
                        plain.grade(),
                        plain.regime(),
                        plain.classification(),
                        plain.confidential(),
                        plain.handling(),
                        Set.of(statutes)),
                field);
    }

    private List<LookupDoor.Line> found(SignedIn who, Optional<String> reason, String... fields) {
        hub.indexed();
        List<LookupDoor.Line> all = new ArrayList<>();
        Map<String, String> asked = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            asked.put(fields[i], fields[i + 1]);
        }
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            asked.put("after", next.get());
            LookupDoor.Page page = hub.lookups.search(who, hub.area, LookupSearch.of(asked), reason, 7);
            all.addAll(page.lines());
            next = page.next();
        }
        return all;
    }

    private String reference(EnquiryId enquiry) {
        return "MH-" + enquiry.toString().substring(0, 8);
    }

    private void opened(SignedIn who, EnquiryId enquiry) {
        ViewHead view = hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(who.team()))
                .findFirst()
                .orElseThrow();
        assertThat(hub.door.open(who, view.id())).isPresent();
    }

    private static List<String> acts(List<LookupDoor.Line> lines) {
        return lines.stream()
                .map(l -> l.row().share() + " " + l.row().act() + " " + l.row().recipient())
                .toList();
    }

    @Test
    void findsByNameWhatTheAgencysTeamsWereShown() {
        hub.refer(List.of(child), List.of(identity()));

        List<LookupDoor.Line> lines = found(council, WHY, "name", name.toUpperCase(java.util.Locale.ROOT));

        assertThat(acts(lines)).contains("ROOM DISCLOSURE council-decision", "ROOM DISCLOSURE council-screening");
        assertThat(found(council, Optional.empty(), "act", "DISCLOSURE"))
                .allMatch(l -> l.said().isEmpty());
        assertThat(found(council, WHY, "name", name))
                .allSatisfy(l -> assertThat(l.said().orElseThrow().people()).contains(name));
        assertThat(found(police, WHY, "name", name)).isEmpty();
    }

    /** What became of it would tell on which day somebody else's flag came. */
    @Test
    void tellsAnOwnerNothingOfWhatOtherAgenciesWereShown() {
        Item item = item("exampleshire-police", DataClass.PROBATION);
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item));
        SignedIn decision = hub.somebody("council-decision");
        hub.act(decision, enquiry, new Act.SetPurpose(uk.mashhub.model.vocabulary.Purpose.S47, "He hit her."));
        opened(decision, enquiry);

        assertThat(found(police, WHY, "record", item.provenance().recordId())).isEmpty();
        assertThat(found(police, WHY, "reference", reference(enquiry), "recipient", "council-decision"))
                .isEmpty();
        assertThat(found(council, WHY, "record", item.provenance().recordId())).isEmpty();
    }

    @Test
    void wantsToKnowWhyBeforeItSaysWhetherSomebodyIsThere() {
        hub.refer(List.of(child), List.of(identity()));

        for (String field : List.of("name", "number", "record")) {
            assertThatThrownBy(() -> found(council, Optional.empty(), field, "9990000018"))
                    .as(field)
                    .isInstanceOf(NoSearch.class)
                    .hasMessageContaining("Say why");
        }
    }

    @Test
    void showsAnotherLeadTheSameWhetherOrNotSomethingIsSilent() {
        PacketPerson other = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
        EnquiryId without = hub.refer(List.of(other), List.of());
        EnquiryId with =
                hub.refer(List.of(child), List.of(item("exampleshire-health", DataClass.SEXUAL_REPRODUCTIVE_HEALTH)));

        assertThat(acts(found(council, WHY, "reference", reference(with))))
                .containsExactlyInAnyOrderElementsOf(acts(found(council, WHY, "reference", reference(without))))
                .isNotEmpty();
    }

    @Test
    void leavesOutWhatANamedUnitAloneMayKnowOf() {
        EnquiryId enquiry = hub.refer(
                List.of(child),
                List.of(item("exampleshire-police", DataClass.MARAC_MINUTES, StatuteFlag.WITNESS_PROTECTION)));

        assertThat(found(police, WHY, "reference", reference(enquiry))).isEmpty();
    }

    /** The same person, as another referral names her. */
    private PacketPerson again(PacketPerson person) {
        return new PacketPerson(PersonId.random(hub.database.random), person.roles(), person.details(), person.flags());
    }

    private static List<String> people(List<LookupDoor.Line> lines) {
        return lines.stream()
                .flatMap(l -> l.said().stream())
                .flatMap(s -> s.people().stream())
                .distinct()
                .toList();
    }

    @Test
    void findsNothingOfSomebodyOnceTheyAreProtected() {
        NhsNumber number = People.number();
        PacketPerson numbered = People.with(child, number);
        PacketPerson mother = People.family().person("Iris", 1985, SubjectRole.PARENT);
        String mothers = mother.details().usualName().orElseThrow().full();
        EnquiryId enquiry = hub.refer(
                List.of(numbered, mother),
                List.of(
                        identity(),
                        item("exampleshire-schools", DataClass.IDENTITY, numbered, "NHS number", number.value()),
                        item("exampleshire-schools", DataClass.IDENTITY, mother, "Name", mothers)));
        opened(hub.somebody("council-decision"), enquiry);
        assertThat(acts(found(council, WHY, "number", number.value()))).contains("ROOM OPENING council-decision");
        assertThat(people(found(council, WHY, "reference", reference(enquiry)))).contains(name, mothers);

        // Another referral, of somebody who may be the same.
        hub.refer(List.of(People.with(again(numbered), SafetyFlag.PROTECTED_PERSON)), List.of());

        assertThat(found(council, WHY, "name", name)).isEmpty();
        assertThat(found(council, WHY, "number", number.value())).isEmpty();
        assertThat(people(found(council, WHY, "reference", reference(enquiry))))
                .contains(mothers)
                .doesNotContain(name);
        assertThat(acts(found(council, WHY, "name", mothers))).contains("ROOM OPENING council-decision");
    }

    /** That it was gone would tell of the statute. */
    @Test
    void stillFindsWhatTheTeamStillReads() {
        hub.refer(List.of(child), List.of(identity()));
        List<String> before = acts(found(council, WHY, "name", name, "act", "DISCLOSURE"));

        PacketPerson again = again(child);
        hub.refer(
                List.of(again),
                List.of(item(
                        "exampleshire-schools",
                        DataClass.IDENTITY,
                        again,
                        "Said",
                        "So.",
                        StatuteFlag.GENDER_RECOGNITION)));

        assertThat(acts(found(council, WHY, "name", name, "act", "DISCLOSURE"))).containsAll(before);
    }

    @Test
    void isNotThereForSomebodyKeptFromTheEnquiry() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(identity()));
        assertThat(found(council, WHY, "name", name)).isNotEmpty();

        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), council.user(), true, List.of(child.id()), hub.clock.instant());
            return true;
        });

        assertThat(found(council, WHY, "name", name)).isEmpty();
        assertThat(found(council, WHY, "reference", reference(enquiry))).isEmpty();
        assertThat(found(hub.somebody("ig-council"), WHY, "name", name)).isNotEmpty();
    }

    @Test
    void isALookThatIsLoggedWithItsReasonBeforeAnythingIsShown() {
        hub.refer(List.of(child), List.of(identity()));

        LookupDoor.Page page = hub.lookups.search(council, hub.area, LookupSearch.of(Map.of("name", name)), WHY);

        String entry = hub.database
                .app
                .sql("select entry from log_entry where entry_id = :id and act = 'SEARCH'")
                .param("id", page.entry())
                .query((row, n) -> new String(row.getBytes("entry"), StandardCharsets.UTF_8))
                .single();
        assertThat(entry)
                .contains(
                        "\"name\":\"query\"",
                        "\"name\":\"reason\"",
                        "\"line-1\"",
                        council.user().toString())
                .doesNotContain("Maya");
        assertThat(acts(found(council, Optional.empty(), "staff", council.user().toString())))
                .contains("ROOM SEARCH ig-council");
        assertThat(found(police, Optional.empty(), "staff", council.user().toString()))
                .isEmpty();
    }

    @Test
    void showsALeadWhatConcernsTheHubAlone() {
        assertThat(acts(found(police, Optional.empty(), "share", "EVERYBODY", "act", "POLICY_PUBLISH")))
                .isNotEmpty();
    }

    @Test
    void refusesInWordsWhatIsNoSearch() {
        assertThatThrownBy(() -> LookupSearch.of(Map.of("anything", "x"))).isInstanceOf(NoSearch.class);
        for (Map<String, String> wrong : List.of(
                Map.of("from", "never"),
                Map.of("act", "SEE"),
                Map.of("from", "yesterday"),
                Map.of("after", "1 2"),
                Map.of("share", "MINE"))) {
            assertThatThrownBy(() -> hub.lookups.search(council, hub.area, LookupSearch.of(wrong), Optional.empty()))
                    .as(wrong.toString())
                    .isInstanceOf(NoSearch.class)
                    .hasMessageEndingWith(".");
        }
    }

    /** Whatever the door asks, the database shows a team that is no lead's nothing, and a lead the own agency's alone. */
    @Test
    void isCutByTheDatabase() {
        hub.refer(List.of(child), List.of(item("exampleshire-police", DataClass.PROBATION)));
        LookupSearch all = LookupSearch.of(Map.of());

        for (String team : List.of("council-decision", "police-desk", "business-support")) {
            assertThat(hub.lookups
                            .search(hub.somebody(team), hub.area, all, WHY)
                            .lines())
                    .as(team)
                    .isEmpty();
        }
        assertThat(found(police, Optional.empty()))
                .allMatch(l -> l.row().agency().equals(new AgencyId("exampleshire-police")));
        assertThat(found(council, Optional.empty()))
                .isNotEmpty()
                .allMatch(l -> l.row().agency().equals(new AgencyId("exampleshire-council")));
    }
}
