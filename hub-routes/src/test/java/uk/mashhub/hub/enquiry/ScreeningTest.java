package uk.mashhub.hub.enquiry;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

class ScreeningTest {
    private static final UUID ANY = UUID.fromString("0b54a3f5-6d0e-4c57-9f3e-54b6b9e1a201");
    private static final PersonId CHILD = new PersonId(ANY);
    private static final AgencyId COUNCIL = new AgencyId("some-council");

    private final EnquiryLedger ledger = mock(EnquiryLedger.class);
    private final EnquiryRow row = new EnquiryRow(
            new EnquiryId(ANY),
            new AreaCode("E10999999"),
            "MH",
            "RECEIVED",
            "PRESCREEN",
            "UNRATED",
            Instant.EPOCH,
            Instant.EPOCH,
            1,
            Optional.empty());

    private static Packet withAnOpenCase() {
        Item open = new Item(
                new ItemId(ANY),
                new Provenance(
                        COUNCIL,
                        Optional.empty(),
                        new SourceId("some-record"),
                        "r-1",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH),
                EventTime.unknown(),
                List.of(new Subject(CHILD, SubjectRole.INDEX_CHILD)),
                ItemLabels.fact(DataClass.INVOLVEMENT),
                List.of(new ItemField(FieldKind.STATUS, "Case", Screening.OPEN_CASE)),
                List.of());
        Packet packet = mock(Packet.class);
        when(packet.items()).thenReturn(List.of(open));
        when(packet.agencies())
                .thenReturn(
                        List.of(new AgencyStatus(COUNCIL, "Some Council", Sector.LOCAL_AUTHORITY, "Ring", List.of())));
        when(packet.people())
                .thenReturn(List.of(new PacketPerson(
                        CHILD,
                        Set.of(SubjectRole.INDEX_CHILD),
                        new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of()),
                        List.of())));
        return packet;
    }

    private void screen(boolean known) {
        new Screening(ledger).screen(new Enquiry(row, List.of()), withAnOpenCase(), item -> known);
    }

    @Test
    void sendsAChildWithAnOpenCaseToTheWorker() {
        screen(true);
        verify(ledger).update(row.at(Stage.OPEN_CASE));
    }

    @Test
    void doesNotMoveTheStageForARecordThatSomeReaderMayNotKnowOf() {
        screen(false);
        verify(ledger, never()).update(any());
    }
}
