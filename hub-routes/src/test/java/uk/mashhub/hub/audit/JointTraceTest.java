package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.TraceAsks;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.ItemDecision;

/** A trace opens for the owner's and the host's lead together, for an hour, and tells whoever asks alone nothing. */
class JointTraceTest {
    private static final String WHY = "A complaint.";

    private final SmallHub hub = SmallHub.started();
    private final SignedIn council = hub.somebody("ig-council");
    private final SignedIn police = hub.somebody("ig-police");
    private final PacketPerson child = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final JointTrace trace = at(Duration.ZERO);

    private JointTrace at(Duration later) {
        return new JointTrace(
                hub.lookupKeys,
                new TraceAsks(hub.database.app, hub.database.random),
                hub.traces,
                hub.ledger,
                hub.deciding,
                hub.conflicts,
                hub.audit,
                hub.database.inApp(),
                java.time.Clock.offset(hub.clock, later));
    }

    private Item item(String owner, StatuteFlag... statutes) {
        return item(child, DataClass.PROBATION, owner, statutes);
    }

    private Item item(PacketPerson about, DataClass of, String owner, StatuteFlag... statutes) {
        ItemLabels plain = ItemLabels.fact(of);
        return OneItem.of(
                hub,
                new AgencyId(owner),
                new SourceId("school-form"),
                "record " + child.id(),
                new Subject(about.id(), about.roles().iterator().next()),
                new ItemLabels(
                        plain.dataClass(),
                        plain.nature(),
                        plain.grade(),
                        plain.regime(),
                        plain.classification(),
                        plain.confidential(),
                        plain.handling(),
                        Set.of(statutes)),
                new ItemField(FieldKind.NARRATIVE, "Said", "It was so."));
    }

    private String reference(EnquiryId enquiry) {
        return "MH-" + enquiry.toString().substring(0, 8);
    }

    private Optional<List<JointTrace.Line>> asks(JointTrace when, SignedIn who, EnquiryId enquiry) {
        return when.open(who, hub.area, reference(enquiry), "record " + child.id(), WHY);
    }

    private Optional<List<JointTrace.Line>> asks(SignedIn who, EnquiryId enquiry) {
        return asks(trace, who, enquiry);
    }

