package uk.mashhub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.TraceAsks;
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
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

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
                hub.views,
                hub.ledger,
                hub.journey::packet,
                hub.conflicts,
                hub.audit,
                hub.database.inApp(),
                java.time.Clock.offset(hub.clock, later));
    }

    private Item item(String owner, StatuteFlag... statutes) {
        ItemLabels plain = ItemLabels.fact(DataClass.PROBATION);
        return OneItem.of(
                hub,
                new AgencyId(owner),
                new SourceId("school-form"),
                "record " + child.id(),
                new Subject(child.id(), SubjectRole.INDEX_CHILD),
                new ItemLabels(
                        plain.dataClass(),
                        plain.nature(),
                        plain.grade(),
                        plain.regime(),
                        plain.classification(),
                        plain.confidential(),
                        plain.handling(),
                        Set.of(statutes)),
                new ItemField(FieldKind.STATUS, "Said", "It was so."));
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
        asks(council, enquiry);
        assertThat(asks(hub.somebody("ig-council"), enquiry)).isPresent();
    }

    @Test
    void neverOpensWhatANamedUnitAloneMayKnowOf() {
        EnquiryId enquiry =
                hub.refer(List.of(child), List.of(item("exampleshire-police", StatuteFlag.WITNESS_PROTECTION)));
        asks(police, enquiry);
        assertThat(asks(council, enquiry)).isEmpty();
    }

    @Test
    void isNotThereForWhoeverIsKeptFromTheEnquiry() {
        EnquiryId enquiry = hub.refer(List.of(child), List.of(item("exampleshire-police")));
        hub.in(() -> {
            hub.conflicts.add(hub.area.code(), council.user(), true, List.of(child.id()), hub.clock.instant());
            return true;
        });
        asks(police, enquiry);
        assertThat(asks(council, enquiry)).isEmpty();
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