    @Test
    void opensForTheOwnersAndTheHostsLeadTogetherForAnHour() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));

        assertThat(asks(police, enquiry)).isEmpty();
        List<JointTrace.Line> lines = asks(council, enquiry).orElseThrow();
        assertThat(lines)
                .extracting(JointTrace.Line::team)
                .contains("MASH decision makers", "Screening social workers", "Police desk");
        assertThat(lines).allSatisfy(l -> assertThat(l.rules()).isNotEmpty());
        assertThat(asks(police, enquiry)).contains(lines);
        assertThat(asks(at(JointTrace.OPEN), council, enquiry)).isEmpty();
        assertThat(asks(at(JointTrace.OPEN), police, enquiry)).isPresent();
    }

    @Test
    void opensForNobodyElse() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));

        asks(council, enquiry);
        assertThat(asks(hub.somebody("ig-council"), enquiry))
                .as("two of the host")
                .isEmpty();
        assertThat(asks(council, enquiry)).as("one lead twice").isEmpty();
        assertThat(trace.open(police, hub.area, reference(enquiry), "another", WHY))
                .isEmpty();

        PacketPerson other = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
        EnquiryId elsewhere = hub.refer(List.of(other), List.of());
        asks(police, elsewhere);
        assertThat(asks(council, elsewhere)).as("no such record").isEmpty();
    }

    @Test
    void opensToTwoOfTheHostWhatTheHostOwns() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-council")));
        assertThat(asks(council, enquiry)).isEmpty();
        assertThat(asks(council, enquiry)).as("the council alone").isEmpty();
        assertThat(asks(hub.somebody("ig-council"), enquiry)).isPresent();
    }

    @Test
    void neverOpensWhatANamedUnitAloneMayKnowOf() {
        EnquiryId enquiry =
                hub.refer(List.of(child), List.of(item("exampleshire-police", StatuteFlag.WITNESS_PROTECTION)));
        asks(police, enquiry);
        assertThat(asks(council, enquiry)).isEmpty();
    }

    private void keepAway(SignedIn who) {
        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), who.user(), true, List.of(child.id()), hub.clock.instant());
            return true;
        });
    }

    private long askedBy(SignedIn who) {
        return hub.database
                .app
                .sql("select count(*) from trace_ask where user_id = :user")
                .param("user", who.user().value())
                .query(Long.class)
                .single();
    }

    @Test
    void isNotThereForWhoeverIsKeptFromTheEnquiry() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        keepAway(council);
        asks(police, enquiry);
        assertThat(asks(council, enquiry)).isEmpty();
    }

    @Test
    void whoeverIsKeptFromTheEnquiryIsNotTheSecondEither() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        asks(police, enquiry);
        SignedIn early = hub.somebody("ig-council");
        asks(early, enquiry);
        keepAway(early);
        keepAway(council);
        asks(council, enquiry);

        assertThat(asks(police, enquiry)).isEmpty();
        assertThat(askedBy(council)).as("never stored").isZero();
        assertThat(asks(hub.somebody("ig-council"), enquiry)).isPresent();
    }

    @Test
    void onePersonUnderTwoTeamsIsOne() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        SignedIn both = new SignedIn(
                police.user(),
                council.area(),
                council.team(),
                council.authenticatedAt(),
                council.trainedUntil(),
                council.vettedUntil());
        asks(police, enquiry);
        assertThat(asks(both, enquiry)).isEmpty();
        assertThat(asks(council, enquiry)).isPresent();
    }

    @Test
    void anHourIsAnHour() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        asks(police, enquiry);
        assertThat(asks(at(JointTrace.OPEN.minusNanos(1000)), council, enquiry)).isPresent();
        EnquiryId other = enquiry;
        assertThat(asks(at(JointTrace.OPEN), hub.somebody("ig-council"), other)).isEmpty();
    }

    @Test
    void asksAreDroppedWhenTheirHourIsOver() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        asks(police, enquiry);
        asks(at(Duration.ofMinutes(1)), council, enquiry);
        TraceAsks asks = new TraceAsks(hub.database.app, hub.database.random);
        hub.in(() -> {
            asks.dropBefore(hub.clock.instant());
            return true;
        });
        assertThat(List.of(askedBy(police), askedBy(council))).isEqualTo(List.of(0L, 1L));
    }

    /** One family in which somebody hides from somebody who is accused, and one in which nobody does. */
    @Test
    void isTheSameWhetherOrNotSomebodyHides() {
        List<List<JointTrace.Line>> opened = new ArrayList<>();
        for (boolean hides : List.of(false, true)) {
            People family = People.family();
            PacketPerson of = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
            PacketPerson mother = family.person("Nadia", 1988, SubjectRole.PARENT);
            PacketPerson father =
                    family.person("Omar", 1986, hides ? SubjectRole.ALLEGED_PERPETRATOR : SubjectRole.HOUSEHOLD_ADULT);
            EnquiryId enquiry = hub.refer(
                    List.of(hides ? People.with(of, SafetyFlag.PDS_RESTRICTED) : of, mother, father),
                    List.of(
                            item(of, DataClass.LOCATION, "exampleshire-police"),
                            item(of, DataClass.EDUCATION, "exampleshire-police")));
            asks(police, enquiry);
            opened.add(asks(council, enquiry).orElseThrow());
            assertThat(decidedBy(enquiry, "SAF-07")).as("restricted").isEqualTo(hides);
        }
        assertThat(opened.get(1)).isEqualTo(opened.get(0));
        assertThat(opened.get(1).toString() + text(opened.get(1))).doesNotContain("SAF-", "perpetrator");
        assertThat(opened.get(1)).extracting(JointTrace.Line::besides).containsOnly(JointTrace.Line.BESIDES);
        assertThat(opened.get(1)).extracting(JointTrace.Line::atMost).contains("SHOW");
    }

    private boolean decidedBy(EnquiryId enquiry, String rule) {
        return hub.traces.of(enquiry).stream()
                .flatMap(m -> List.of(ModelJson.read(m.trace(), ItemDecision[].class)).stream())
                .anyMatch(d -> d.ruleIds().contains(rule));
    }

    private static String text(List<JointTrace.Line> lines) {
        return new String(ModelJson.write(lines), StandardCharsets.UTF_8);
    }

    @Test
    void isNotThereOnceSomebodyIsProtectedThoughNoViewChangedForIt() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        asks(police, enquiry);
        assertThat(asks(council, enquiry)).isPresent();

        hub.in(() -> {
            AgencyId host = hub.area.host().orElseThrow();
            hub.ledger.append(
                    enquiry,
                    host,
                    new EnquiryFact.Acted(
                            ActId.random(hub.database.random),
                            council.user(),
                            council.team(),
                            host,
                            new Act.RaiseFlag(child.id(), SafetyFlag.PROTECTED_PERSON, "Said by telephone.")));
            return true;
        });

        assertThat(hub.traces.of(enquiry))
                .allMatch(m -> !new String(m.trace(), StandardCharsets.UTF_8)
                        .contains("\"SUBJECT_PROTECTED_PERSON\":\"yes\""));
        assertThat(asks(council, enquiry)).isEmpty();
        assertThat(newest()).contains("TRACE_ASKED");
    }

    @Test
    void tellsOfEarlierVersionsAndOfViewsThatAreGone() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        asks(police, enquiry);
        List<JointTrace.Line> below = asks(council, enquiry).orElseThrow();
        hub.in(() -> {
            hub.ledger.update(hub.ledger.lock(enquiry).row().forPurpose(Purpose.S47));
            hub.journey.timePassed(enquiry);
            return true;
        });
        List<JointTrace.Line> raised = asks(council, enquiry).orElseThrow();
        assertThat(raised).containsAll(below).hasSizeGreaterThan(below.size());

        hub.in(() -> {
            hub.ledger.update(hub.ledger.lock(enquiry).row().at(Stage.CLOSED));
            hub.journey.timePassed(enquiry);
            return true;
        });
        assertThat(hub.views.headsOf(enquiry))
                .allMatch(h -> h.key().team().value().equals("council-decision"));
        assertThat(asks(council, enquiry).orElseThrow()).isEqualTo(raised);
    }

    @Test
    void itsSaltsGoWithTheEnquiry() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        asks(police, enquiry);
        assertThat(saltsAbout(enquiry)).contains(newestId());
        asks(council, enquiry);
        assertThat(saltsAbout(enquiry)).contains(newestId());
    }

    private List<String> saltsAbout(EnquiryId enquiry) {
        return hub.database
                .app
                .sql("select entry_id from log_salt where :enquiry = any(about)")
                .param("enquiry", enquiry.value())
                .query(String.class)
                .list();
    }

    private String newestId() {
        return hub.database
                .app
                .sql("select entry_id from log_entry where act = 'OPENING' order by seq desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void readsAsNeverThereWhereItWasErasedMeanwhile() {
        EnquiryStore store = mock(EnquiryStore.class);
        EnquiryRow row = hub.enquiries
                .find(hub.refer(List.of(child), List.of(item("exampleshire-police"))))
                .orElseThrow();
        when(store.referenced(any(), any())).thenReturn(Optional.of(row));
        when(store.lockIfThere(any())).thenReturn(Optional.empty());
        when(store.lock(any())).thenThrow(new IllegalStateException("no enquiry"));
        JointTrace erased = new JointTrace(
                hub.lookupKeys,
                new TraceAsks(hub.database.app, hub.database.random),
                hub.traces,
                new EnquiryLedger(store, hub.clock),
                hub.deciding,
                hub.conflicts,
                hub.audit,
                hub.database.inApp(),
                hub.clock);
        assertThat(asks(erased, police, row.id())).isEmpty();
        assertThat(asks(erased, council, row.id())).isEmpty();
        assertThat(newest()).contains("TRACE_ASKED");
    }

    @Test
    void isLoggedEachTimeWithItsReason() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        asks(police, enquiry);
        assertThat(newest()).contains("TRACE_ASKED", "\"reason\"").doesNotContain("\"name\":\"trace\"");
        asks(council, enquiry);
        assertThat(newest())
                .contains(
                        "\"outcome\":\"TRACE\"",
                        "\"name\":\"trace\"",
                        council.user().toString())
                .doesNotContain("record ", reference(enquiry));
    }

    private String newest() {
        return hub.database
                .app
                .sql("select entry from log_entry where act = 'OPENING' order by seq desc limit 1")
                .query((row, n) -> new String(row.getBytes("entry"), StandardCharsets.UTF_8))
                .single();
    }
}
